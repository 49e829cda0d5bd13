import type {Nodes, Table} from 'mdast'
import {plain} from '../../markdown/index.js'
import type {SectionRole} from '../../template/index.js'
import type {Document} from '../reading/document.js'
import {once} from '../reading/once.js'
import {endOf, startOf} from '../reading/positions.js'
import {roleAt} from './roles.js'
import {type Terms, termsOf} from './terms.js'

/** A piece of a document that may be what became of a question. */
export interface Unit {
  node: Nodes
  /** With all that it holds. */
  text: string
  start: number
  end: number
  role?: SectionRole
  terms: Terms
  /** Of the words that it begins with, which are often its name. */
  lead: Terms
}

/** The pieces of a document, and how rare each term is among them. */
export interface Pieces {
  units: readonly Unit[]
  /** From 0 to 1: 1 for a term that stands nowhere, or once. */
  rarity(term: string): number
  knows(term: string): boolean
}

/** Every heading, item, paragraph and table row. An item comes with what stands below it. */
export const piecesOf = once((document: Document): Pieces => {
  const units = document.blocks.flatMap(({node, inItem, text}) => {
    if (node.type === 'table')
      return rowsOf(node).map(row => unitOf(row, row.children.map(plain).join(' | '), document))
    if (node.type === 'listItem') return unitOf(node, plain(node), document)
    if (node.type === 'heading' || (node.type === 'paragraph' && !inItem)) return unitOf(node, text, document)
    return []
  })
  const counts = countsIn(units)
  const most = Math.log(1 + units.length)
  return {
    units,
    rarity: term => (most === 0 ? 1 : Math.log(1 + units.length / (counts.get(term) ?? 1)) / most),
    knows: term => counts.has(term),
  }
})

function rowsOf({children: [, ...rows]}: Table): Table['children'] {
  return rows
}

function unitOf(node: Nodes, text: string, document: Document): Unit {
  const start = startOf(node)
  const role = roleAt(document, start)
  return {node, text, start, end: endOf(node), ...(role && {role}), terms: termsOf(text), lead: termsOf(leadOf(text))}
}

/** "Color fallback" of "**Color fallback**: What should …"; the first sentence of what has no such name. */
export function leadOf(text: string): string {
  const aside = text.replace(/\s*\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '')
  const plainText = aside.replace(/[*_~]{1,3}/g, '').replace(/^\s*(?:Q\d+|\d+[.)]|[✅✔☑])\s*[:.—–-]?\s*/u, '')
  return /^(?:.{3,90}?(?:[?:|]|\.(?=\s)| [—–-] ))/su.exec(plainText)?.[0] ?? plainText.slice(0, 90)
}

/** In how many pieces a term stands. */
function countsIn(units: readonly Unit[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const {terms} of units) for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}
