import type {Citation} from '../facts/types.js'
import type {Mending, Range} from './types.js'

const LINES = /^(?::L?\d[\d,\s–L-]*|#L\d[\dCL-]*)/

/** The fix that writes a citation's path and lines anew; only where they stand together, in one line of the source. */
export function rewritten({text, target, position}: Citation, near: string): Mending | undefined {
  const at = text.lastIndexOf(target)
  const lines = at < 0 ? null : LINES.exec(text.slice(at + target.length))
  const before = text.slice(0, at)
  // Words of a link that tell the lines, too, would be left behind with the old ones.
  if (lines === null || before.includes('\n') || /[:#]L?\d/.test(before)) return undefined
  const told = new Set(before.match(/\d+/g))
  if (lines[0].match(/\d+/g)?.some(line => told.has(line))) return undefined
  const whole = target + lines[0].trimEnd()
  const {line, column, offset} = position.start
  const range: Range = {
    start: {line, column: column + at, offset: offset + at},
    end: {line, column: column + at + whole.length, offset: offset + at + whole.length},
  }
  return {title: `Cite "${near}"`, edits: [{range, text: near}]}
}
