export {assumedText} from './assumed.js'
export type {BaselinePart, BaselineReport} from './baseline/index.js'
export {
  type Baseline,
  type BaselineEntry,
  type BaselineReading,
  type BaselineSource,
  baselineText,
  countOf,
  readBaseline,
} from './baseline/index.js'
export {type CitationReport, type CitedDocument, citeFiles, type FileCitations} from './cite-files.js'
export {deriveSchema} from './derive/index.js'
export {accusersOf, type EvaluateOptions, evaluate} from './evaluate/index.js'
export {type FactsOfFile, factsOfFiles} from './facts-of-files.js'
export {type FixedText, type FixOptions, fix} from './fix.js'
export {type FixedFile, type FixFilesOptions, fixFiles} from './fix-files.js'
export {readIndexes} from './indexes.js'
export type {Apart, Isolation} from './isolation.js'
export {builtInKinds, checkSchema, homepage, type KindReading, readKind} from './kinds.js'
export {collectFacts, lint, notChecked, subjectOf, whyNotChecked} from './lint.js'
export {findApart} from './lint-file.js'
export {type LintFilesOptions, lintFiles, type Progress} from './lint-files.js'
export {listedOf} from './listed.js'
export {listedIn} from './listed-in.js'
export {kindNamed, kindsInForce, type LintOptions, SettingsError} from './options.js'
export {kindsOf} from './own-kinds.js'
export type {Subject} from './read-facts.js'
export type {Finding, Found} from './results/types.js'
export {rulePage} from './rule-page.js'
export type {Problem} from './schema/problems.js'
export type {SchemaText} from './schema/read.js'
export {severitiesIn} from './severities.js'
export {factsSchema, shippedSchemas} from './shipped-schemas.js'
export {summarize} from './summary.js'
export type * from './types.js'
