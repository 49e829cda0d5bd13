import type {AskedQuestion} from '../research/types.js'
import type {CitedHeading} from './world-types.js'

/** What can be linked to in a document. */
export interface Contents {
  anchors: readonly string[]
  headings: readonly CitedHeading[]
}

/** Something that a text tells of itself, as plain data. */
export interface Lesson {
  contents: Contents
  questions: readonly AskedQuestion[]
  /** Paths of source code. */
  code: readonly string[]
}

/** A lesson with the name that it is kept by: what it is, and the digest of the text. */
export type Learnt = readonly [name: string, value: Lesson[keyof Lesson]]

/** What was learnt of texts, so that the same text is not parsed again: in this run, and in the next where it is kept. */
export interface Lessons {
  /** Begins to remember, with what was learnt before. */
  begin(before: Iterable<Learnt>): void
  /** Whether anything was learnt since. */
  isMore(): boolean
  /** All that was asked for since. */
  used(): readonly Learnt[]
  /** The same, and what was learnt before. */
  all(): readonly Learnt[]
  /** What a text tells; undefined where it tells nothing. */
  of<W extends keyof Lesson>(
    what: W,
    text: string,
    learn: () => Promise<Lesson[W] | undefined>,
  ): Promise<Lesson[W] | undefined>
}
