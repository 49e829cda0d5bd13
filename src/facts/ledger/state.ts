import type {Heading, ListItem, Nodes, Paragraph} from 'mdast'
import type {Block} from '../../markdown/index.js'
import {plain} from '../../markdown/index.js'
import {endsAsking} from '../../research/asks.js'
import {roleOf} from '../../research/question-sections.js'
import {isAdvice, isAnswer, readsResolved} from '../../research/resolved.js'
import {firstFrom} from '../../text/index.js'
import type {Document} from '../reading/document.js'
import {once} from '../reading/once.js'
import {endOf, startOf} from '../reading/positions.js'
import type {Unit} from './units.js'

/**
 * Whether a piece of a section of questions settles its question. A box says it; else the words do: what is marked as resolved,
 * what stands under "Resolved Questions", and what states instead of asking.
 */
export function isSettled(unit: Unit, document: Document): boolean {
  const item = outermostItem(unit, document)
  if (item) return itemSettled(item, document)
  if (unit.node.type === 'tableRow') return rowSettled(unit)
  if (unit.node.type === 'heading') return headingSettled(unit.node, document)
  return textSettled(unit.node, document)
}

function itemSettled(item: ListItem, document: Document): boolean {
  const [first] = item.children
  if (item.checked === true) return true
  if ((first?.type === 'paragraph' || first?.type === 'heading') && readsResolved(first.children)) return true
  const below = item.children.flatMap((child): Nodes[] => (child.type === 'list' ? child.children : [child]))
  if (below.some(isAnswer)) return true
  if (first && holdsAnswer(first)) return true
  if (item.checked === false) return false
  // Choices with boxes: the one that is ticked is the answer.
  const boxes = below.flatMap(node => (node.type === 'listItem' && typeof node.checked === 'boolean' ? [node] : []))
  if (boxes.length > 0) return boxes.some(({checked}) => checked === true)
  return first !== undefined && textSettled(first, document)
}

function textSettled(node: Nodes, document: Document): boolean {
  const text = plain(node)
  if (holdsAnswer(node) || INLINE_ANSWER.test(text)) return true
  if (isUnderResolved(document, startOf(node))) return true
  if (text.includes('?')) return endsAsking(text) && isAnsweredBelow(document, node)
  return !isAdvice(node)
}

// "**Should it?** → **Decision: No.**", "Which one? _(RESOLVED)_"
const ANSWER = /^[\s(→–—-]*(?:resolved|resolution|decision|decided|answer(?:ed)?|confirmed)\b/i

// "Is this acceptable? Answer: It is."
const INLINE_ANSWER = /[?.!)]\s+(?:resolved|resolution|decision|answer)\s*:/i

function holdsAnswer(node: Nodes): boolean {
  if (!('children' in node)) return false
  return node.children.some(
    child =>
      (child.type === 'strong' || child.type === 'emphasis') && (ANSWER.test(plain(child)) || holdsAnswer(child)),
  )
}

function isUnderResolved(document: Document, offset: number): boolean {
  for (let node = document.sectionNodeAt(offset); node; node = node.parent) {
    const role = roleOf(node.entry.title)
    if (/\bresolved\b|\bdecisions?\b/i.test(node.entry.title) && !/\bunresolved\b/i.test(node.entry.title)) return true
    if (role !== undefined) return role === 'resolved'
  }
  return false
}

// These are asked for each of thousands of questions: to go through all blocks would take the square of their number.
const outermostBlocks = once(({blocks}: Document) => blocks.filter(block => block.outermost))
const outermostItems = once(({blocks}: Document) =>
  blocks.flatMap(({node, inItem}) => (node.type === 'listItem' && !inItem ? [node] : [])),
)
const sectionOfHeading = once(
  ({sections}: Document) => new Map(sections.byHeading.flatMap(each => (each ? [[each.entry.node, each]] : []))),
)

const startOfBlock = ({node}: Block): number => startOf(node)

/** Whether the block after a question that ends with its mark is prose that asks nothing. */
function isAnsweredBelow(document: Document, node: Nodes): boolean {
  const blocks = outermostBlocks(document)
  const next = blocks[firstFrom(blocks, startOfBlock, startOf(node) + 1)]
  return next?.node.type === 'paragraph' && !next.text.includes('?') && !isAdvice(next.node)
}

// Of a row the status says it, else an answer that is more than a mark.
function rowSettled({text}: Unit): boolean {
  const cells = text().split(' | ')
  if (cells.some(cell => /^\W*(?:open|pending|tbd|unresolved|deferred)\b/i.test(cell))) return false
  return cells.filter(cell => /\p{L}{2}/u.test(cell)).length > 1
}

function headingSettled(node: Heading, document: Document): boolean {
  const section = sectionOfHeading(document).get(node)
  if (isUnderResolved(document, startOf(node))) return true
  const from = (offset: number): number => firstFrom(document.blocks, startOfBlock, offset)
  const inside = section ? document.blocks.slice(from(section.start + 1), from(section.end)) : []
  const items = inside.flatMap(block => (block.node.type === 'listItem' && !block.inItem ? [block.node] : []))
  const boxes = items.filter(item => typeof item.checked === 'boolean')
  if (boxes.length > 0) return boxes.every(item => item.checked === true)
  const words = inside.flatMap(block => (block.node.type === 'paragraph' ? [block.node] : []))
  return words.some((paragraph: Paragraph) => isAnswer(paragraph) || holdsAnswer(paragraph))
}

function outermostItem(unit: Unit, document: Document): ListItem | undefined {
  const items = outermostItems(document)
  const last = items[firstFrom(items, startOf, unit.start + 1) - 1]
  return last && endOf(last) >= unit.end ? last : undefined
}
