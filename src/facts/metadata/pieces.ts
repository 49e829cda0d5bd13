import {isCalendarDate} from '../../text/index.js'
import type {Document} from '../reading/document.js'
import {rangeBetween} from '../reading/positions.js'
import type {CalendarDate, PersonName, Position, Row} from '../types.js'

/** ISO dates of a cell, where they are text: what a link points at is no date of the document. */
export function dateFacts(document: Document, {position}: Pick<Row, 'position'>): Pick<Row, 'created' | 'updated'> {
  const {text, lines} = document
  const from = position.start.offset
  const source = text.slice(from, position.end.offset).replace(/\]\([^)]*\)/g, target => ' '.repeat(target.length))
  const [created, updated] = [...source.matchAll(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g)].map(
    (match): CalendarDate => ({
      text: match[0],
      exists: isCalendarDate(match[0]),
      position: rangeBetween(lines, from + match.index, from + match.index + match[0].length),
    }),
  )
  return {...(created && {created}), ...(updated && {updated})}
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
    .map(part => part.replace(/\s*[(<].*$|\s+\[.*$|\s+\S+@\S+$/, '').trim())
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
