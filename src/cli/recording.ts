import type {Look} from '../workspace/trace/index.js'

/** Something that a run wrote. */
export type Written = readonly [stream: 'stdout' | 'stderr', text: string]

/** What a run wrote, in order, and what it looked at: if that is as it was, the run would write the same again. */
export interface Recording {
  status: number
  written: readonly Written[]
  looks: readonly Look[]
}
