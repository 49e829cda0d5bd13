import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join, normalize, resolve} from 'node:path'
import {findGit} from '../root.js'
import type {Note} from '../types.js'
import * as notes from './notes.js'
import type {Git, GitAnswer} from './run.js'

/** What one question tells of the repository. */
export interface State {
  /** Whether there is a repository that git reads. */
  known: boolean
  /** Absolute; absent where it has no work tree. */
  top?: string
  head?: string
  isShallow: boolean
  notes: readonly Note[]
}

export async function stateOf(git: Git): Promise<State> {
  // What fails comes last: a bare repository has no top, a new one no commit.
  const answer = await git('rev-parse', '--is-bare-repository', '--is-shallow-repository', '--show-toplevel', 'HEAD')
  if (answer.outcome === 'absent') return {known: false, isShallow: false, notes: [notes.noGit]}
  return readState(answer)
}

function readState(answer: GitAnswer): State {
  const [, isBare, shallow, rest = ''] = /^(true|false)\n(true|false)\n([\s\S]*)$/.exec(answer.stdout) ?? []
  if (isBare === undefined) return {known: false, isShallow: false, notes: [notes.failed(answer)]}
  // The top's path may itself hold line breaks; "HEAD" stands where there is no commit yet.
  const [, top, head] = /^([\s\S]+)\n([0-9a-f]{40,64}|HEAD)\n$/.exec(rest) ?? []
  const isShallow = shallow === 'true'
  return {
    known: true,
    isShallow,
    ...(top !== undefined && {top: normalize(top)}),
    ...(head !== undefined && head !== 'HEAD' && {head}),
    notes: [
      ...(isBare === 'true' ? [notes.bare] : top === undefined ? [notes.failed(answer)] : []),
      ...(isShallow ? [notes.shallow] : []),
    ],
  }
}

/** What the repository's own files tell, so that no process is needed for it. */
export interface Store {
  /** Whether objects may be missing because they were never fetched. */
  isPartial: boolean
  /** Commits at which a shallow clone's history ends. */
  boundary: ReadonlySet<string>
}

export function storeOf(top: string): Store {
  const folder = findGit(top)?.folder
  if (folder === undefined) return {isPartial: false, boundary: new Set()}
  // A linked work tree has a folder of its own, and shares the rest.
  const shared = textAt(join(folder, 'commondir')).trim()
  const common = shared === '' ? folder : resolve(folder, shared)
  return {
    isPartial: hasPromisor(join(common, 'objects', 'pack')) || /promisor|partialclone/i.test(configOf(common)),
    boundary: new Set(textAt(join(common, 'shallow')).match(/^[0-9a-f]{40,64}$/gm)),
  }
}

const configOf = (common: string) => textAt(join(common, 'config')) + textAt(join(common, 'config.worktree'))

function hasPromisor(folder: string): boolean {
  try {
    return readdirSync(folder).some(name => name.endsWith('.promisor'))
  } catch {
    return false
  }
}

function textAt(path: string): string {
  try {
    return existsSync(path) ? readFileSync(path, 'utf8') : ''
  } catch {
    return ''
  }
}
