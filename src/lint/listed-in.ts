import {collect, resolve} from '../facts/index.js'
import type {Listed} from '../listing/index.js'
import {LimitError, type Limits} from '../markdown/index.js'
import {rethrowUnless} from '../text/index.js'
import type {Selected, Workspace, World} from '../workspace/index.js'
import {listedOf} from './listed.js'
import {kindsInForce} from './options.js'
import {readSelected} from './read-selected.js'

/**
 * What a list tells of every spec of a workspace, as far as the specs themselves say it, and the kinds that they may have: nothing
 * of the world is looked up.
 * `known`: documents that need not be read again, by path.
 */
export async function listedIn(
  workspace: Workspace,
  {limits, known}: {limits?: Limits | undefined; known?: ReadonlyMap<string, Listed> | undefined},
): Promise<Required<Pick<World, 'kinds' | 'listed'>>> {
  const {files} = await workspace.select([], {idle: false})
  const listed: Listed[] = []
  for (const file of files) {
    const found = known?.get(file.path)
    listed.push(found ?? (await readListed(file, workspace, limits)))
  }
  return {listed, kinds: Object.keys(await kindsInForce({workspace}))}
}

async function readListed(file: Selected, asked: Workspace, limits: Limits | undefined): Promise<Listed> {
  const {workspace, path} = await asked.homeOf(file.path)
  const found = await readSelected({...file, path}, {workspace}, await kindsInForce({workspace}))
  const unread = (kind: string, reason: string): Listed => ({path: file.path, kind, reason, statuses: []})
  if (!found.ok) return unread(found.kind, found.reason)
  const {text, kind} = found
  try {
    const facts = resolve(collect(text, {path, kind, folders: workspace.settings, ...(limits ? {limits} : {})}))
    return {...listedOf(facts, kind), path: file.path}
  } catch (error) {
    rethrowUnless(error, LimitError)
    return unread(kind.name, error.message)
  }
}
