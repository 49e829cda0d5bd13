import {isCalendarDate, nameOf} from '../text/index.js'

/** "invoice-export" of "research/docs/2026-01-15-invoice-export.md": the file's name without date and ending. */
export function fileNameOf(path: string): string {
  return nameOf(path)
    .replace(/\.[^.]*$/, '')
    .replace(/^\d{4}-\d{2}-\d{2}[-_ ]?/, '')
}

/** The first day of the calendar that a text names as `yyyy-mm-dd`; undefined without one. */
export function dateIn(text: string): string | undefined {
  const dates = text.match(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g)
  return dates?.find(isCalendarDate)
}
