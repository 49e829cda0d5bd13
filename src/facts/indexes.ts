import {
  type Choice,
  chosen,
  differingRows,
  type Listed,
  type Marker,
  markdownTable,
  mayHoldList,
  readOptions,
  statusNames,
  unknownStatuses,
} from '../listing/index.js'
import {lineEnding, meant} from '../text/index.js'
import type {World} from '../workspace/index.js'
import type {Document} from './reading/document.js'
import {type Fault, type Pair, pairsIn} from './reading/list-markers.js'
import {rangeBetween} from './reading/positions.js'
import type {Facts, IndexList} from './types.js'

/** Lists of specs that the document keeps between markers, with what is to stand there; undefined where it has none. */
export function indexes(document: Document, _citations: unknown, world: World): Facts['indexes'] {
  if (!mayHoldList(document.text)) return undefined
  const lists = pairsIn(document).map(pair => ('end' in pair ? listOf(pair, document, world) : faultOf(pair, document)))
  return lists.length > 0 ? lists : undefined
}

function faultOf({marker, problem}: Fault, {lines}: Document): IndexList {
  return {options: '', problem: problem.unexpected, remedy: problem.expected, position: placeOf(marker, lines)}
}

function listOf({begin, end}: Pair, document: Document, {listed, kinds = []}: World): IndexList {
  const {lines, text, path} = document
  const position = placeOf(begin, lines)
  const options = begin.words
  const reading = readOptions(options)
  if (!reading.ok) {
    const {unexpected, expected} = reading.problem
    return {options, problem: unexpected, remedy: expected, position}
  }
  const content = rangeBetween(lines, begin.next, startOfLine(text, end.from))
  if (listed === undefined) return {options, content, position}
  const {columns, choice} = reading.options
  const problem = unknownIn(choice, listed, kinds)
  if (problem) return {options, ...problem, position}
  // A page that is a document itself does not list itself.
  const entries = chosen(
    listed.filter(entry => entry.path !== path),
    choice,
  )
  // Its lines end as that of the marker does.
  const expected = `\n${markdownTable(entries, columns, path)}\n`.replaceAll('\n', lineEnding(text))
  const differing = differingRows(text.slice(content.start.offset, content.end.offset), expected)
  return {options, content, expected, documents: entries.length, current: differing === 0, differing, position}
}

// A word that names nothing would leave the list empty, and nobody would know why.
function unknownIn(choice: Choice, listed: readonly Listed[], kinds: readonly string[]): Told | undefined {
  const names = [...new Set([...kinds, ...listed.map(({kind}) => kind)])]
  const kind = choice.kind?.find(name => !names.includes(name))
  if (kind !== undefined) return {problem: `kind "${kind}"`, remedy: `one of ${names.join(', ')}${meant(kind, names)}`}
  const [status] = unknownStatuses(choice.status ?? [], listed)
  if (status === undefined || listed.length === 0) return undefined
  const remedy = `one that a form of the specs knows, or one of them has${meant(status, statusNames(listed))}`
  return {problem: `status "${status}"`, remedy}
}

type Told = Required<Pick<IndexList, 'problem' | 'remedy'>>

function placeOf({from, to}: Pick<Marker, 'from' | 'to'>, lines: Document['lines']): IndexList['position'] {
  return rangeBetween(lines, from, to)
}

function startOfLine(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
}
