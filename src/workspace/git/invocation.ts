import {dirname} from 'node:path'
import {findGit} from '../root.js'
import {isTraced} from '../trace/index.js'
import {gitEnvironment} from './environment.js'
import {noteGit} from './looks.js'

export type Environment = Readonly<Record<string, string | undefined>>

// Settings of the repository that would run a program, reach for the network, or change what is put out.
const SETTINGS = [
  'core.fsmonitor=false',
  'log.showSignature=false',
  'core.hooksPath=/dev/null',
  'protocol.allow=never',
  'log.showRoot=true',
  'core.attributesFile=/dev/null',
].flatMap(setting => ['-c', setting])

/** How git is started for one folder: no shell, a clean environment. */
export interface Invocation {
  arguments(args: readonly string[]): string[]
  options: {cwd: string; env: NodeJS.ProcessEnv; windowsHide: true}
}

export function invocationIn(folder: string, env: Environment): Invocation {
  if (isTraced()) noteGit(folder, env)
  return {
    // Stand-ins for objects are one clone's own affair: another would come to other answers.
    arguments: args => ['--no-pager', '--no-replace-objects', '-C', folder, ...SETTINGS, ...args],
    options: {
      // Windows looks for programs in the working folder first: a "git.exe" in the repository must not be it.
      cwd: dirname(process.execPath),
      env: gitEnvironment(env, findGit(folder)),
      windowsHide: true,
    },
  }
}
