import type {LineRange} from '../types.js'
import {rangesIn} from './address.js'

const NUMBERS = String.raw`L?\d{1,9}(?:(?:\s?[-–]\s?|\s+to\s+)L?\d{1,9})?`
const GAP = String.raw`(?:[ \t]+|[ \t]*\r?\n[ \t>]*)`
const LINES = String.raw`(?:lines?${GAP}|L(?=\d))(${NUMBERS}(?:(?:,\s?(?:and\s)?|\s+(?:and|&)\s+)${NUMBERS})*)(?![\w+~]|\.\d)`
const BEHIND = new RegExp(String.raw`,?${GAP}(?:(\()(?:at${GAP})?|at${GAP})?${LINES}`, 'iy')

/** The lines that stand in words right behind a path, as in "`path` (lines 12-40)"; `to` is the offset behind them. */
export function linesBehind(source: string, offset: number): {lines: LineRange[]; to: number} | undefined {
  BEHIND.lastIndex = offset
  const match = BEHIND.exec(source)
  if (match?.[2] === undefined) return undefined
  const end = offset + match[0].length
  // "(lines 12-40, which …)" goes on: the bracket that closes is not the citation's.
  const to = match[1] !== undefined && source[end] === ')' ? end + 1 : end
  return {lines: rangesIn(match[2].replace(/(?<!\s)(?:\s*[-–]\s*|\s+to\s+)/gi, '-')), to}
}
