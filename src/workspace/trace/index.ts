export {type Look, waysOf} from './looks.js'
export {
  isNoted,
  isTraced,
  noteConfigs,
  noteFile,
  noteMore,
  noteNames,
  noteReal,
  noteType,
  noteWays,
  traced,
} from './trace.js'
export {type Verdict, verdictOf} from './verdict.js'
