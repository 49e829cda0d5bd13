export type {Look} from './looks.js'
export {isTraced, noteConfigs, noteFile, noteMore, noteNames, noteReal, noteType, traced} from './trace.js'
export {type Verdict, verdictOf} from './verdict.js'
