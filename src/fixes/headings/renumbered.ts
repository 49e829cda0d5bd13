import type {Heading} from '../../facts/types.js'
import {itemAt} from '../../text/index.js'

// Digits of a number that counts no sections: "2024 in review".
const YEAR = 4

/**
 * The numbers of headings as they should be, by index in the outline: under one parent they count up from the first one's, and
 * those of sub-sections go on from their parent's. Headings under one parent whose numbers run backwards keep them: in which order
 * they belong is not known.
 */
export function renumbered(outline: readonly Heading[]): Map<number, string> {
  const numbers = new Map<number, string>()
  for (const [index, {number}] of outline.entries()) if (number !== undefined) numbers.set(index, number)
  for (const family of familiesOf(outline)) count(family, outline, numbers)
  for (const [index, number] of numbers) if (outline[index]?.number === number) numbers.delete(index)
  return numbers
}

/** A heading with a number, by its index in the outline. */
interface Numbered {
  index: number
  number: string
}

// Outermost first, so that a parent's own number is known before those below it.
function familiesOf(outline: readonly Heading[]): Numbered[][] {
  const families = new Map<string, Numbered[]>()
  for (const [index, {number, parent}] of outline.entries()) {
    if (number === undefined) continue
    const parts = number.split('.')
    if (parts.some(part => part.length >= YEAR)) continue
    const key = `${isTitle(outline[parent]) ? -1 : parent} ${parts.slice(0, -1).join('.')}`
    families.set(key, [...(families.get(key) ?? []), {index, number}])
  }
  return [...families.values()]
}

function isTitle(heading: Heading | undefined): boolean {
  return heading?.level === 1 && heading.id === undefined
}

function count(family: readonly Numbered[], outline: readonly Heading[], numbers: Map<number, string>): void {
  const lasts = family.map(({number}) => Number(number.split('.').at(-1)))
  const [first = 1] = lasts
  const isRising = lasts.every((last, at) => at === 0 || last >= itemAt(lasts, at - 1))
  const [one] = family
  if (!isRising || one === undefined) return
  const prefix = one.number.includes('.') ? prefixOf(one.index, outline, numbers) : ''
  if (prefix === undefined) return
  for (const [at, {index}] of family.entries()) numbers.set(index, `${prefix}${Math.min(first, 1) + at}`)
}

// "4." below a section 4; undefined where no heading around it has a number.
function prefixOf(
  index: number,
  outline: readonly Heading[],
  numbers: ReadonlyMap<number, string>,
): string | undefined {
  for (let at = itemAt(outline, index).parent; at >= 0; at = itemAt(outline, at).parent) {
    const number = numbers.get(at)
    if (number !== undefined) return `${number}.`
  }
  return undefined
}
