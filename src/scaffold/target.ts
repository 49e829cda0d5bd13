import {folderOf, isDocument, itemAt, joinPath, slug} from '../text/index.js'
import type {Workspace} from '../workspace/index.js'
import {quoted} from './clean.js'
import {ScaffoldError} from './error.js'
import {fromCwd, fromRoot} from './paths.js'

// Of a file's name; systems allow 255 bytes, and the date and the ending take 14.
const LONGEST_SLUG = 80
const MOST_BYTES = 240

interface Target {
  title: string
  date: string
  kind: string
  out: string | undefined
  folder: string | undefined
  /** Name of the file in a folder of its own. */
  file: string | undefined
}

/**
 * Where a new document belongs: `specs/yyyy-mm-dd-slug.md` unless told, or `specs/yyyy-mm-dd-slug/file`. Refuses what stands
 * there already.
 */
export async function targetOf(request: Target, workspace: Workspace): Promise<string> {
  const name = `${request.date}-${shortSlug(request.title) || request.kind}`
  const path = await pathOf(request, name, workspace)
  const {entries} = await workspace.look([{path}])
  const type = entries.get(path)?.type
  const shown = quoted(fromCwd(workspace, path))
  if (type === 'outside') throw new ScaffoldError('out', `${shown} leads out of the workspace through a link`)
  if (type !== 'missing' && type !== undefined) {
    const hint = request.out === undefined ? ' (--out names another)' : ''
    throw new ScaffoldError('exists', `${shown} exists already and is left as it is, expected a new file${hint}`)
  }
  return path
}

async function pathOf({out, folder, file}: Target, name: string, workspace: Workspace): Promise<string> {
  const named = file === undefined ? `${name}.md` : `${name}/${file}`
  if (out === undefined) return joinPath(folder ?? workspace.settings.specs[0] ?? '', named)
  const path = out === '' ? undefined : fromRoot(workspace, out)
  if (path === undefined)
    throw new ScaffoldError('out', `Unexpected --out ${quoted(out)}, expected a path in the workspace`)
  // git's own folder above all: what is written there can be run.
  if (path.split('/').some(step => step.startsWith('.')))
    throw new ScaffoldError('out', `Unexpected --out ${quoted(out)}, expected no hidden file or folder`)
  const isFolder =
    path === '' || /[/\\]$/.test(out) || (await workspace.look([{path}])).entries.get(path)?.type === 'folder'
  if (isFolder) return joinPath(path, file ?? named)
  if (!isDocument(path)) {
    const hint = joinPath(folderOf(out), `${out.slice(folderOf(out).length).replace(/\.\w*$/, '')}.md`)
    throw new ScaffoldError(
      'out',
      `Unexpected --out ${quoted(out)}, expected a name that ends in ".md". Did you mean ${quoted(hint)}?`,
    )
  }
  return path
}

/** At most 80 characters of a slug, cut between words where that leaves enough. */
function shortSlug(title: string): string {
  const words = slug(title).split('-')
  let short = ''
  for (const word of words) {
    const longer = short === '' ? word : `${short}-${word}`
    if (!fits(longer)) break
    short = longer
  }
  return short !== '' ? short : cut(itemAt(words, 0))
}

function cut(word: string): string {
  let short = ''
  for (const sign of word) {
    if (!fits(short + sign)) break
    short += sign
  }
  return short
}

function fits(text: string): boolean {
  return [...text].length <= LONGEST_SLUG && new TextEncoder().encode(text).length <= MOST_BYTES
}
