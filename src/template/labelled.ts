import type {Paragraph, PhrasingContent} from 'mdast'
import {endOf, plain, startOf} from '../markdown/index.js'
import {collapsed, itemAt} from '../text/index.js'

/** A line such as "**Status**: Draft", with half-open ranges of offsets in the source. */
export interface Labelled {
  label: string
  labelRange: readonly [number, number]
  /** Whether the label is strong or emphasised. */
  marked: boolean
  /** Links, code and emphasis as their text. */
  value: string
  valueRange: readonly [number, number]
}

/** The lines of a paragraph that read "Label: value"; a hard or soft break ends one. */
export function labelledLines(paragraph: Paragraph, source: string): Labelled[] {
  return linesIn(paragraph, source).flatMap(line => labelledIn(line, source) ?? [])
}

/** A whole paragraph that reads "Label: value", wherever its lines break. */
export function labelledParagraph(paragraph: Paragraph, source: string): Labelled | undefined {
  const lines = linesIn(paragraph, source)
  const last = lines[lines.length - 1]
  const leaves = lines.flatMap((line, index) => (index === 0 ? line.leaves : [space(line), ...line.leaves]))
  return last && labelledIn({start: last.start, end: last.end, leaves}, source)
}

/** A piece of text in a line, or something that stands in it as one. */
interface Leaf {
  text: string
  start: number
  end: number
  /** Whether it is text that may hold a label: not code, no link, no picture. */
  plain: boolean
  /** The outermost strong or emphasised text around it. */
  mark?: {start: number; end: number}
}

interface Line {
  leaves: Leaf[]
  start: number
  end: number
}

function linesIn(paragraph: Paragraph, source: string): Line[] {
  const [start, end] = rangeOf(paragraph)
  let line: Line = {leaves: [], start, end}
  const lines = [line]
  const breakAt = (last: number, next: number): void => {
    line.end = last
    line = {leaves: [], start: next, end}
    lines.push(line)
  }
  const walk = (nodes: readonly PhrasingContent[], around: Pick<Leaf, 'plain' | 'mark'>): void => {
    for (const node of nodes) {
      const [from, to] = rangeOf(node)
      switch (node.type) {
        case 'strong':
        case 'emphasis':
          walk(node.children, {...around, mark: around.mark ?? {start: from, end: to}})
          break
        case 'break':
          breakAt(from, to)
          break
        case 'html':
          if (plain(node) !== '' || !/^<br\b/i.test(node.value)) break
          breakAt(from, to)
          break
        case 'text':
          textLines(node.value, source.slice(from, to)).forEach(({text, offset, length}, index) => {
            if (index > 0) breakAt(from + offset, from + offset)
            line.leaves.push({...around, text, start: from + offset, end: from + offset + length})
          })
          break
        default:
          line.leaves.push({...around, plain: false, text: plain(node), start: from, end: to})
      }
    }
  }
  walk(paragraph.children, {plain: true})
  return lines
}

/** The lines of a text with their places in its source. Where a reference such as "&#10;" makes a line end, there is one only. */
function textLines(value: string, source: string): {text: string; offset: number; length: number}[] {
  const texts = value.split(/\r\n|\n|\r/)
  const parts = source.split(/(\r\n|\n|\r)/)
  if (parts.length !== texts.length * 2 - 1) return [{text: value, offset: 0, length: source.length}]
  let offset = 0
  return texts.map((text, index) => {
    if (index > 0) offset += itemAt(parts, index * 2 - 1).length
    const part = itemAt(parts, index * 2)
    const found = {text, offset, length: part.length}
    offset += part.length
    return found
  })
}

const LONGEST_LABEL = 60

function labelledIn({leaves, end}: Line, source: string): Labelled | undefined {
  const at = leaves.findIndex(leaf => !leaf.plain || colonIn(leaf, source) !== undefined)
  const leaf = leaves[at]
  const colon = leaf?.plain ? colonIn(leaf, source) : undefined
  if (leaf === undefined || colon === undefined) return undefined

  const before = leaves.slice(0, at).filter(({text}) => text.trim() !== '')
  const own = leaf.text.slice(0, colon.inText)
  const label = collapsed([...before.map(({text}) => text), own].join(''))
  if (!/\p{L}/u.test(label) || label.length > LONGEST_LABEL || /[.!?;]\s/.test(label)) return undefined
  const parts = own.trim() === '' ? before : [...before, {...leaf, end: colon.offset}]
  const labelRange = trimmedRange(source, itemAt(parts, 0).start, itemAt(parts, parts.length - 1).end)

  const rest = leaf.text.slice(colon.inText + 1)
  // "**Label:** value": the marks that close the label are none of the value.
  const closed = rest.trim() === '' && leaves[at + 1]?.mark?.start !== leaf.mark?.start ? leaf.mark : undefined
  const after = leaves.slice(at + 1)
  const last = after[after.length - 1] ?? leaf
  // "**Label: value**": likewise.
  const isInside = !closed && leaf.mark !== undefined && last.mark?.start === leaf.mark.start
  const [from, to] = trimmedRange(source, closed?.end ?? colon.offset + 1, isInside ? last.end : end)
  const value = collapsed([rest, ...after.map(({text}) => text)].join(''))
  return {
    label,
    labelRange,
    marked: parts.every(({mark}) => mark !== undefined),
    value,
    valueRange: value === '' ? [from, from] : [from, to],
  }
}

/** The colon that ends a label: the first one with white space, or nothing of its text, behind it. */
function colonIn({text, start, end}: Leaf, source: string): {inText: number; offset: number} | undefined {
  const written = source.slice(start, end)
  for (let [inText, at] = [text.indexOf(':'), written.indexOf(':')]; at >= 0 && inText >= 0; ) {
    if (/^(?:\s|$)/.test(text.slice(inText + 1, inText + 2))) return {inText, offset: start + at}
    inText = text.indexOf(':', inText + 1)
    at = written.indexOf(':', at + 1)
  }
  return undefined
}

function trimmedRange(source: string, start: number, end: number): [number, number] {
  const text = source.slice(start, Math.max(start, end))
  const from = start + text.length - text.trimStart().length
  return [from, Math.max(from, start + text.trimEnd().length)]
}

function space({start}: Line): Leaf {
  return {text: ' ', start, end: start, plain: true}
}

function rangeOf(node: Paragraph | PhrasingContent): [number, number] {
  return [startOf(node), endOf(node)]
}
