import type {PhrasingContent, RootContent, Table, Yaml} from 'mdast'
import {plain} from '../markdown/index.js'
import {fileNameOf} from '../research/index.js'
import type {MetadataRow, Template} from '../template/index.js'
import type {Evidence} from './evidence.js'
import {joined, link, row, text} from './nodes.js'
import {linkTo} from './paths.js'
import type {FilledValue} from './types.js'

/** The id of the row that names the research. */
export const RESEARCH_ROW = 'research'

/** What stands in the row of the research: links to the chosen documents. */
export function researchLinks({documents}: Evidence, path: string): PhrasingContent[] {
  const links = documents.map(({path: to}) => link(linkTo(to, path), fileNameOf(to), to))
  return joined(links, ', ')
}

/** The metadata's blocks with values in their rows. Rows that the form lacks are added at its end where they have a value. */
export function withMetadata(
  blocks: readonly RootContent[],
  {metadata}: Template,
  values: readonly FilledValue[],
  links: readonly PhrasingContent[],
): RootContent[] {
  const cellOf = ({id}: MetadataRow): PhrasingContent[] | undefined => {
    const value = values.find(({field}) => field === id)
    if (id === RESEARCH_ROW && links.length > 0) return [...links]
    return value && [text(value.value)]
  }
  let filled = false
  return blocks.map(block => {
    if (filled) return block
    if (metadata.sources.includes('frontmatter') && block.type === 'yaml') {
      filled = true
      return withYaml(block, metadata.rows, row => plain(cellOf(row) ?? []))
    }
    if (!metadata.sources.includes('table') || block.type !== 'table' || block.children[0]?.children.length !== 2)
      return block
    filled = true
    return withRows(block, metadata.rows, cellOf)
  })
}

function withRows(
  table: Table,
  rows: readonly MetadataRow[],
  cellOf: (row: MetadataRow) => PhrasingContent[] | undefined,
): Table {
  const written = new Set<string>()
  const [header, ...body] = table.children.map((line, index) => {
    const form = index === 0 ? undefined : rows.find(({label}) => label === plain(line.children[0] ?? []))
    const cell = form && cellOf(form)
    if (form) written.add(form.id)
    return cell ? row([line.children[0]?.children ?? [], cell]) : line
  })
  const added = rows.flatMap(form => {
    const cell = written.has(form.id) ? undefined : cellOf(form)
    return cell ? [row([[text(form.label)], cell])] : []
  })
  return {...table, children: [...(header ? [header] : []), ...body, ...added]}
}

function withYaml(yaml: Yaml, rows: readonly MetadataRow[], wordsOf: (row: MetadataRow) => string): Yaml {
  const lines = yaml.value.split('\n')
  for (const form of rows) {
    const value = wordsOf(form)
    if (value === '') continue
    const at = lines.findIndex(line => line.startsWith(`${form.label}:`))
    const line = `${form.label}: ${JSON.stringify(value)}`
    if (at < 0) lines.push(line)
    else lines[at] = line
  }
  return {...yaml, value: lines.join('\n')}
}
