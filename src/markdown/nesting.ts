import {type Cursor, cursorOf} from './cursor.js'

/** A quote, or a list item (or footnote) with the columns from what it stands in to its content. */
type Container = {type: 'quote'} | {type: 'item'; width: number}

interface Fence {
  sign: string
  length: number
  /** Containers around it. */
  depth: number
}

/** What a line has done to the containers that were open. */
export interface Step {
  /** How many are open behind it. */
  depth: number
  /** How many the line goes on with; told where the line has ended. */
  within: number
  /** Whether it ends any, but for an item that its like follows. */
  ends: boolean
}

/** Whether quotes, list items and footnotes nest deeper than `limit`. */
export function nestsDeeper(text: string, limit: number): boolean {
  for (const {depth} of containerSteps(text)) if (depth > limit) return true
  return false
}

/**
 * Goes along the lines of a text and tells after each, and at each container that one opens, how many quotes, list items and
 * footnotes are open: a scanner of the beginnings of lines, in time that grows with the text alone.
 */
export function* containerSteps(text: string): Generator<Step> {
  let containers: Container[] = []
  let fence: Fence | undefined
  // Whether a paragraph may be open, which a line goes on with that lacks the markers of what it stands in.
  let isOpen = false
  for (const [, content = ''] of text.replace(/^\uFEFF/, '').matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)) {
    const line = cursorOf(content)
    const before = containers
    const kept = containers.findIndex(container => !continues(container, line))
    const inside = kept < 0 ? containers.length : kept
    if (fence && inside < fence.depth) fence = undefined
    if (fence) {
      containers = containers.slice(0, inside)
      if (closes(line.rest(), fence)) fence = undefined
      isOpen = false
      continue
    }

    const isBlank = line.sign() === undefined
    const next = opened(line)
    const isLazy: boolean = kept >= 0 && isOpen && !isBlank && next === undefined && !endsParagraph(line)
    if (kept >= 0 && !isLazy) containers = containers.slice(0, kept)
    const from = containers.length
    if (next) containers = [...containers, next]
    for (let inner = next && opened(line); inner; inner = opened(line)) {
      containers.push(inner)
      yield {depth: containers.length, within: 0, ends: false}
    }
    const isSibling = before.length === from + 1 && next?.type === 'item' && before[from]?.type === 'item'
    yield {depth: containers.length, within: from, ends: before.length > from && !isSibling}
    fence = fenceOf(line, containers.length)
    isOpen = line.sign() !== undefined && fence === undefined && !endsParagraph(line)
  }
}

function continues(container: Container, line: Cursor): boolean {
  if (container.type === 'quote') return takesQuote(line)
  if (line.sign() === undefined) return true
  if (line.indent() < container.width) return false
  line.spaceTo(line.column() + container.width)
  return true
}

function takesQuote(line: Cursor): boolean {
  const indent = line.indent()
  if (line.sign() !== '>' || indent > 3) return false
  line.spaceTo(line.column() + indent)
  line.take(1)
  line.spaceTo(line.column() + 1)
  return true
}

const RULE = /[ \t]*([-*_])[ \t]*(?:\1[ \t]*){2,}$/y
const MARKER = /(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)|\[\^[^\]\s]+\]:/y

// Some items end no paragraph, and are words of it: counted all the same, they are one level too many.
function opened(line: Cursor): Container | undefined {
  const indent = line.indent()
  if (line.sign() === undefined || indent > 3) return undefined
  if (takesQuote(line)) return {type: 'quote'}
  if (line.peek(RULE) !== undefined) return undefined
  const base = line.column()
  line.spaceTo(base + indent)
  const start = line.column()
  const marker = line.peek(MARKER)
  if (marker === undefined) return undefined
  line.take(marker.length)
  if (marker.startsWith('[')) {
    line.spaceTo(line.column() + line.indent())
    // However far it is indented itself.
    return {type: 'item', width: 4}
  }
  // Five columns or more after the marker are one, and indented code.
  const gap = line.indent()
  const width = line.sign() === undefined || gap > 4 ? 1 : gap
  line.spaceTo(line.column() + width)
  return {type: 'item', width: start - base + marker.length + width}
}

// What is no paragraph's, though the markers before it are missing.
function endsParagraph(line: Cursor): boolean {
  if (line.indent() > 3) return false
  return /^[ \t]*#{1,6}(?:[ \t]|$)/.test(line.rest()) || line.peek(RULE) !== undefined || fenceOf(line, 0) !== undefined
}

function fenceOf(line: Cursor, depth: number): Fence | undefined {
  if (line.indent() > 3) return undefined
  const run = /^[ \t]*(`{3,}(?=[^`]*$)|~{3,})/.exec(line.rest())?.[1]
  return run === undefined ? undefined : {sign: run.charAt(0), length: run.length, depth}
}

function closes(rest: string, fence: Fence): boolean {
  const run = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(rest)?.[1]
  return run?.startsWith(fence.sign) === true && run.length >= fence.length
}
