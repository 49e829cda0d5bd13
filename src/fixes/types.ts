import type {Facts} from '../facts/types.js'
import type {Point} from '../markdown/index.js'

export interface Range {
  start: Point
  end: Point
}

/** A text edit at source offsets. */
export interface Edit {
  range: Range
  text: string
}

export interface Fix {
  /** What it does, in the imperative: "Write the status in full". */
  title: string
  edits: Edit[]
}

/** Makes the fix for a failing fact; undefined where there is none that is surely right. */
export type FixMaker = (item: unknown, facts: Facts) => Fix | undefined
