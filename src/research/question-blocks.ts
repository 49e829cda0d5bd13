import type {Heading, ListItem, Paragraph, PhrasingContent, RootContent, Table, TableRow} from 'mdast'
import {plain} from '../markdown/index.js'
import {append} from '../text/index.js'
import {endsAsking} from './asks.js'
import {saysNone} from './none.js'
import {isAdvice, isAnswer} from './resolved.js'

/** A question where it stands: its words, what completes them, and whether something beside them settles it. */
export interface Found {
  words: readonly PhrasingContent[]
  choices?: readonly (readonly PhrasingContent[])[]
  resolved?: boolean
}

const LABELLED = /^(?:Q\d+|Question(?: \d+)?)\s*(?:$|[:.)–—-])/i

/**
 * The questions among the blocks below a heading. What follows a question belongs to it and is none itself. Where nothing is
 * listed the paragraphs are questions, unless only what is listed is asked for.
 */
export function questionsIn(blocks: readonly RootContent[], listed: boolean): Found[] {
  const found: Found[] = []
  const prose: Paragraph[] = []
  let current: (Found & {labelled: boolean}) | undefined
  let ended = false
  for (const block of blocks) {
    if (block.type === 'thematicBreak') ended = true
    if (block.type === 'paragraph') {
      const text = plain(block)
      if (saysNone(text)) ended = true
      else if (LABELLED.test(text) || endsAsking(text)) {
        current = {words: block.children, labelled: LABELLED.test(text)}
        found.push(current)
      } else if (current && isAnswer(block)) current.resolved = true
      // Below a rule, or "None.", stand a document's closing words; a remark is set in italics.
      else if (!current && !ended && !text.endsWith(':') && !isRemark(block)) prose.push(block)
    }
    if (block.type === 'list') {
      const below = block.children
      if (current && (current.labelled || !below.every(asks))) settle(current, below)
      else append(found, below.flatMap(questionsOfItem))
    }
    if (block.type === 'table') append(found, questionsOfTable(block))
  }
  return listed || found.length > 0 ? found : prose.map(({children}) => ({words: children}))
}

function questionsOfItem(item: ListItem): Found[] {
  const [first, ...rest] = item.children
  if ((first?.type !== 'paragraph' && first?.type !== 'heading') || saysNone(plain(first))) return []
  const below = rest.flatMap(block => (block.type === 'list' ? block.children : []))
  // "**Security:**" with nothing but questions below it is their heading.
  if (isLabel(first) && below.length > 0 && below.every(asks)) return below.flatMap(questionsOfItem)
  const question: Found = {words: first.children}
  if (item.checked === true || rest.some(isAnswer)) question.resolved = true
  settle(question, below)
  return [question]
}

/** What sub-items say about the question above them. */
function settle(question: Found, items: readonly ListItem[]): void {
  if (items.some(isAnswer)) question.resolved = true
  if (!plain([...question.words]).endsWith(':')) return
  question.choices = items.flatMap(item => {
    const [first] = item.children
    return first?.type === 'paragraph' && !isAdvice(first) ? [first.children] : []
  })
}

function questionsOfTable({children}: Table): Found[] {
  const [header, ...rows] = children as [TableRow, ...TableRow[]]
  const titles = header.children.map(cell => plain(cell))
  const column = titles.findIndex(title => /^(?:open )?questions?$/i.test(title))
  const state = titles.findIndex(title => /^(?:status|state)$/i.test(title))
  if (column < 0) return []
  return rows.flatMap(({children}) => {
    const words = children[column]?.children ?? []
    if (words.length === 0 || saysNone(plain(words))) return []
    const cell = children[state]
    return [
      {words, resolved: cell !== undefined && /^\W*(?:resolved|answered|closed|decided|done)\b/i.test(plain(cell))},
    ]
  })
}

/** Whether an item is a question by its own words. */
function asks({checked, children: [first]}: ListItem): boolean {
  return typeof checked === 'boolean' || (first?.type === 'paragraph' && endsAsking(plain(first)))
}

/** Whether blocks say that there is no question, by a paragraph or an item. */
export function sayNone(blocks: readonly RootContent[]): boolean {
  return blocks.some(block => {
    if (block.type === 'list') return block.children.some(item => saysNone(plain(item)))
    return block.type === 'paragraph' && saysNone(plain(block))
  })
}

function isRemark({children}: Paragraph): boolean {
  return children.every(node => node.type === 'emphasis' || node.type === 'break' || plain(node) === '')
}

function isLabel({children}: Paragraph | Heading): boolean {
  const words = children.filter(node => node.type !== 'text' || /[^\s:]/.test(node.value))
  return words.length === 1 && words[0]?.type === 'strong'
}
