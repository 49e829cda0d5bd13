import {readYaml} from '../text/yaml.js'
import {
  idOf,
  isAnyLevel,
  isMap,
  isMapSetting,
  itemsOf,
  knownOf,
  partOf,
  requireKeys,
  type Setting,
  settingsOf,
  textOf,
  textsOf,
  wholeNumberOf,
} from './checks.js'
import type {TemplateComment} from './comments.js'
import {TemplateError} from './error.js'
import {idsIn, marksIn, type Placeholders, placeholdersIn} from './patterns.js'
import {readRows} from './rows.js'
import {readStatuses} from './statuses.js'
import type {IdPattern, MetadataRow, MetadataSource, NamedPattern, Status} from './types.js'

/** What the first comment of a template says; nothing of it is required. */
export interface Header {
  kind?: string
  version?: number
  statuses?: readonly Status[]
  sources?: readonly MetadataSource[]
  /** The label of a section's row is "" where it is not said. */
  rows: readonly MetadataRow[]
  /** Line of the rows, for blame. */
  rowsLine: number
  appendix?: string
  /** Titles of sections that the form lacks and that may change after an approval. */
  open: readonly string[]
  /** Whether sections stand at any level unless they say otherwise. */
  anyLevel: boolean
  markers?: readonly string[]
  placeholders: Placeholders
  marks: readonly NamedPattern[]
  ids: readonly IdPattern[]
  /** Line of the ids, for blame. */
  idsLine: number
}

const KEYS = [
  'kind',
  'version',
  'statuses',
  'metadata',
  'levels',
  'appendix',
  'open',
  'markers',
  'placeholders',
  'marks',
  'ids',
]

export function readHeader(comment: TemplateComment): Header {
  const settings = readSettings(comment, KEYS)
  const get = (key: string) => settings.get(key)
  const [kind, version, appendix] = [get('kind'), get('version'), get('appendix')]
  const metadata = get('metadata')
  return {
    ...(kind && {kind: idOf(kind)}),
    ...(version && {version: wholeNumberOf(version)}),
    ...(settings.has('statuses') && {statuses: readStatuses(get('statuses'))}),
    ...readMetadata(metadata),
    rowsLine: metadata?.line ?? comment.line,
    ...(appendix && {appendix: textOf(appendix)}),
    open: textsOf(get('open')),
    anyLevel: isAnyLevel(get('levels')),
    ...(settings.has('markers') && {markers: textsOf(get('markers'))}),
    placeholders: placeholdersIn(get('placeholders')),
    marks: marksIn(get('marks')),
    ids: idsIn(get('ids')),
    idsLine: get('ids')?.line ?? comment.line,
  }
}

/** The settings in a comment of YAML. */
export function readSettings(comment: TemplateComment, known: readonly string[]): Map<string, Setting> {
  const read = readYaml(comment.body)
  if (!read.ok)
    throw new TemplateError(`The ${comment.name} comment is no YAML: ${read.reason}`, comment.line + read.line - 1)
  if (read.value !== '' && read.pairs.length === 0 && !isMap(read.value)) {
    throw new TemplateError(`Unexpected content of the ${comment.name} comment, expected keys and values`, comment.line)
  }
  return settingsOf(read.pairs, comment.body, comment.line, known)
}

// Either the rows themselves, or the sources and the rows.
function readMetadata(setting: Setting | undefined): Pick<Header, 'sources' | 'rows'> {
  if (setting === undefined) return {rows: []}
  if (Array.isArray(setting.value)) return {rows: readRows(setting)}
  if (!isMapSetting(setting))
    throw new TemplateError('Unexpected value of "metadata", expected a list of rows', setting.line)

  requireKeys(setting, ['source', 'rows'])
  const rows = partOf(setting, 'rows')
  return {
    ...(setting.value.source !== undefined && {sources: readSources(partOf(setting, 'source'))}),
    rows: rows.value === '' ? [] : readRows(rows),
  }
}

const SOURCES: readonly MetadataSource[] = ['table', 'frontmatter', 'list', 'lines']

function readSources(setting: Setting): MetadataSource[] {
  const sources = itemsOf(setting).map(item => knownOf(textOf(item), SOURCES, item.line))
  if (sources.length === 0)
    throw new TemplateError('Unexpected empty list of sources, expected one at least', setting.line)
  return [...new Set(sources)]
}
