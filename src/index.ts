export type * from './facts/types.js'
export type {Edit, Fix, Range} from './fixes/index.js'
export {
  type Baseline,
  type BaselineEntry,
  type BaselinePart,
  type BaselineReading,
  type BaselineReport,
  type BaselineSource,
  baselineText,
  builtInKinds,
  type CheckState,
  collectFacts,
  type FileReport,
  type FixedText,
  type FixOptions,
  fix,
  type Isolation,
  type Kind,
  type Law,
  type LintFilesOptions,
  type LintOptions,
  lint,
  lintFiles,
  type MendedFile,
  type Message,
  type Problem,
  type Progress,
  type Related,
  type Report,
  type Rule,
  readBaseline,
  type SchemaText,
  type Setting,
  type SettingsError,
  type Severities,
  type Severity,
  type Summary,
  type Unchecked,
} from './lint/index.js'
export {type EngineName, useEngine} from './markdown/index.js'
export {
  type RankedResearch,
  type RankOptions,
  type ResearchDocument,
  rankResearch,
  readResearch,
  type Tier,
} from './research/index.js'
export {ScaffoldError, type ScaffoldRequest, type ScaffoldResult, scaffold} from './scaffold/index.js'
export type {Template} from './template/index.js'
export {openThreads, type ThreadsOptions} from './threads/index.js'
export {openWorkspace, type Workspace, type WorkspaceOptions} from './workspace/index.js'
