import type {LineRange} from '../types.js'

/** A target taken apart. */
export interface Address {
  /** Without query, anchor and lines. */
  path: string
  anchor?: string
  lines?: LineRange[]
}

// "12", "12-40", "12,40-44", with "L" before numbers; an en dash, and a column behind a single line ("12:5"), are understood.
const NUMBER = String.raw`L?(\d{1,9})`
const LINES = String.raw`L?\d{1,9}(?:[-–]L?\d{1,9})?(?:,\s?L?\d{1,9}(?:[-–]L?\d{1,9})?)*`
const RANGE = new RegExp(`${NUMBER}(?:[-–]${NUMBER})?`, 'g')
const SUFFIX = new RegExp(`^(.*?[^:/]):(${LINES})(?::\\d{1,9})?$`, 's')

/** Takes the address of a link apart: "../x.md?plain=1#L10-L20", "x.md#costs", "x.md:12". */
export function addressOfLink(url: string): Address {
  const hash = url.indexOf('#')
  const anchor = hash < 0 ? '' : url.slice(hash + 1)
  const before = withLines((hash < 0 ? url : url.slice(0, hash)).replace(/\?.*$/s, ''))
  return anchor === '' ? before : {...before, ...inAnchor(anchor)}
}

/** Takes the path in a code span or in text apart: "x.md:12-40", "x.md#costs". */
export function addressOfPath(text: string): Address {
  const hash = text.indexOf('#')
  if (hash < 0) return withLines(text)
  const anchor = text.slice(hash + 1)
  return {path: text.slice(0, hash), ...(anchor !== '' && inAnchor(anchor))}
}

/** "12,40-44" as ranges. */
export function rangesIn(text: string): LineRange[] {
  return [...text.matchAll(RANGE)].map(match => ({from: Number(match[1]), to: Number(match[2] ?? match[1])}))
}

function withLines(text: string): Address {
  const match = SUFFIX.exec(text)
  return match?.[1] === undefined || match[2] === undefined ? {path: text} : {path: match[1], lines: rangesIn(match[2])}
}

// Forges write lines as "#L10", "#L10-L20", "#L10C3-L20C5" and "#lines-10:20".
function inAnchor(anchor: string): Pick<Address, 'anchor' | 'lines'> {
  const match = /^L(\d{1,9})(?:C\d+)?(?:-L?(\d{1,9})(?:C\d+)?)?$|^lines-(\d{1,9})(?::(\d{1,9}))?$/.exec(anchor)
  const from = match?.[1] ?? match?.[3]
  if (from === undefined) return {anchor}
  return {lines: [{from: Number(from), to: Number(match?.[2] ?? match?.[4] ?? from)}]}
}
