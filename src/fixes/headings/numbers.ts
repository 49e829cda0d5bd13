import type {Facts, Heading} from '../../facts/types.js'
import {firstMatch} from '../../text/index.js'
import {rangesOf} from '../places.js'
import type {Edit, FixMaker, Mending, Range} from '../types.js'
import {anchorEdits} from './anchors.js'
import {linkNumberEdits} from './link-numbers.js'
import {renumbered} from './renumbered.js'

const known = new WeakMap<Facts, {fix: Mending | undefined; changed: ReadonlySet<unknown>}>()

/**
 * All headings of the document whose numbers have gaps or stand twice are numbered anew, at once, and with them the references to
 * them in the document: "§4.1", "Section 4.1", and links to anchors that change, with the number that they say first. Not where one
 * refers to a section that is not there, and would lead to another one then.
 */
export const headingNumbers: FixMaker = (item, {facts, text}) => {
  const found = known.get(facts) ?? renumbering(facts, text)
  known.set(facts, found)
  return found.changed.has(item) ? found.fix : undefined
}

function renumbering(facts: Facts, text: string): {fix: Mending | undefined; changed: ReadonlySet<unknown>} {
  const numbers = renumbered(facts.outline)
  const {edits, changed} = renumberEdits(numbers, facts, text)
  if (revives(facts, text, [...numbers.values()])) return {fix: undefined, changed: new Set()}
  return {fix: {title: 'Renumber the headings, and the references to them', edits, last: true}, changed}
}

/**
 * Edits that give headings other numbers, by their index in the outline, with the references to them in the document, and the links to
 * anchors that change by it: all of them, or none where the number of one heading stands in a link or otherwise apart. `changed`: the
 * headings that get one.
 */
export function renumberEdits(
  numbers: ReadonlyMap<number, string>,
  facts: Facts,
  text: string,
): {edits: Edit[]; changed: ReadonlySet<unknown>} {
  const range = rangesOf(text)
  const headings: Edit[] = []
  const changed = new Map<Heading, string>()
  const renamed = new Map<string, string>()
  for (const [index, heading] of facts.outline.entries()) {
    const {number} = heading
    if (number === undefined) continue
    const now = numbers.get(index) ?? number
    // Of a number that stands twice people mean the first.
    if (!renamed.has(number)) renamed.set(number, now)
    if (now === number) continue
    const place = numberPlace(number, heading, text)
    if (place === undefined) return {edits: [], changed: new Set()}
    headings.push({range: range(...place), text: now})
    changed.set(heading, now)
  }
  // What follows reads the document twice.
  if (headings.length === 0) return {edits: [], changed: new Set()}
  const edits = [
    ...headings,
    ...referenceEdits(facts, text, renamed, range),
    ...linkNumberEdits(changed, facts, text),
    ...anchorEdits(headings, facts, text),
  ]
  return {edits, changed: new Set(changed.keys())}
}

function numberPlace(number: string, {position}: Heading, text: string): [start: number, end: number] | undefined {
  const source = text.slice(position.start.offset, position.end.offset)
  const before = firstMatch(/^#{0,6}[ \t]*[*_]{0,3}/, source).length
  if (!source.startsWith(number, before)) return undefined
  const start = position.start.offset + before
  return [start, start + number.length]
}

/** Whether a reference that leads nowhere would come to lead to a section that was never meant. */
function revives(facts: Facts, text: string, numbers: readonly string[]): boolean {
  const were = new Set(facts.outline.map(({number}) => number))
  const come = new Set(numbers.filter(number => !were.has(number)))
  return ownReferences(facts, text).some(({number}) => come.has(number))
}

function referenceEdits(
  facts: Facts,
  text: string,
  renamed: ReadonlyMap<string, string>,
  range: (start: number, end: number) => Range,
): Edit[] {
  return ownReferences(facts, text).flatMap(({number, at}): Edit[] => {
    const now = renamed.get(number)
    if (now === undefined || now === number) return []
    return [{range: range(at, at + number.length), text: now}]
  })
}

/** The numbers of sections of the document that its text refers to, with their offsets. */
function ownReferences({citations}: Facts, text: string): {number: string; at: number}[] {
  return citations
    .filter(({kind, form, heading}) => kind === 'self' && form === 'section-reference' && heading !== undefined)
    .flatMap(({position: {start, end}}) =>
      [...text.slice(start.offset, end.offset).matchAll(/\d+(?:\.\d+)*/g)].map(({0: number, index}) => ({
        number,
        at: start.offset + index,
      })),
    )
}
