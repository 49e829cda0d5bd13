export {compareCodeUnits} from './compare.js'
export {daysBetween, isCalendarDate} from './dates.js'
export {jsonText} from './json.js'
export {distance, nearest} from './nearest.js'
export {
  decodePercent,
  encodePath,
  folderOf,
  isDocument,
  joinPath,
  leavesRoot,
  nameOf,
  relativePath,
} from './paths.js'
export {printable} from './printable.js'
export {slug} from './slug.js'
export {
  readTypedYaml,
  readYaml,
  type YamlLimits,
  type YamlPair,
  type YamlProblem,
  type YamlReading,
  type YamlValue,
} from './yaml.js'
