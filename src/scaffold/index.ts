export {ScaffoldError, type ScaffoldProblem} from './error.js'
export {scaffold} from './scaffold.js'
export type * from './types.js'
