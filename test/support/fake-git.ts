import {chmodSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {bareEnvironment, folder, git} from './folders.js'

/**
 * An environment whose git is a script: `lines` of a shell, with git's arguments in "$*", and the real git, "$GIT", for what they do
 * not end.
 */
export function gitThat(lines: string): NodeJS.ProcessEnv {
  const bin = folder()
  const real = join(git(bin, '--exec-path').trim(), 'git')
  writeFileSync(join(bin, 'git'), `#!/bin/sh\nGIT='${real}'\n${lines}\nexec "$GIT" "$@"\n`)
  chmodSync(join(bin, 'git'), 0o755)
  return {...process.env, ...bareEnvironment(), PATH: `${bin}:${process.env.PATH}`}
}

/** Lines of a shell for `gitThat`: what becomes of a subcommand. */
export const where = (subcommand: string, then: string): string => `case " $* " in *" ${subcommand} "*) ${then};; esac`
