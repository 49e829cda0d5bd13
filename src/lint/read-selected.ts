import type {Selected, Workspace} from '../workspace/index.js'
import {type Kinds, kindByText, kindNamed, type LintOptions} from './options.js'
import type {Kind} from './types.js'

/** A selected file with its kind, or why it cannot be read. */
export type SelectedReading =
  | {ok: true; text: string; kind: Kind /** Nothing says what it is. */; assumed: boolean}
  | {ok: false; kind: string; reason: string}

/** Reads a file of a selection: as the kind that was asked for, or that claims it, or that it says itself. */
export async function readSelected(
  {path, kind: claimed}: Selected,
  options: Pick<LintOptions, 'kind'> & {workspace: Workspace},
  kinds: Kinds,
): Promise<SelectedReading> {
  const name = options.kind ?? claimed
  const known = name === undefined ? undefined : kindNamed(name, kinds)
  const reading = await options.workspace.read(path)
  if (!reading.ok) return {ok: false, kind: known?.name ?? 'rfc', reason: reading.reason}
  const {kind, assumed} = known ? {kind: known, assumed: false} : kindByText(reading.text, kinds)
  return {ok: true, text: reading.text, kind, assumed}
}
