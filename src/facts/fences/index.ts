import {lastLineOf, lineOf} from '../../markdown/index.js'
import {type FencedCode, fencedCode} from '../reading/code.js'
import type {Document} from '../reading/document.js'
import {endOf, rangeBetween, startOf} from '../reading/positions.js'
import type {Fence} from '../types.js'
import {hiddenTitles} from './hidden.js'
import {type FenceLine, nestedIn, openersOf} from './nesting.js'

/** Every fenced code block in order. */
export function fences(document: Document): Fence[] {
  const lines = fencedCode(document).map(
    (fence): FenceLine => ({fence, closed: isClosed(document, fence), nested: nestedIn(document, fence)}),
  )
  const openers = openersOf(lines)
  const guilty = new Set(openers.values())
  return lines.map((line): Fence => {
    const {fence, closed, nested} = line
    const [start, end] = [startOf(fence.node), endOf(fence.node)]
    const opener = openers.get(line)
    const section = document.sectionAt(start)
    return {
      character: fence.character,
      length: fence.length,
      info: fence.info,
      language: fence.language,
      closed,
      hidden: hiddenTitles(document, start, end),
      nested: nested.map(one => (guilty.has(one) ? {...one, unclosed: true} : one)),
      ...(opener && {opener: {...opener, unclosed: true}}),
      ...(section !== undefined && {section}),
      position: openingLine(document, fence),
      end: document.lines.pointAt(end),
    }
  })
}

function openingLine({lines}: Document, {node}: FencedCode): Fence['position'] {
  const start = startOf(node)
  const line = lineOf(node)
  return rangeBetween(lines, start, lines.start(line) + lines.text(line).trimEnd().length)
}

/** Whether its last line closes it, and not the end of the document or of what is around it. */
function isClosed({lines}: Document, {node, character}: FencedCode): boolean {
  const [first, last] = [lineOf(node), lastLineOf(node)]
  const contents = node.value === '' ? 0 : node.value.split(/\r\n|\n|\r/).length
  // What follows the contents is the line that closes them, or a blank one.
  return last > first + contents && lines.text(last).trimEnd().endsWith(character)
}
