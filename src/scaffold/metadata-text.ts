import type {List, ListItem, Paragraph, PhrasingContent, RootContent} from 'mdast'
import {endOf, startOf, stringify} from '../markdown/index.js'
import type {LabelledText} from '../template/index.js'
import {itemAt} from '../text/index.js'
import {asWritten, item, paragraph} from './nodes.js'

/** What is to stand behind a label; undefined where nothing is known. */
export type ValueFor = (label: string) => PhrasingContent[] | undefined

/** A row that the form lacks. */
export interface AddedRow {
  label: string
  value: PhrasingContent[]
}

/** A bullet list "Label: value" with values behind its labels, and more items at its end. */
export function withItems(
  list: List,
  labelled: readonly LabelledText[],
  valueFor: ValueFor,
  added: readonly AddedRow[],
  source: string,
): List {
  const children = list.children.map((child): ListItem => {
    const own = labelled.filter(({paragraph}) => child.children.some(block => block === paragraph))
    const text = filledText(own, valueFor, source)
    if (text === undefined) return child
    return {...child, children: [asWritten(text), ...child.children.slice(1)]}
  })
  return {...list, children: [...children, ...added.map(row => item([asWritten(likeFirst(labelled, row, source))]))]}
}

/** A paragraph with values behind the labels of its lines. */
export function withLines(
  node: Paragraph,
  labelled: readonly LabelledText[],
  valueFor: ValueFor,
  source: string,
): RootContent {
  const text = filledText(
    labelled.filter(({paragraph}) => paragraph === node),
    valueFor,
    source,
  )
  return text === undefined ? node : asWritten(text)
}

/** Lines for rows that the form lacks, in the manner of its own: behind the last one, or each a paragraph. */
export function addedLines(
  labelled: readonly LabelledText[],
  added: readonly AddedRow[],
  source: string,
): RootContent[] {
  return added.map(row => asWritten(likeFirst(labelled, row, source)))
}

/** The Markdown of a paragraph with new values; undefined where none is known. */
function filledText(labelled: readonly LabelledText[], valueFor: ValueFor, source: string): string | undefined {
  const [first] = labelled
  const known = labelled.flatMap(line => {
    const value = valueFor(line.label)
    return value ? [{line, value}] : []
  })
  if (!first || known.length === 0) return undefined
  let [text, at] = ['', startOf(first.paragraph)]
  for (const {line, value} of known) {
    const before = source.slice(at, line.valueRange[0])
    text += `${before}${/\s$/.test(before) ? '' : ' '}${markdownOf(value)}`
    at = line.valueRange[1]
  }
  // Lines of a list's item are indented once more when they are written.
  return (text + source.slice(at, endOf(first.paragraph))).replace(/(\r\n|\n|\r)[ \t]+/g, '$1')
}

// The first label of the form with its marks, and another word in it.
function likeFirst(labelled: readonly LabelledText[], {label, value}: AddedRow, source: string): string {
  const first = itemAt(labelled, 0)
  const before = source.slice(startOf(first.paragraph), first.labelRange[0])
  const after = source.slice(first.labelRange[1], first.valueRange[0]).trimEnd()
  if (/[\r\n]/.test(before + after)) return `**${label}**: ${markdownOf(value)}`
  return `${before}${markdownOf([{type: 'text', value: label}])}${after} ${markdownOf(value)}`
}

function markdownOf(value: PhrasingContent[]): string {
  return stringify({type: 'root', children: [paragraph(value)]}).trim()
}
