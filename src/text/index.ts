export {
  checkMethods,
  checkNames,
  checkNumber,
  checkText,
  checkTextList,
  numberFrom,
  positiveNumber,
  wholeNumber,
} from './check-option.js'
export {clipped} from './clipped.js'
export {withoutClosingRun} from './closing-run.js'
export {collapsed} from './collapsed.js'
export {compareCodeUnits} from './compare.js'
export {count} from './count.js'
export {daysBetween, isCalendarDate} from './dates.js'
export {digest} from './digest.js'
export {reasonOf, rethrowUnless} from './errors.js'
export {firstFrom} from './first-from.js'
export {firstMatch} from './first-match.js'
export {itemAt} from './item-at.js'
export {type JoinedLines, joinedLines} from './joined-lines.js'
export {escapedJson, jsonItem, jsonLine, jsonText} from './json.js'
export {LimitError} from './limit-error.js'
export {lineEnding} from './line-ending.js'
export {append, greatest, least} from './lists.js'
export {distance, meant, nearest} from './nearest.js'
export {ofLast} from './of-last.js'
export {owned, owner, ownText} from './own.js'
export {
  decodePercent,
  encodePath,
  folderOf,
  isDocument,
  joinPath,
  leavesRoot,
  nameOf,
  ownAnchorOf,
  percentEncoded,
  relativePath,
} from './paths.js'
export {escapePointer, joinPointer, parsePointer} from './pointer.js'
export {printable} from './printable.js'
export {sizeText} from './size-text.js'
export {slug} from './slug.js'
export {trimmedEnd} from './trimmed-end.js'
export {valueAt} from './value-at.js'
// The YAML reader is imported as text/yaml.js by those who need it: loading it costs more than all the rest.
// So is what looks for patterns of users', as text/patterns/index.js.
