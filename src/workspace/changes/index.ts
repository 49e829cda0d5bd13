import {compareCodeUnits} from '../../text/index.js'
import {decode} from '../decode.js'
import {spotAt} from '../entry.js'
import type {Folders} from '../folders.js'
import type {Repository} from '../git/repository.js'
import {below} from '../history/find.js'
import {isMarkdown, locate, within} from '../paths.js'
import type {Source} from '../source.js'
import type {Changes, DocumentChange, Note} from '../types.js'
import {baseOf} from './base.js'
import {formerOf, type GoneDocument} from './former.js'
import {isBlob} from './is-blob.js'

interface Scene {
  root: string
  repository: Repository
  source: Source
  folders: Folders
}

/** Which of these documents are not as they were where a revision and HEAD parted. See `Workspace.changes`. */
export async function changesSince(
  revision: string,
  paths: readonly string[],
  {repository, ...rest}: Omit<Scene, 'repository'> & {repository: Repository | Note},
): Promise<Changes> {
  if ('code' in repository) return {ok: false, reason: repository.text}
  const scene: Scene = {...rest, repository}
  const base = await baseOf(repository, revision)
  if (!base.ok) return base
  const textOf = async (id: string): Promise<string | undefined> => {
    const content = await repository.objects.blob(id)
    const decoded = content?.bytes && decode(content.bytes)
    return decoded?.ok ? decoded.text : undefined
  }
  const changed = new Map<string, DocumentChange>()
  const created: {path: string; bytes: Buffer}[] = []
  for (const path of paths) {
    const place = locate(scene.root, path)?.path
    const entry = place === undefined ? undefined : base.entries.get(below(repository.prefix, place))
    const read = await scene.source.bytes(path)
    if (read.ok && entry?.kind === 'file' && isBlob(read.bytes, entry.id)) continue
    changed.set(path, {})
    if (entry?.kind === 'file') {
      const text = await textOf(entry.id)
      if (text !== undefined) changed.set(path, {before: {path, text}})
    } else if (read.ok && place !== undefined) created.push({path, bytes: read.bytes})
  }
  if (created.length === 0) return {ok: true, changed}
  const gone: GoneDocument[] = []
  for (const [path, {kind, id}] of base.entries) {
    const place = within(repository.prefix, path)
    if (kind !== 'file' || !isMarkdown(path)) continue
    if ((await spotAt(scene.root, scene.folders, place)).type === 'missing')
      gone.push({path: place, id, text: () => textOf(id)})
  }
  gone.sort((a, b) => compareCodeUnits(a.path, b.path))
  for (const {path, bytes} of created) {
    const former = await formerOf(bytes, gone)
    const text = await former?.text()
    if (former && text !== undefined) changed.set(path, {before: {path: former.path, text}})
  }
  return {ok: true, changed}
}
