import {basename, dirname, join, relative, resolve} from 'node:path'
import {nearest, printable} from '../text/index.js'
import type {Folders} from './folders.js'
import {isMarkdown, liesIn, locate, withSlashes} from './paths.js'
import type {Settings} from './types.js'

export interface Suggesting {
  root: string
  cwd: string
  settings: Settings
  folders: Folders
}

/** A value from outside, in quotes, safe to print. */
export function quoted(text: string): string {
  return `"${printable(text)}"`
}

/** `. Did you mean "x"?` for an argument that names nothing; "" where nothing is near. Never looks above the root. */
export async function suggestion(suggesting: Suggesting, typed: string): Promise<string> {
  const wanted = resolve(suggesting.cwd, typed)
  const near = [...new Set([...(await nearby(suggesting, wanted)), ...(await elsewhere(suggesting, wanted))])].slice(
    0,
    3,
  )
  if (near.length === 0) return ''
  const names = near.map(path => quoted(withSlashes(relative(suggesting.cwd, path)) || '.'))
  return `. Did you mean ${names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`}?`
}

/** Paths like the wanted one, mistyped in its first part that is not there. */
async function nearby({root, folders}: Suggesting, wanted: string): Promise<string[]> {
  let folder = dirname(wanted)
  let missing = basename(wanted)
  let rest = ''
  while (locate(root, folder)?.path !== undefined) {
    const listing = await folders.list(folder)
    if (typeof listing === 'object') {
      const names = [...listing].filter(([name, type]) => type === 'folder' || (rest === '' && isMarkdown(name)))
      const near = nearest(
        missing,
        names.map(([name]) => name),
      ).map(name => join(folder, name))
      return rest === '' ? near : await withRest(folders, near, rest)
    }
    rest = rest === '' ? missing : join(missing, rest)
    missing = basename(folder)
    folder = dirname(folder)
  }
  return []
}

// "spec/a.md" means "specs/a.md" where that is there; else no more than the folder can be told.
async function withRest(folders: Folders, near: readonly string[], rest: string): Promise<string[]> {
  const whole: string[] = []
  for (const folder of near) {
    const listing = await folders.list(dirname(join(folder, rest)))
    if (typeof listing === 'object' && listing.has(basename(rest))) whole.push(join(folder, rest))
  }
  return whole.length > 0 ? whole : [...near]
}

/** The one document of that name in the workspace's folders. */
async function elsewhere({root, settings, folders}: Suggesting, wanted: string): Promise<string[]> {
  const found: string[] = []
  for (const folder of [...settings.specs, ...settings.research]) {
    const {files} = await folders.walk(join(root, folder))
    for (const file of files) if (liesIn(basename(wanted), basename(file))) found.push(join(root, folder, file))
  }
  return found.length === 1 ? found : []
}
