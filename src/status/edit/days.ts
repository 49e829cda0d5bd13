import type {CalendarDate, Row} from '../../facts/index.js'
import {dateFacts} from '../../facts/metadata/pieces.js'
import type {DaysForm} from '../../template/index.js'
import type {Reading} from './reading.js'

/** What becomes of the row that holds the day of the last update. */
export type DayReading =
  /** It is to hold this; `before`: the day that stands there. */
  | {type: 'write'; row: Row; id: string; content: string; before?: string}
  /** It says so already, or a later day. */
  | {type: 'kept'; day: string}
  /** The form has no such row, or the document has none with a day in it. */
  | {type: 'none'}

/** How the row with the day of the last update is to be written, in the form that the template gives it. Never back in time. */
export function dayText({document, forms, metadata}: Reading, today: string): DayReading {
  for (const {id, days} of forms) {
    const row = metadata[id]
    if (!days || !row) continue
    const {created, updated} = dateFacts(document, row)
    const last = days.type === 'pair' ? (updated ?? created) : created
    if (!created || !last) continue
    if (last.text >= today) return {type: 'kept', day: last.text}
    const written = document.text.slice(row.position.start.offset, row.position.end.offset)
    const at = (date: CalendarDate, end: 'start' | 'end'): number =>
      date.position[end].offset - row.position.start.offset
    const content =
      days.type === 'pair' && !updated
        ? withSecond(written, at(created, 'end'), days, today)
        : written.slice(0, at(last, 'start')) + today + written.slice(at(last, 'end'))
    return {type: 'write', row, id, content, before: last.text}
  }
  return {type: 'none'}
}

// What holds the place of the second day gives way to it.
function withSecond(written: string, end: number, {separator}: DaysForm & {type: 'pair'}, today: string): string {
  const sign = separator.trim()
  const rest = written.slice(end)
  const empty = new RegExp(`^\\s*${escaped(sign)}\\s*(?:(?:TBD|TODO|N/A|[-–—?]+)\\s*)?$`, 'i')
  return `${written.slice(0, end)}${separator}${today}${sign !== '' && empty.test(rest) ? '' : rest}`
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}
