import type {Range} from '../../fixes/index.js'
import {printable} from '../../text/printable.js'
import type {Sheet} from './sheet.js'
import {snippetOf} from './snippet.js'
import {wrap} from './wrap.js'

/** A place to be shown: the one that is meant, or one that belongs to it. */
export interface Place {
  /** Absent: the sheet's own file. */
  path?: string
  range: Range
  /** What is there, one entry a thing; none for the message's own place, of which its head tells. */
  words: readonly string[]
  mark: string
  paint(text: string): string
  /** Whether the source lines are shown. */
  shown: boolean
}

/** Where it is, and its source lines with the exact range marked, line numbers right-aligned in `gutter` columns. */
export function placeLines(place: Place, gutter: number, sheet: Sheet): string[] {
  const {palette, columns} = sheet
  const margin = ' '.repeat(gutter + 1)
  const frame = (sign: string) => margin + palette.quiet(sign)
  const source = sheet.linesOf(place.path ?? sheet.path)
  const corner = place.words.length === 0 ? '┌─' : '├─'
  const lines = titlesOf(place, source !== undefined, sheet).flatMap(title =>
    wrap(title, columns - gutter - 4).map((line, index) =>
      index === 0 ? `${frame(corner)} ${line}` : `${frame('│')}  ${line}`,
    ),
  )
  if (source === undefined || !place.shown) return lines
  for (const part of snippetOf(source, place.range, columns - gutter - 3, place.mark)) {
    if ('number' in part) {
      const number = palette.quiet(`${String(part.number).padStart(gutter)} │`)
      lines.push(part.text === '' ? number : `${number} ${part.text}`)
    } else if ('marks' in part) lines.push(`${frame('│')} ${part.before}${place.paint(part.marks)}`)
    else lines.push(`${frame('┆')} ${part.elided}`)
  }
  return lines
}

// A related place of the same file needs no path: its line number stands at the source below.
function titlesOf({path, range, words}: Place, hasSource: boolean, {path: own, show}: Sheet): readonly string[] {
  if (words.length > 0 && path === undefined && hasSource) return words
  const at = `${printable(show(path ?? own))}:${range.start.line}:${range.start.column}`
  return words.length === 0 ? [at] : words.map(each => `${at}: ${each}`)
}
