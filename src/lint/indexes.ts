import {collect, type Facts, resolve} from '../facts/index.js'
import {INDEX, type Listed} from '../listing/index.js'
import type {Limits} from '../markdown/index.js'
import type {Workspace} from '../workspace/index.js'
import {builtInKinds} from './kinds.js'
import {listedIn} from './listed-in.js'
import {kindNamed} from './options.js'

/**
 * The lists of specs that a page keeps, with what is to stand there, whatever kind of document it is, and what they were made from.
 * @throws LimitError where the page is too large or too deep; SettingsError where a kind of the workspace cannot be used.
 */
export async function readIndexes(
  text: string,
  {path, workspace, limits}: {path: string; workspace: Workspace; limits?: Limits},
): Promise<{indexes: NonNullable<Facts['indexes']>; listed: readonly Listed[]}> {
  const kind = kindNamed(INDEX, await builtInKinds())
  const told = await listedIn(workspace, {limits})
  const collected = collect(text, {path, kind, folders: workspace.settings, ...(limits ? {limits} : {})})
  const {indexes = []} = resolve(collected, {specs: [], research: [], entries: new Map(), ...told})
  return {indexes, listed: told.listed}
}
