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
function isClosed({lines}: Document, {node, character, length}: FencedCode): boolean {
  const [first, last] = [lineOf(node), lastLineOf(node)]
  const contents = node.value === '' ? 0 : node.value.split(/\r\n|\n|\r/).length
  // A last line that is content may look like a closing one: it is indented too far.
  if (last <= first + contents) return false
  // Where the next line ends what is around it, that line may be its last: of an item, or of a quote that it does not stand in.
  const [, lead = '', run = ''] = /^([ \t>]*)(`+|~+)[ \t]*$/.exec(lines.text(last)) ?? []
  const around = lines.text(first).slice(0, startOf(node) - lines.start(first))
  return run.startsWith(character) && run.length >= length && quotesIn(lead) <= quotesIn(around)
}

function quotesIn(lead: string): number {
  return lead.split('>').length
}
