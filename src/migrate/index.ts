export {migrated} from './document.js'
export type {LeftElsewhere, OtherDocument, Rewritten} from './elsewhere.js'
export {type Plan, type PlannedDocument, type PlannedFile, planned, type Subject, versionOf} from './plan.js'
export type * from './types.js'
