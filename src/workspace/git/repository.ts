import {once} from '../once.js'
import {locate} from '../paths.js'
import type {Note} from '../types.js'
import {type Dialogue, dialogueWith} from './dialogue.js'
import {type Environment, invocationIn} from './invocation.js'
import * as notes from './notes.js'
import {type Objects, objectsOf} from './objects.js'
import {presenceIn} from './present.js'
import {type GitBytes, gitBytesIn} from './run.js'
import {type Index, indexOf} from './staged.js'
import {type State, type Store, storeOf} from './state.js'

/** A git repository that answers. Paths in it are from its top. */
export interface Repository extends Store {
  /** Absolute. */
  top: string
  /** Where the workspace's root lies in it; "" at the top. */
  prefix: string
  head?: string
  isShallow: boolean
  git: GitBytes
  objects: Objects
  index(): Promise<Index>
  /** The process that tells what is ignored. */
  ignoring: Dialogue
  /** Whether the process that reads objects ended too often. */
  isExhausted(): boolean
  close(): Promise<void>
}

export interface Opening {
  root: string
  env: Environment
  /** How long one question may take, in milliseconds. */
  time: number
  /** The largest file that is read, in bytes. */
  bytes: number
}

/** The repository that the root lies in, or why there is none to ask. */
export function repositoryOf(opening: Opening, state: State): Repository | Note {
  const {root, env, time, bytes} = opening
  const {top, head, isShallow, notes: known} = state
  const prefix = top === undefined ? undefined : locate(top, root)?.path
  if (top === undefined || prefix === undefined) return known[0] ?? notes.noRepository
  const store = storeOf(top)
  const git = gitBytesIn(top, env, time)
  const invocation = invocationIn(top, env)
  const reading = dialogueWith(invocation, ['cat-file', '--batch'], time)
  const ignoring = dialogueWith(invocation, ['check-ignore', '-z', '--stdin', '--verbose', '--non-matching'], time)
  return {
    ...store,
    top,
    prefix,
    ...(head !== undefined && {head}),
    isShallow,
    git,
    objects: objectsOf(reading, bytes, store.isPartial ? once(() => presenceIn(git)) : undefined),
    index: once(() => indexOf(git)),
    ignoring,
    isExhausted: () => reading.exhausted,
    close: async () => {
      await Promise.all([reading.close(), ignoring.close()])
    },
  }
}
