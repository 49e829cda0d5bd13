export {doubled, unsorted} from './order.mjs'
export {crash, outcomeOf} from './outcome.mjs'
export {misplaced} from './positions.mjs'
export {invalidReport} from './report.mjs'
export {differing} from './same.mjs'
export {stackTraces, unescaped} from './screen.mjs'
export {timeless} from './timeless.mjs'

/** Faults of one name out of the words of an oracle; the first few, for one cause often shows in many places. */
export const named = (name, words) => words.slice(0, 2).map(each => ({name, words: each}))
