import {itemAt} from './item-at.js'
import {trimmedEnd} from './trimmed-end.js'

/** What a flat mapping holds under its keys: a scalar as it is read, or a list of them. */
export type FlatYaml = ReadonlyMap<string, string | string[]>

const MOST = 65_536
const PAIR = /^([A-Za-z_][\w-]*):(?: +(?! )(.*))?$/
const ITEM = /^( *)- +(?! )(.*)$/
// Nothing that YAML could take for more than letters stands in it: it begins as no indicator does, and has no ": ", no " #".
const PLAIN = /^[\w./$(][^#:\n]*(?:[#:][^\s#:][^#:\n]*)*$/
const BEFORE_SIGN = / #/
const QUOTED = /^(?:"([^"\\]*)"|'([^']*)')$/
const FLOW = /^\[(.*)\]$/
const FLOW_ITEM = /^[\w./$][\w./@$ -]*$/
const ODD = /[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe]/

/**
 * Reads a mapping of scalars, literal blocks ("|") and flat lists as `readYaml` would, many times faster; undefined where it cannot
 * be sure to: that one then reads it. Nearly all frontmatter is flat, and a run may read hundreds.
 *
 * @example readFlatYaml('date: 2026-01-02\ntags: [a, b c]') // Map {date → '2026-01-02', tags → ['a', 'b c']}
 */
export function readFlatYaml(text: string): FlatYaml | undefined {
  if (text.length > MOST || ODD.test(text)) return undefined
  const values = new Map<string, string | string[]>()
  const lines = text.split('\n')
  for (let index = 0; index < lines.length; index++) {
    const line = withoutTrailing(itemAt(lines, index))
    if (line === '' || line.startsWith('#')) continue
    const [, key, words] = PAIR.exec(line) ?? []
    if (key === undefined || values.has(key)) return undefined
    const read =
      words === undefined ? listBelow(lines, index + 1) : words === '|' ? blockBelow(lines, index + 1) : valueIn(words)
    if (read === undefined) return undefined
    values.set(key, read.value)
    index += read.lines
  }
  return values
}

/** What a key holds, and how many lines it takes below that of the key. */
interface Read {
  value: string | string[]
  lines: number
}

/** The literal block in the lines from `first` on, all of the first one's indentation or deeper. */
function blockBelow(lines: readonly string[], first: number): Read | undefined {
  const indent = /^ +(?! )/.exec(lines[first] ?? '')?.[0]
  if (indent === undefined) return undefined
  const end = lineFrom(lines, first, line => line !== '' && !line.startsWith(' '))
  const inside = lines.slice(first, end === -1 ? lines.length : end)
  // Lines of blanks alone are a matter of their own.
  if (!inside.every(line => line === '' || (line.startsWith(indent) && withoutTrailing(line) !== ''))) return undefined
  const words = inside.map(line => line.slice(indent.length)).join('\n')
  return {value: `${trimmedEnd(words, /\n/)}\n`, lines: inside.length}
}

/** The index of the first line from `first` on of which something holds, or -1. */
function lineFrom(lines: readonly string[], first: number, holds: (line: string) => boolean): number {
  for (let index = first; index < lines.length; index++) if (holds(itemAt(lines, index))) return index
  return -1
}

/** A list in the lines from `first` on; where none begins there, the key holds nothing. */
function listBelow(lines: readonly string[], first: number): Read | undefined {
  const flow = flowBelow(lines, first)
  if (flow) return flow
  const items = itemsBelow(lines, first)
  return items && {value: items.length === 0 ? '' : items, lines: items.length}
}

/** A list in brackets in the lines from `first` on, as formatters break them: a line for each bracket, and each item. */
function flowBelow(lines: readonly string[], first: number): Read | undefined {
  if (!/^ +\[ *$/.test(lines[first] ?? '')) return undefined
  const end = lineFrom(lines, first + 1, line => /^ +\] *$/.test(line))
  const inside = lines.slice(first + 1, Math.max(end, first + 1))
  const items = inside.join('\n').replace(/,\s*$/, '').split(/,/)
  const words = items.map(item => trimmedEnd(item, /[ \n]/).replace(/^[ \n]+/, ''))
  const areIndented = inside.every(line => line.startsWith(' '))
  return areIndented && words.every(item => FLOW_ITEM.test(item)) ? {value: words, lines: end - first + 1} : undefined
}

/** The items of a list in the lines from `first` on, all of one indentation; none where no list begins there. */
function itemsBelow(lines: readonly string[], first: number): string[] | undefined {
  const items: string[] = []
  let indent: string | undefined
  for (let line = lines[first]; line !== undefined; line = lines[first + items.length]) {
    const [, before, words] = ITEM.exec(withoutTrailing(line)) ?? []
    if (before === undefined || words === undefined)
      return /^[A-Za-z_]/.test(line) || withoutTrailing(line) === '' ? items : undefined
    indent ??= before
    const item = before === indent ? scalarOf(words) : undefined
    if (item === undefined) return undefined
    items.push(item)
  }
  return items
}

// Other white space than these is part of a scalar.
function withoutTrailing(line: string): string {
  return trimmedEnd(line, / /)
}

function valueIn(words: string): Read | undefined {
  const inside = FLOW.exec(words)?.[1]
  const value = inside === undefined ? scalarOf(words) : itemsIn(inside)
  return value === undefined ? undefined : {value, lines: 0}
}

function itemsIn(inside: string): string[] | undefined {
  const items = inside.split(',').map(item => withoutTrailing(item).replace(/^ +/, ''))
  if (items.length === 1 && items[0] === '') return []
  return items.every(item => FLOW_ITEM.test(item)) ? items : undefined
}

function scalarOf(words: string): string | undefined {
  const quoted = QUOTED.exec(words)
  if (quoted) return quoted[1] ?? quoted[2]
  return PLAIN.test(words) && !BEFORE_SIGN.test(words) && !/[:]$/.test(words) ? words : undefined
}
