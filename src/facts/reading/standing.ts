import type {Blockquote, Heading, Nodes, Paragraph, TableCell} from 'mdast'
import {type Block, plain} from '../../markdown/index.js'
import type {Residue} from '../types.js'
import type {Document} from './document.js'
import {asWhole} from './matches.js'
import {once} from './once.js'
import {endOf, startOf} from './positions.js'

/** How a text stands to the template: words of its own, or none. */
export type Standing =
  | {type: 'text'}
  | {type: 'blank'}
  | {type: 'label'}
  | {type: 'unset'}
  | {type: 'residue'; source: Residue['source']}

/** A paragraph, item, quote, cell or title with its standing. */
export interface StandingText {
  node: Paragraph | Blockquote | TableCell | Heading
  place: 'title' | 'paragraph' | 'item' | 'quote' | 'cell'
  text: string
  standing: Standing
  /** Whether it lies in a quote that is residue itself. */
  covered: boolean
}

/** Every text outside code, headings of sections and headers of tables, in order. */
export const standingTexts = once((document: Document): StandingText[] => {
  const judge = judgeOf(document)
  const sections = new Set<Nodes>(document.sections.byHeading.flatMap(section => section?.entry.node ?? []))
  const found: StandingText[] = []
  let residueEnds = -1
  for (const block of document.blocks) {
    const covered = startOf(block.node) < residueEnds
    for (const entry of textsIn(block, sections)) {
      const standing = judge(entry)
      found.push({node: entry.node, place: entry.place, text: entry.text, standing, covered})
      if (standing.type === 'residue' && !covered) residueEnds = endOf(entry.node)
    }
  }
  return found
})

/** Standings by node. */
export const standings = once(
  (document: Document): ReadonlyMap<Nodes, Standing> =>
    new Map(
      standingTexts(document).map(({node, standing, covered}) => [
        node,
        covered ? {type: 'residue', source: 'example'} : standing,
      ]),
    ),
)

type Text = Pick<StandingText, 'node' | 'place' | 'text'>

function textsIn({node, text, container}: Block, sections: ReadonlySet<Nodes>): Text[] {
  switch (node.type) {
    case 'heading':
      return node.depth === 1 && !sections.has(node) ? [{node, place: 'title', text}] : []
    case 'paragraph': {
      const whole =
        container?.type === 'listItem' && container.children.filter(child => child.type === 'paragraph').length === 1
      return [{node, place: whole ? 'item' : 'paragraph', text}]
    }
    case 'blockquote':
      return [{node, place: 'quote', text}]
    case 'table':
      return node.children
        .slice(1)
        .flatMap(row => row.children)
        .map(cell => ({node: cell, place: 'cell' as const, text: plain(cell)}))
    default:
      return []
  }
}

// A longer text is no placeholder.
const LONGEST = 1000

function judgeOf({text: source, template}: Document): (entry: Text) => Standing {
  const residue = new Map(template?.residue.map(entry => [entry.text, entry.source]))
  const placeholders = template?.placeholders.map(asWhole) ?? []
  const marks = template?.marks.map(({pattern}) => asWhole(pattern)) ?? []
  const isPlaceholder = (text: string) =>
    text.length <= LONGEST && placeholders.some(one => one.test(text)) && !marks.some(one => one.test(text))
  const labels = new Set(template?.labels)
  const quoteMarkers = (template?.markers ?? [])
    .filter(marker => marker.startsWith('> '))
    .map(marker => marker.slice(2))
  const markers = (template?.markers ?? []).filter(marker => !marker.startsWith('> '))

  return ({node, place, text}) => {
    const start = startOf(node.children[0] ?? node)
    const signs = place === 'quote' ? quoteMarkers : markers
    if (signs.some(marker => source.startsWith(marker, start))) return {type: 'residue', source: 'marker'}
    if (place === 'title') return {type: 'text'}
    const known = residue.get(text)
    if (known !== undefined) return {type: 'residue', source: known}
    if (place === 'quote') return {type: 'text'}
    // Code speaks of the word; it does not leave a value open.
    const spoken = node.children.every(child => child.type === 'inlineCode')
    if (!spoken && isPlaceholder(text)) return {type: 'residue', source: 'placeholder'}
    if (text === '' || /^\[[ xX]?\]$/.test(text)) return {type: 'blank'}
    if (!spoken && (isUnset(text) || isUnset(behindLabel(text, labels)))) return {type: 'unset'}
    if (place !== 'cell' && saysNothing(text)) return {type: 'blank'}
    return labels.has(text) ? {type: 'label'} : {type: 'text'}
  }
}

// "N/A" alone waives nothing: it does not say why. "None" may be an answer.
function saysNothing(text: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return true
  const [whole, reason = ''] = /^(?:N\/?A|Not applicable)\s*[.:–—-]*\s*(.*)$/i.exec(text) ?? []
  return whole !== undefined && (!/[\p{L}\p{N}]/u.test(reason) || isUnset(reason))
}

/** Whether a text says only that something is not set; a dash or nothing at all says that it is empty. */
export function isUnset(text: string): boolean {
  return /^[[(<{]*(?:TBD|TODO|\?{3,})[\])>}]*(?:\s*[/,]\s*(?:TBD|TODO|\?{3,}))*[.:]?$/i.test(text)
}

function behindLabel(text: string, labels: ReadonlySet<string>): string {
  const label = /^[^:]{1,80}:(?= )/.exec(text)?.[0]
  return label !== undefined && labels.has(label) ? text.slice(label.length).trim() : ''
}
