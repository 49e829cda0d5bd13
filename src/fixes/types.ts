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
