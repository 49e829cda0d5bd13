import type {Source} from '../types.js'

/** What a cited document says of itself, and what the workspace says of it. */
export type About = Pick<Source, 'topic' | 'date' | 'status' | 'state' | 'supersededBy'>
