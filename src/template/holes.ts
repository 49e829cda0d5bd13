import type {Heading} from 'mdast'
import {plain} from '../markdown/index.js'
import {itemAt} from '../text/index.js'
import {titleKey} from './titles.js'

// What stands in a template's heading for words of the author's own: "Option …", "[Name]", "{name of a choice}", "<name>".
const HOLE = /…|\.{3,}|\[\s*[^[\]\s][^[\]]*\]|(?<!\{)\{+\s*[^{}\s][^{}]*\}+|<\s*[^<>\s][^<>]*>/gu
const SIGN = '…'

// A parser takes "<name>" for HTML; these are.
const ELEMENT =
  /^<\/?(?:a|abbr|b|bdi|br|cite|code|del|em|i|img|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var)\b/i

/** The text of a heading, holes that look like HTML included: a form that is not filled in yet has them too. */
export function headingText(heading: Heading): string {
  return plain(
    heading.children.map(node =>
      node.type === 'html' && /^<\p{L}[^<>]*>$/u.test(node.value) && !ELEMENT.test(node.value)
        ? {type: 'text', value: node.value}
        : node,
    ),
  )
}

/** A title with one sign for each of its holes, so that nothing in a hole counts as a part of the title. */
export function withHoles(title: string): string {
  return title.replace(HOLE, SIGN)
}

/** A title without its holes: "Choice … (weight: …)" → "Choice (weight: )". */
export function withoutHoles(title: string): string {
  return title.replace(HOLE, ' ').replace(/\s+/gu, ' ').trim()
}

/** The holes of a title with what is before the first and behind the last one. */
export function aroundHoles(title: string): {count: number; before: string; after: string} {
  const holes = [...title.matchAll(HOLE)]
  const [first, last] = [holes[0], holes[holes.length - 1]]
  if (!first || !last) return {count: 0, before: title, after: ''}
  return {count: holes.length, before: title.slice(0, first.index), after: title.slice(last.index + last[0].length)}
}

/** What a title with holes fits on: the texts between its holes, as keys of titles. */
export type Glob = readonly string[]

/** The glob of a title whose holes are signs; undefined where it has none. */
export function globOf(title: string): Glob | undefined {
  if (!title.includes(SIGN)) return undefined
  return titleKey(title).split(/…(?:\s*…)*/u)
}

/** Whether a glob is nothing but holes: it would fit on nearly any title. */
export function isBare(glob: Glob): boolean {
  return !glob.some(text => /[\p{L}\p{N}]/u.test(text))
}

/** Whether a title's key is the glob's texts with at least one sign in each hole. In time that grows with the key alone. */
export function fits(glob: Glob, key: string): boolean {
  const first = itemAt(glob, 0)
  const last = itemAt(glob, glob.length - 1)
  if (!key.startsWith(first) || !key.endsWith(last)) return false
  let at = first.length
  for (const text of glob.slice(1, -1)) {
    // The earliest place leaves most for the holes behind it.
    const filled = at + (/^\s*\S/u.exec(key.slice(at, at + 2))?.[0].length ?? 1)
    const found = key.indexOf(text, filled)
    if (found < 0) return false
    at = found + text.length
  }
  return key.slice(at, key.length - last.length).trim() !== ''
}

/** Most holes of a title that is filled anew: with more of them, what stood in which could take for ever to find out. */
const MOST_HOLES = 4

/**
 * A title that fits on one with holes, written as another one has it, with the same words in its holes: "Phase …: …", "Step …: …",
 * "Phase 2: Drain" → "Step 2: Drain". Undefined where the titles have no holes, or not as many.
 */
export function refilled(older: string, newer: string, title: string): string | undefined {
  const [before, after] = [withHoles(older).split(SIGN), withHoles(newer).split(SIGN)]
  if (before.length < 2 || before.length !== after.length || before.length > MOST_HOLES + 1) return undefined
  const pattern = before.map(text => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('(.+?)')
  const words = new RegExp(`^${pattern}$`, 'isu').exec(title)?.slice(1)
  return words && after.map((text, index) => text + (words[index] ?? '')).join('')
}
