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
  role(): SectionRole | undefined
  terms: Terms
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
  const unit = (node: Nodes, text: string) => unitOf(node, text, document)
  const units = document.blocks.flatMap(({node, inItem, text}) => {
    if (node.type === 'table') return rowsOf(node).map(row => unit(row, row.children.map(plain).join(' | ')))
    if (node.type === 'listItem') return unit(node, plain(node))
    if (node.type === 'heading' || (node.type === 'paragraph' && !inItem)) return unit(node, text)
    return []
  })
  const places = placesIn(units)
  const having = (term: string) => places.get(term) ?? NOWHERE
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

function unitOf(node: Nodes, text: string, document: Document): Unit {
  const start = startOf(node)
  let lead: Terms | undefined
  return {
    node,
    text,
    start,
    end: endOf(node),
    terms: termsOf(text),
    // Few of them are asked for.
    role: () => roleAt(document, start),
    lead: () => {
      lead ??= termsOf(leadOf(text))
      return lead
    },
  }
}

/** "Color fallback" of "**Color fallback**: What should …"; the first sentence of what has no such name. */
export function leadOf(text: string): string {
  const aside = text.replace(/\s*\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '')
  const plainText = aside.replace(/[*_~]{1,3}/g, '').replace(/^\s*(?:Q\d+|\d+[.)]|[✅✔☑])\s*[:.—–-]?\s*/u, '')
  return /^(?:.{3,90}?(?:[?:|]|\.(?=\s)| [—–-] ))/su.exec(plainText)?.[0] ?? plainText.slice(0, 90)
}

const NOWHERE: readonly number[] = []

function placesIn(units: readonly Unit[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const [index, {terms}] of units.entries())
    for (const term of terms.keys()) {
      const known = places.get(term)
      if (known) known.push(index)
      else places.set(term, [index])
    }
  return places
}
