import {isCalendarDate} from '../../text/index.js'
import type {Document} from '../reading/document.js'
import {rangeBetween} from '../reading/positions.js'
import type {CalendarDate, PersonName, Position, Row} from '../types.js'

/** ISO dates of a cell, where they are text: what a link points at is no date of the document. */
export function dateFacts(document: Document, {position}: Pick<Row, 'position'>): Pick<Row, 'created' | 'updated'> {
  const {text, lines} = document
  const from = position.start.offset
  const source = withoutTargets(text.slice(from, position.end.offset))
  const [created, updated] = [...source.matchAll(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g)].map(
    (match): CalendarDate => ({
      text: match[0],
      exists: isCalendarDate(match[0]),
      position: rangeBetween(lines, from + match.index, from + match.index + match[0].length),
    }),
  )
  return {...(created && {created}), ...(updated && {updated})}
}

// Behind the last end of a target none has one.
function withoutTargets(source: string): string {
  const end = source.lastIndexOf(')') + 1
  return source.slice(0, end).replace(/\]\([^)]*\)/g, target => ' '.repeat(target.length)) + source.slice(end)
}

/** The names in a cell, without what stands in brackets behind them. */
export function nameFacts(
  {text, lines}: Document,
  {value, position}: Pick<Row, 'value' | 'position'>,
): Pick<Row, 'names'> {
  const source = text.slice(position.start.offset, position.end.offset)
  let from = 0
  const names = value
    .split(/\s*[,;]\s*|\s+(?:&|\/|and)\s+/)
    .map(part => withoutAside(part).trim())
    .filter(part => part !== '')
    .map((part): PersonName => {
      const at = source.indexOf(part, from)
      if (at >= 0) from = at + part.length
      return {text: part, lower: part.toLowerCase(), position: at < 0 ? position : place(at, part.length)}
    })
  return names.length > 0 ? {names} : {}

  function place(at: number, length: number): Position {
    const start = position.start.offset + at
    return rangeBetween(lines, start, start + length)
  }
}

// "Ada (web)", "Ada <ada@example.org>", "Ada [web]", "Ada ada@example.org".
function withoutAside(part: string): string {
  const bracket = part.search(/[(<]|\s\[/)
  const space = part.search(/\s\S*$/)
  const address = space >= 0 && part.slice(space + 2, -1).includes('@') ? space : part.length
  return part.slice(0, Math.min(bracket < 0 ? part.length : bracket, address))
}
