import {itemAt} from '../../../text/index.js'
import type {Passage, Scene, Stretch} from '../scene.js'
import type {Occurrence} from './types.js'

// "[R1]", "[R1, R3]", "[R1-R3]"; "[^r1]"; "R1". A formatter may have put backslashes before the brackets.
const LABELS =
  /\\?\[(R\d{1,3}(?:\s*[,;–-]\s*R?\d{1,3})*)\\?\]|(?<!\\)\[\^([^\s[\]\\^]{1,60})\]|(?<![\w[\\^/.-])(R\d{1,3})(?![\w\]/-])/gi

/** Every label in plain text, in order; never in code. */
export function occurrencesIn(scene: Scene): Occurrence[] {
  const found = scene.passages.flatMap(passage => inPassage(scene.source, passage))
  return found.map((occurrence, index) => {
    const next = found[index + 1]
    const until = next?.block.rest === occurrence.block.rest ? next.slice.from : occurrence.block.rest
    return {...occurrence, until: Math.max(until, occurrence.slice.to)}
  })
}

/** Whether an identifier of Markdown's is a label such as "R1". */
export function isLabel(identifier: string): boolean {
  return /^r\d{1,3}$/i.test(identifier)
}

function inPassage(source: string, {from, to, block}: Passage): Omit<Occurrence, 'until'>[] {
  const text = source.slice(from, to)
  if (!/R\d|\[\^/i.test(text)) return []
  const found: Omit<Occurrence, 'until'>[] = []
  let behind = -1
  for (const match of text.matchAll(LABELS)) {
    const slice = {from: from + match.index, to: from + match.index + match[0].length}
    const before = source[slice.from - 1] ?? ''
    // Only capitals are a mention: "r1" is a variable's name. The words of a link are seen without their brackets.
    if (match[3] !== undefined && (match[3].startsWith('r') || before === '[')) continue
    const place = {
      slice,
      bracketed: match[3] === undefined,
      attached: /[\w)]/.test(before) || (before === ']' && behind !== slice.from),
      ...beginnings(source, slice.from, block),
      block,
    }
    behind = slice.to
    if (match[2] !== undefined) found.push({key: `^${match[2]}`, text: match[0], ...place})
    else {
      const keys = keysIn(match[1] ?? itemAt(match, 3))
      for (const key of keys) found.push({key, text: `[${keys.length === 1 ? (match[1] ?? key) : key}]`, ...place})
    }
  }
  return found
}

function keysIn(text: string): string[] {
  const keys: string[] = []
  for (const match of text.matchAll(/([–-]\s*)?R?(\d{1,3})/gi)) {
    const number = Number(match[2])
    const last = Number(keys.at(-1)?.slice(1) ?? number)
    const from = match[1] !== undefined && number > last && number - last <= 50 ? last + 1 : number
    for (let each = from; each <= number; each++) keys.push(`R${each}`)
  }
  return keys
}

function beginnings(source: string, at: number, block: Stretch): Pick<Occurrence, 'first' | 'leading'> {
  const before = source.slice(Math.max(block.from, at - 24), at)
  const first = block.opens && at - block.from <= 24 && /^[\s|*_~>(#\d.]*$/.test(before)
  return {first, leading: first || /[\r\n][\s>*_+|-]*(?:\d+[.)]\s+)?[*_(]*$/.test(before)}
}
