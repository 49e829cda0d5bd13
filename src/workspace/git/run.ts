import type {ExecFileException} from 'node:child_process'
import {codeOf} from '../error.js'
import {noteMore} from '../trace/index.js'
import {type Environment, invocationIn} from './invocation.js'

export interface GitAnswer<T = string> {
  /** `failed`: git ran, and said no. `absent`: there is no git. `late`: it took too long. */
  outcome: 'ok' | 'failed' | 'absent' | 'late'
  stdout: T
  stderr: string
}

export type Git = (...args: readonly string[]) => Promise<GitAnswer>
/** Likewise, with the output as it is: names in a repository need be no UTF-8. */
export type GitBytes = (...args: readonly string[]) => Promise<GitAnswer<Buffer>>

// What keeps it from being started, in words.
const SHORTAGES: Readonly<Record<string, string>> = {
  EMFILE: 'too many files are open in this process (see ulimit -n)',
  ENFILE: 'too many files are open on this machine',
  EAGAIN: 'no more processes can be started',
}
const MOST_BYTES = 256 * 1024 * 1024

/**
 * git for one folder: no shell, a clean environment, a time limit in milliseconds. Only for subcommands that run nothing of
 * the repository's own, as test/workspace/canaries.test.ts tries them.
 */
export function gitIn(folder: string, env: Environment, timeout: number): Git {
  const run = gitBytesIn(folder, env, timeout)
  return async (...args) => {
    const answer = await run(...args)
    return {...answer, stdout: answer.stdout.toString()}
  }
}

export function gitBytesIn(folder: string, env: Environment, timeout: number): GitBytes {
  const invocation = invocationIn(folder, env)
  const options = {
    ...invocation.options,
    timeout,
    killSignal: 'SIGKILL',
    maxBuffer: MOST_BYTES,
    encoding: 'buffer',
  } as const
  return (...args) =>
    new Promise(resolve => {
      // Loaded with the first git: where there is no repository, none is run.
      const {execFile} = process.getBuiltinModule('node:child_process')
      const child = execFile('git', invocation.arguments(args), options, (error, stdout, stderr) => {
        const outcome = error ? outcomeOf(error) : 'ok'
        // Another time it may be there, or faster, or have what it needs.
        const shortage = error ? SHORTAGES[codeOf(error)] : undefined
        if (outcome === 'late' || outcome === 'absent' || shortage !== undefined) noteMore()
        resolve({outcome, stdout, stderr: shortage ?? stderr.toString()})
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
