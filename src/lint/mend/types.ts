import type {Fix} from '../../fixes/index.js'
import type {Limits} from '../../markdown/index.js'
import type {Message} from '../types.js'

/** How a text is mended. */
export interface MendOptions {
  /** What is wrong with a text, in the order of messages; undefined where it cannot be checked. */
  check(text: string): Promise<readonly Message[] | undefined>
  /** Fixes that need a look, too. */
  unsafe?: boolean
  limits?: Limits | undefined
  /** Whether a message may be mended; absent: each that has a fix. */
  wants?(message: Message): boolean
}

/** What became of a text. */
export interface Mending {
  text: string
  /** Messages that are gone, each as it was told of the text that it was found in. */
  mended: Message[]
  /** What was applied, a list for each pass; the places of one are those of the text that the one before it left. */
  passes: Fix[][]
  /** Messages whose fix would have done something else besides, or not enough: it was left out. */
  withdrawn: Message[]
  /** What is wrong with the text still. */
  left: readonly Message[]
}
