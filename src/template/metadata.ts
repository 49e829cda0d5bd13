import type {Root, Table} from 'mdast'
import {plain} from '../markdown/index.js'
import {itemAt, slug} from '../text/index.js'
import {readYaml} from '../text/yaml.js'
import {TemplateError} from './error.js'
import type {Header} from './header.js'
import {bearsLabel, headerOf, metadataLines, metadataList, metadataTable, type Opening} from './metadata-places.js'
import {requireSection} from './sections.js'
import type {MetadataForm, MetadataRow, MetadataSource, TemplateSection} from './types.js'

// What rows are for, where a template does not say: the usual words for what the rules ask about.
const USUAL: readonly [id: string, label: RegExp][] = [
  ['author', /^(?:author|authors|author\(s\)|written by)$/i],
  ['status', /^(?:status|state)$/i],
  ['owner', /^(?:owner|owners|team|team \/ owner|owner \/ team|owning team)$/i],
  ['dates', /^(?:created \/ (?:last )?updated|dates?|created|start date)$/i],
]

/** The form of the metadata, and what stands in it. */
export interface MetadataReading {
  form: MetadataForm
  /** What stands in the row of the status: often the choice of all statuses. */
  status: string
}

/** Reads the form of the metadata: rows that the header names, and those that only the form itself has. */
export function readMetadataForm(
  tree: Root,
  source: string,
  header: Header | undefined,
  sections: readonly TemplateSection[],
): MetadataReading {
  const said = rowsOf(header, sections)
  const opening = {nodes: tree.children, source, before: itemAt(sections, 0).start, rows: said}
  const sources = header?.sources ?? [sourceIn(opening)]
  const found = sources.flatMap(name => ENTRIES[name](opening))

  const table = sources.includes('table') ? metadataTable(opening) : undefined
  // Frontmatter of templates holds what is to be replaced, and often is no YAML.
  const missing = said.find(
    row => !row.optional && row.section === undefined && !found.some(({label}) => bearsLabel(row, label)),
  )
  if (missing && header && !sources.includes('frontmatter')) {
    const words = sources.map(name => WORDS[name]).join(' or ')
    throw new TemplateError(`The row "${missing.label}" is not in the template's ${words}`, header.rowsLine)
  }
  const rows: MetadataRow[] = [...said]
  for (const {label} of found.filter(({label}) => !said.some(row => bearsLabel(row, label)))) {
    rows.push({id: freeId(label, rows, said.length === 0), label, aliases: [], optional: false})
  }
  const status = rows.find(({id}) => id === 'status')
  return {
    form: {sources, header: table ? headerOf(table) : [], rows},
    status: found.find(({label}) => status && bearsLabel(status, label))?.value ?? '',
  }
}

function rowsOf(header: Header | undefined, sections: readonly TemplateSection[]): MetadataRow[] {
  if (!header) return []
  return header.rows.map(row => {
    if (row.section === undefined) return row
    const {title} = requireSection(row.section, sections, `the row "${row.id}"`, header.rowsLine)
    return row.label === '' ? {...row, label: title} : row
  })
}

/** A row as the form has it. */
interface Entry {
  label: string
  value: string
}

/** What each source holds, in the order in which a form that does not say its source is looked through. */
const ENTRIES: Readonly<Record<MetadataSource, (opening: Opening) => Entry[]>> = {
  table: opening => tableEntries(metadataTable(opening)),
  frontmatter: ({nodes}) => {
    const yaml = nodes.find(node => node.type === 'yaml')
    return yaml ? frontmatterEntries(yaml.value) : []
  },
  list: opening => [...(metadataList(opening)?.items ?? [])],
  lines: metadataLines,
}

const WORDS: Readonly<Record<MetadataSource, string>> = {
  table: 'table',
  frontmatter: 'frontmatter',
  list: 'list',
  lines: 'lines',
}

/** The source that a form has, where its header does not say. */
function sourceIn(opening: Opening): MetadataSource {
  if (metadataTable(opening)) return 'table'
  if (opening.nodes.some(node => node.type === 'yaml')) return 'frontmatter'
  if (metadataList(opening)) return 'list'
  return metadataLines(opening).length > 0 ? 'lines' : 'table'
}

function tableEntries(table: Table | undefined): Entry[] {
  const rows = table?.children.slice(1) ?? []
  return rows
    .map(({children}) => ({label: plain(children.slice(0, 1)), value: plain(children.slice(1, 2))}))
    .filter(({label}) => label !== '')
}

function frontmatterEntries(yaml: string): Entry[] {
  const read = readYaml(yaml)
  if (read.ok)
    return read.pairs.map(({key, value}) => ({label: key, value: typeof value === 'string' ? value.trim() : ''}))
  return yaml.split(/\r\n|\n|\r/).flatMap(line => {
    const [, label, value = ''] = /^([\p{L}\p{N}_][^\s:#]*):(?:\s+(.*))?$/su.exec(line) ?? []
    return label === undefined ? [] : [{label, value: value.trim()}]
  })
}

function freeId(label: string, rows: readonly MetadataRow[], usual: boolean): string {
  const named = usual ? USUAL.find(([, pattern]) => pattern.test(label))?.[0] : undefined
  const base = named ?? (slug(label) || 'row')
  const taken = (id: string) => rows.some(row => row.id === id)
  if (!taken(base)) return base
  let number = 2
  while (taken(`${base}-${number}`)) number++
  return `${base}-${number}`
}
