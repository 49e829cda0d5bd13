import type {Note} from './types.js'

/** What came of making a file: where it stands, and which folders had to be made; relative to the root, with "/". */
export type Creation =
  | {ok: true; path: string; folders: readonly string[]}
  | {ok: false; code: 'exists' | 'outside' | 'failed' | 'changed'; reason: string}

/**
 * What came of moving a file. `tracked`: git tracks it, and its index has it at the new place. `unknown`: why git could not be
 * asked whether it does. `back`: puts it where it was, and removes the folders that were made.
 */
export type Relocation =
  | (Creation & {ok: true; tracked: boolean; unknown?: Note; back(): Promise<Creation>})
  | (Creation & {ok: false})

/** What a document that has changed was before; absent where it is new, or cannot be read any more. */
export interface DocumentChange {
  /** Its path then, and its text. */
  before?: {path: string; text: string}
}

/** Documents that have changed, by path, or why that is not known. */
export type Changes = {ok: true; changed: ReadonlyMap<string, DocumentChange>} | {ok: false; reason: string}
