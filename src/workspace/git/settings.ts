import {dirname, join, resolve} from 'node:path'
import {noteMore} from '../trace/index.js'
import type {Environment} from './invocation.js'
import {homeOf, look} from './looks.js'
import {utf8} from './parse.js'
import type {GitBytes} from './run.js'

// A file that is included may hold nothing yet, or nothing that counts here.
const NAMES_A_FILE = /^(?:core\.excludesfile|include\.path|includeif\..*\.path)\n(.+)$/s

/**
 * Notes the files that git's settings come from, those that they include, and the file of what is ignored that they name. `git` runs at
 * `top`.
 */
export async function noteSettings(git: GitBytes, top: string, env: Environment): Promise<void> {
  const {outcome, stdout} = await git('config', '--list', '--show-origin', '-z')
  const text = outcome === 'ok' ? utf8(stdout) : undefined
  if (text === undefined) return noteMore()
  for (const [, origin = '', setting = ''] of text.matchAll(/file:([^\0]*)\0([^\0]*)\0/g)) {
    const file = resolve(top, origin)
    look(file)
    const [, named] = NAMES_A_FILE.exec(setting) ?? []
    if (named === undefined) continue
    const path = named.startsWith('~/') ? join(homeOf(env), named.slice(2)) : named
    // In another user's folder, or beside git itself.
    if (/^(?:~|%\(prefix\))/.test(path)) noteMore()
    else look(resolve(setting.startsWith('include') ? dirname(file) : top, path))
  }
}
