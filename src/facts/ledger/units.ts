import type {ListItem, Nodes, Table} from 'mdast'
import {type Block, plain} from '../../markdown/index.js'
import type {SectionRole} from '../../template/index.js'
import type {Document} from '../reading/document.js'
import {once} from '../reading/once.js'
import {endOf, startOf} from '../reading/positions.js'
import {roleAt} from './roles.js'
import {type Piece, termIndex} from './term-index.js'
import {type Terms, termsOf} from './terms.js'

/** A piece of a document that may be what became of a question. */
export interface Unit {
  node: Nodes
  /** With all that it holds. */
  text(): string
  start: number
  end: number
  role(): SectionRole | undefined
  /** Of the words that it begins with, which are often its name. */
  lead(): Terms
}

/** The pieces of a document, and how rare each term is among them. */
export interface Pieces {
  units: readonly Unit[]
  /** From 0 to 1: 1 for a term that stands nowhere, or once. */
  rarity(term: string): number
  /** Indexes of the pieces that have a term. */
  having(term: string): readonly number[]
}

/** Every heading, item, paragraph and table row. An item comes with what stands below it. */
export const piecesOf = once((document: Document): Pieces => {
  const units: Unit[] = []
  const pieces: Piece[] = []
  const items = new Map<Block['container'], number>()
  const add = (node: Nodes, text: () => string, piece: Piece): void => {
    units.push(unitOf(node, text, document))
    pieces.push(piece)
  }
  for (const {node, inItem, text, container} of document.blocks) {
    if (node.type === 'table') {
      for (const row of rowsOf(node)) {
        const words = row.children.map(plain).join(' | ')
        add(row, () => words, {words, around: undefined})
      }
    } else if (node.type === 'listItem') {
      const around = items.get(container)
      items.set(node, units.length)
      add(node, () => plain(node), {words: withoutLists(node), around})
    } else if (node.type === 'heading' || (node.type === 'paragraph' && !inItem))
      add(node, () => text, {words: text, around: undefined})
  }
  const having = termIndex(pieces)
  const most = Math.log(1 + units.length)
  return {
    units,
    rarity: term => (most === 0 ? 1 : Math.log(1 + units.length / Math.max(1, having(term).length)) / most),
    having,
  }
})

function rowsOf({children: [, ...rows]}: Table): Table['children'] {
  return rows
}

// What stands in an item's lists is said by their items.
function withoutLists({children}: ListItem): string {
  return children.flatMap(child => (child.type === 'list' ? [] : plain(child))).join(' ')
}

function unitOf(node: Nodes, text: () => string, document: Document): Unit {
  const start = startOf(node)
  let lead: Terms | undefined
  return {
    node,
    text,
    start,
    end: endOf(node),
    // Few of them are asked for.
    role: () => roleAt(document, start),
    lead: () => {
      lead ??= termsOf(leadOf(text()))
      return lead
    },
  }
}

/** "Color fallback" of "**Color fallback**: What should …"; the first sentence of what has no such name. */
export function leadOf(text: string): string {
  const aside = text.replace(/(?<!\s)\s*\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '')
  const plainText = aside.replace(/[*_~]/g, '').replace(/^\s*(?:Q\d+|\d+[.)]|[✅✔☑])\s*[:.—–-]?\s*/u, '')
  return /^(?:.{3,90}?(?:[?:|]|\.(?=\s)| [—–-] ))/su.exec(plainText)?.[0] ?? plainText.slice(0, 90)
}
