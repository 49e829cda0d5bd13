import type {PhrasingContent, RootContent, Table, Yaml} from 'mdast'
import {plain} from '../markdown/index.js'
import {fileNameOf} from '../research/index.js'
import {
  bearsLabel,
  type MetadataRow,
  type MetadataSource,
  metadataLines,
  metadataList,
  metadataTable,
  type Template,
} from '../template/index.js'
import type {Evidence} from './evidence.js'
import {type AddedRow, addedLines, type ValueFor, withItems, withLines} from './metadata-text.js'
import {joined, link, paragraph, row, text} from './nodes.js'
import {linkTo} from './paths.js'
import type {FilledValue} from './types.js'

/** The id of the row that names the research. */
export const RESEARCH_ROW = 'research'

/** The id of the row that names the document. */
export const TITLE_ROW = 'title'

/** What stands in the row of the research: links to the chosen documents. */
export function researchLinks({documents}: Evidence, path: string): PhrasingContent[] {
  const links = documents.map(({path: to}) => link(linkTo(to, path), fileNameOf(to), to))
  return joined(links, ', ')
}

/** What is known of the rows of a new document. */
export interface Known {
  title: string
  values: readonly FilledValue[]
  links: readonly PhrasingContent[]
}

/**
 * What stands before the sections, with values in the rows of the metadata, whatever it stands in. Rows that the form lacks are
 * added to the first source that it has, where they have a value.
 */
export function withMetadata(blocks: readonly RootContent[], template: Template, known: Known): RootContent[] {
  const {metadata} = template
  const rows = metadata.rows.filter(({section}) => section === undefined)
  const forms = metadata.sources.flatMap(source => FORMS[source](blocks, template) ?? [])
  const shown = forms.flatMap(({labels}) => labels)
  const valueFor: ValueFor = label => {
    const form = rows.find(one => bearsLabel(one, label))
    return form && valueIn(form, known)
  }
  const added = rows.flatMap(form => {
    const value = shown.some(label => bearsLabel(form, label)) ? undefined : valueIn(form, known)
    return value ? [{label: form.label, value}] : []
  })
  return forms.reduce<RootContent[]>(
    (filled, form, index) => form.fill(filled, valueFor, index === 0 ? added : []),
    [...blocks],
  )
}

/** The blocks of a section that is a row: its value takes the place of the first paragraph. */
export function withBody(
  blocks: readonly RootContent[],
  path: string,
  template: Template,
  known: Known,
): RootContent[] {
  const form = template.metadata.rows.find(({section}) => section === path)
  const value = form && valueIn(form, known)
  if (!value) return [...blocks]
  const at = blocks.findIndex(({type}) => type === 'paragraph' || type === 'list')
  if (at >= 0) return [...blocks.slice(0, at), paragraph(value), ...blocks.slice(at + 1)]
  const first = blocks.findIndex(({type}) => type !== 'html')
  const end = first < 0 ? blocks.length : first
  return [...blocks.slice(0, end), paragraph(value), ...blocks.slice(end)]
}

function valueIn({id}: MetadataRow, {title, values, links}: Known): PhrasingContent[] | undefined {
  if (id === RESEARCH_ROW && links.length > 0) return [...links]
  const value = values.find(({field}) => field === id)?.value ?? (id === TITLE_ROW ? title : undefined)
  return value === undefined ? undefined : [text(value)]
}

/** A part of the form that holds metadata. */
interface Form {
  labels: readonly string[]
  /** The blocks with it filled in. They may have changed elsewhere since it was found. */
  fill(blocks: RootContent[], valueFor: ValueFor, added: readonly AddedRow[]): RootContent[]
}

const FORMS: Readonly<
  Record<MetadataSource, (blocks: readonly RootContent[], template: Template) => Form | undefined>
> = {
  table: nodes => {
    const table = metadataTable({nodes, before: Number.POSITIVE_INFINITY})
    const labels = table?.children.slice(1).map(line => plain(line.children.slice(0, 1))) ?? []
    return (
      table && {labels, fill: (blocks, valueFor, added) => swapped(blocks, table, withRows(table, valueFor, added))}
    )
  },
  frontmatter: nodes => {
    const yaml = nodes.find(node => node.type === 'yaml')
    return (
      yaml && {
        labels: yaml.value.split('\n').flatMap(line => keyIn(line)?.label ?? []),
        fill: (blocks, valueFor, added) => swapped(blocks, yaml, withYaml(yaml, valueFor, added)),
      }
    )
  },
  list: (nodes, {source, metadata: {rows}}) => {
    const found = metadataList({nodes, source, before: Number.POSITIVE_INFINITY, rows})
    return (
      found && {
        labels: found.items.map(({label}) => label),
        fill: (blocks, valueFor, added) =>
          swapped(blocks, found.node, withItems(found.node, found.items, valueFor, added, source)),
      }
    )
  },
  lines: (nodes, {source, metadata: {rows}}) => {
    const found = metadataLines({nodes, source, before: Number.POSITIVE_INFINITY, rows})
    const last = found[found.length - 1]
    return (
      last && {
        labels: found.map(({label}) => label),
        fill: (blocks, valueFor, added) =>
          blocks.flatMap(block => {
            if (block.type !== 'paragraph' || !found.some(line => line.paragraph === block)) return [block]
            const more = block === last.paragraph ? addedLines(found, added, source) : []
            return [withLines(block, found, valueFor, source), ...more]
          }),
      }
    )
  },
}

function swapped(blocks: readonly RootContent[], from: RootContent, to: RootContent): RootContent[] {
  return blocks.map(block => (block === from ? to : block))
}

const KEY = /^(?<written>"[^"\\]*"|'[^']*'|(?<label>[^\s"'#:-](?:[^:#]|:(?=\S)|(?<=\S)#)*)):(?:\s|$)/u

/** The key that a line of YAML begins with, without and with its quotes. */
function keyIn(line: string): {label: string; written: string} | undefined {
  const {written, label} = KEY.exec(line)?.groups ?? {}
  return written === undefined ? undefined : {written, label: label ?? written.slice(1, -1)}
}

function withRows(table: Table, valueFor: ValueFor, added: readonly AddedRow[]): Table {
  const rows = table.children.map((line, index) => {
    const [label] = line.children
    const cell = index === 0 || !label ? undefined : valueFor(plain(label))
    return label && cell ? row([label.children, cell]) : line
  })
  const more = added.map(({label, value}) => row([[text(label)], value]))
  return {...table, children: [...rows, ...more]}
}

function withYaml(yaml: Yaml, valueFor: ValueFor, added: readonly AddedRow[]): Yaml {
  const lines: string[] = []
  let blanks: string[] = []
  let isReplaced = false
  for (const line of yaml.value.split('\n')) {
    if (isReplaced && line.trim() === '') {
      blanks.push(line)
      continue
    }
    const key = keyIn(line)
    // What goes on with the old value goes with it.
    const isOld = key === undefined && isReplaced && /^(?:[ \t]|-[ \t])/.test(line)
    if (!isOld) {
      const words = key === undefined ? '' : plain(valueFor(key.label) ?? [])
      isReplaced = words !== ''
      lines.push(...blanks, isReplaced ? `${key?.written}: ${JSON.stringify(words)}` : line)
    }
    blanks = []
  }
  const more = added.map(({label, value}) => `${label}: ${JSON.stringify(plain(value))}`)
  return {...yaml, value: [...lines, ...more].join('\n')}
}
