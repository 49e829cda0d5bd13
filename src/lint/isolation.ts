import {clipped, collapsed} from '../text/index.js'
import type {Note, Workspace} from '../workspace/index.js'
import type {Subject} from './read-facts.js'
import type {Finding} from './results/types.js'
import type {SchemaText} from './schema/read.js'

/** A document that is to be checked apart. */
export interface Apart {
  subject: Subject & {workspace: Workspace}
  /** The user's schema, where there is one: a compiled law is known to its own thread alone. */
  schema: SchemaText | undefined
  /** Whether its facts are wanted, which are large. */
  facts: boolean
}

/**
 * Checks documents apart from the thread that asks, so that one that takes for ever, or all memory, takes nothing else with it.
 * Injected, as a workspace is: `openThreads` makes one of worker threads.
 */
export interface Isolation {
  /** How many documents are checked at once. */
  readonly count: number
  /** From so many documents of a run on, all are checked apart. */
  readonly fromDocuments: number
  /** From so many signs on a document is checked apart, however few there are. */
  readonly fromLength: number
  /** What became of a document; undefined where it has to be checked here. */
  check(apart: Apart): Promise<Finding | undefined>
  /** Why a document that was to be checked apart has come back; undefined where none has. */
  lacking(): string | undefined
  /** Ends what is still running. */
  close(): Promise<void>
}

/** What a run tells of threads that it asked for and could not have; undefined where it had them, or needed none. */
export function lackingNote(threads: Isolation | undefined): Note | undefined {
  const reason = threads?.lacking()
  if (reason === undefined) return undefined
  const words = clipped(collapsed(reason), 200)
  return {
    code: 'no-threads',
    text: `No thread can be started here (${words}): no document has a limit of time and memory`,
  }
}
