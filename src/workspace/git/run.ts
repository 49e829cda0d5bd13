import {type ExecFileException, execFile} from 'node:child_process'
import {dirname} from 'node:path'
import {codeOf} from '../error.js'
import {findGit} from '../root.js'
import {gitEnvironment} from './environment.js'

export interface GitAnswer {
  /** `failed`: git ran, and said no. `absent`: there is no git. `late`: it took too long. */
  outcome: 'ok' | 'failed' | 'absent' | 'late'
  stdout: string
  stderr: string
}

export type Git = (...args: readonly string[]) => Promise<GitAnswer>

// Settings of the repository that would run a program, or reach for the network.
const SETTINGS = [
  'core.fsmonitor=false',
  'log.showSignature=false',
  'core.hooksPath=/dev/null',
  'protocol.allow=never',
].flatMap(setting => ['-c', setting])
const MOST_BYTES = 64 * 1024 * 1024

/**
 * git for one folder: no shell, a clean environment, a time limit in milliseconds. Only for subcommands that run nothing of
 * the repository's own, as test/workspace/canaries.test.ts tries them.
 */
export function gitIn(folder: string, env: Readonly<Record<string, string | undefined>>, timeout: number): Git {
  const options = {
    // Windows looks for programs in the working folder first: a "git.exe" in the repository must not be it.
    cwd: dirname(process.execPath),
    env: gitEnvironment(env, findGit(folder)),
    timeout,
    killSignal: 'SIGKILL',
    maxBuffer: MOST_BYTES,
    windowsHide: true,
  } as const
  return (...args) =>
    new Promise(resolve => {
      const child = execFile('git', ['-C', folder, ...SETTINGS, ...args], options, (error, stdout, stderr) => {
        resolve({outcome: error ? outcomeOf(error) : 'ok', stdout, stderr})
      })
      // Where git could not be started there is no one to listen; the callback tells.
      child.stdin?.on('error', () => undefined).end()
    })
}

function outcomeOf(error: ExecFileException): GitAnswer['outcome'] {
  if (['ENOENT', 'EACCES'].includes(codeOf(error))) return 'absent'
  // Too much output ends it as well, and has a code.
  return error.killed && codeOf(error) === '' ? 'late' : 'failed'
}
