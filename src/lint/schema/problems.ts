import type {Range} from '../../fixes/index.js'

/** Something that is wrong with a schema. */
export interface Problem {
  /** `error`: the schema cannot be used. `warning`: it can, but says nothing where it seems to say something. */
  severity: 'error' | 'warning'
  reason: string
  /** The schema's file, as it was named. */
  path?: string
  /** Where in its text; the whole of its first line where no place is known. */
  range: Range
  /** Did you mean. */
  suggestions?: string[]
}

/** Takes down a problem at a place of one schema, told by its JSON pointer's segments. */
export type Report = (
  segments: readonly string[],
  reason: string,
  more?: {severity?: Problem['severity']; suggestions?: string[]},
) => void
