export {type Claim, claimSections} from './claim.js'
export {commentsOf, markdownOf, type TemplateComment} from './comments.js'
export {TemplateError} from './error.js'
export {flatSections} from './flat-sections.js'
export {comment, formBlock} from './form-block.js'
export type {ClaimableHeading} from './heading-order.js'
export {type Forms, heldBy, type MarkState, versionOf, versionsOf} from './held.js'
export {headingText, refilled} from './holes.js'
export type {Labelled} from './labelled.js'
export {type MarkText, markOf, markWords, readMark} from './mark.js'
export {
  bearsLabel,
  type LabelledText,
  labelsOf,
  metadataLines,
  metadataList,
  metadataTable,
  type Opening,
} from './metadata-places.js'
export {exampleIn, instructionIn} from './original.js'
export {isNew, pairsBetween, type RowPair, reversed, type SectionPair, type VersionPairs} from './pairs.js'
export {readTemplate} from './read.js'
export {type NameReading, statusNamed} from './status-named.js'
export {cutTitle, splitNumber, titleKey, withoutSaidNumber} from './titles.js'
export type * from './types.js'
export {linkVersions, unionOf} from './versions.js'
export {bearsTitle, titleTest} from './wordings.js'
