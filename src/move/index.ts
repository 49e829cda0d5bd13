export {type LeftIn, type MovedFile, type MovePlan, plannedMove, UnreadError} from './plan.js'
export type {Left, LeftReason, Rewrite} from './types.js'
