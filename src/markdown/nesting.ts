/** A quote, or a list item (or footnote) with the column at which its content begins. */
type Container = {type: 'quote'} | {type: 'item'; content: number}

interface Fence {
  sign: string
  length: number
  /** Containers around it. */
  depth: number
}

/**
 * Whether quotes, list items and footnotes nest deeper than `limit`: a scanner of the beginnings of lines, in time that grows
 * with the text alone. Paragraphs that go on without their markers count as ended, which changes nothing in the depth.
 */
export function nestsDeeper(text: string, limit: number): boolean {
  let containers: Container[] = []
  let fence: Fence | undefined
  for (const [content] of text.replace(/^\uFEFF/, '').matchAll(/[^\r\n]+/g)) {
    const line = cursorOf(content)
    const kept = containers.findIndex(container => !continues(container, line))
    if (kept >= 0) containers = containers.slice(0, kept)
    if (fence && containers.length < fence.depth) fence = undefined
    if (fence) {
      if (closes(line.rest(), fence)) fence = undefined
      continue
    }

    for (let next = opened(line); next; next = opened(line)) {
      containers.push(next)
      if (containers.length > limit) return true
    }
    fence = fenceOf(line.rest(), containers.length)
  }
  return false
}

/** A place in a line that moves on, with the column that tabs make of it. */
interface Cursor {
  column(): number
  rest(): string
  /** The first sign that is no white space; undefined when nothing else follows. */
  sign(): string | undefined
  /** Columns of white space before it. */
  indent(): number
  /** What a sticky pattern matches here. */
  peek(pattern: RegExp): string | undefined
  /** Moves over white space up to a column. */
  spaceTo(column: number): void
  /** Moves over signs that are no white space. */
  take(length: number): void
}

function cursorOf(line: string): Cursor {
  let [at, column] = [0, 0]
  const isSpace = (index: number) => line[index] === ' ' || line[index] === '\t'
  const after = (from: number, index: number) => from + (line[index] === '\t' ? 4 - (from % 4) : 1)
  return {
    column: () => column,
    rest: () => line.slice(at),
    sign: () => {
      let index = at
      while (isSpace(index)) index++
      return line[index]
    },
    indent: () => {
      let ahead = column
      for (let index = at; isSpace(index); index++) ahead = after(ahead, index)
      return ahead - column
    },
    peek: pattern => {
      pattern.lastIndex = at
      return pattern.exec(line)?.[0]
    },
    spaceTo: target => {
      for (; column < target && isSpace(at); at++) column = after(column, at)
    },
    take: length => {
      at += length
      column += length
    },
  }
}

function continues(container: Container, line: Cursor): boolean {
  if (container.type === 'quote') return takesQuote(line)
  if (line.sign() === undefined) return true
  if (line.column() + line.indent() < container.content) return false
  line.spaceTo(container.content)
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

function opened(line: Cursor): Container | undefined {
  const indent = line.indent()
  if (line.sign() === undefined || indent > 3) return undefined
  if (takesQuote(line)) return {type: 'quote'}
  if (line.peek(RULE) !== undefined) return undefined
  line.spaceTo(line.column() + indent)
  const start = line.column()
  const marker = line.peek(MARKER)
  if (marker === undefined) return undefined
  line.take(marker.length)
  if (marker.startsWith('[')) {
    line.spaceTo(line.column() + line.indent())
    return {type: 'item', content: start + 4}
  }
  // Five columns or more after the marker are one, and indented code.
  const gap = line.indent()
  const width = line.sign() === undefined || gap > 4 ? 1 : gap
  line.spaceTo(line.column() + width)
  return {type: 'item', content: start + marker.length + width}
}

function fenceOf(rest: string, depth: number): Fence | undefined {
  const run = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(rest)?.[1]
  return run === undefined ? undefined : {sign: run.charAt(0), length: run.length, depth}
}

function closes(rest: string, fence: Fence): boolean {
  const run = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(rest)?.[1]
  return run?.startsWith(fence.sign) === true && run.length >= fence.length
}
