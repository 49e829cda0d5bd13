import type {Root, Table} from 'mdast'
import {plain} from '../markdown/index.js'
import {slug} from '../text/index.js'
import {readYaml} from '../text/yaml.js'
import {TemplateError} from './error.js'
import type {Header} from './header.js'
import type {MetadataForm, MetadataRow} from './types.js'

// What rows are for, where a template does not say: the usual words for what the rules ask about.
const USUAL: readonly [id: string, label: RegExp][] = [
  ['author', /^(?:author|authors|author\(s\)|written by)$/i],
  ['status', /^(?:status|state)$/i],
  ['owner', /^(?:owner|owners|team|team \/ owner|owner \/ team|owning team)$/i],
  ['dates', /^(?:created \/ (?:last )?updated|dates?|created)$/i],
]

/** The form of the metadata: rows that the header names, and those that only the table (or frontmatter) has. */
export function readMetadataForm(tree: Root, header: Header | undefined): MetadataForm {
  const table = metadataTable(tree)
  const yaml = tree.children.find(node => node.type === 'yaml')
  const source = header?.source ?? (table || !yaml ? 'table' : 'frontmatter')
  const labels = source === 'table' ? tableLabels(table) : frontmatterLabels(yaml?.value ?? '')
  const said = header?.rows ?? []

  const missing = source === 'table' && said.find(row => !row.optional && !labels.includes(row.label))
  if (missing && header) {
    throw new TemplateError(`The row "${missing.label}" is not in the template's table`, header.rowsLine)
  }
  const rows: MetadataRow[] = [...said]
  for (const label of labels.filter(label => !said.some(row => row.label === label))) {
    rows.push({id: freeId(label, rows, said.length === 0), label, aliases: [], optional: false})
  }
  return {source, header: source === 'table' && table ? cells(table, 0) : [], rows}
}

/** The first table of two columns before the first section: where the metadata stands. */
export function metadataTable(tree: Root): Table | undefined {
  for (const node of tree.children) {
    if (node.type === 'heading' && node.depth > 1) return undefined
    if (node.type === 'table' && node.children[0]?.children.length === 2) return node
  }
  return undefined
}

function tableLabels(table: Table | undefined): string[] {
  const rows = table?.children.slice(1) ?? []
  return rows.map(row => plain(row.children[0] ?? [])).filter(label => label !== '')
}

function frontmatterLabels(yaml: string): string[] {
  const read = readYaml(yaml)
  return read.ok ? read.pairs.map(pair => pair.key) : []
}

function cells(table: Table, row: number): string[] {
  return table.children[row]?.children.map(cell => plain(cell)) ?? []
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
