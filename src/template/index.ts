export {type Claim, type ClaimableHeading, claimSections} from './claim.js'
export {commentsOf, markdownOf, type TemplateComment} from './comments.js'
export {TemplateError} from './error.js'
export {formBlock} from './form-block.js'
export {headingText} from './holes.js'
export type {Labelled} from './labelled.js'
export {
  bearsLabel,
  type LabelledText,
  metadataLines,
  metadataList,
  metadataTable,
  type Opening,
} from './metadata-places.js'
export {exampleIn, instructionIn} from './original.js'
export {readTemplate} from './read.js'
export {type NameReading, statusNamed} from './status-named.js'
export {cutTitle, splitNumber, titleKey} from './titles.js'
export type * from './types.js'
export {titleTest} from './wordings.js'
