import type {Heading} from '../facts/index.js'
import {renumberEdits} from '../fixes/headings/numbers.js'
import {sectionAt} from '../fixes/headings/parent.js'
import {renumbered} from '../fixes/headings/renumbered.js'
import type {Edit} from '../fixes/index.js'
import type {TemplateSection} from '../template/index.js'
import type {Draft} from './draft.js'

/** Whether the numbers of a document's headings have no gap, and none stands twice. */
export function areSound({facts}: Draft): boolean {
  return renumbered(facts.outline).size === 0
}

/** Edits that close the gaps in the numbers of the headings, with all references to them in the document. */
export function closingEdits({facts, text}: Draft): Edit[] {
  return renumberEdits(renumbered(facts.outline), facts, text).edits
}

/**
 * The number of a section that is to be put in, and the edits that give those behind it the numbers that they have then. Undefined
 * where it gets none that way: the template gives it none, its neighbours have none, their numbers are not in order, or one of them
 * cannot be written anew.
 */
export function roomFor(
  draft: Draft,
  form: TemplateSection,
  parents: readonly string[],
  offset: number,
): {number: string; edits: Edit[]} | undefined {
  const {facts, text} = draft
  if (form.number === undefined || !areSound(draft)) return undefined
  const parent = sectionAt(facts, parents)
  const above = facts.outline.findIndex(({position}) => position.start.offset === parent?.position.start.offset)
  const level = parent ? parent.level + 1 : form.level
  const isSibling = (heading: Heading): boolean =>
    heading.level === level && (parent ? heading.parent === above : !heading.section?.includes('/'))
  const siblings = facts.outline.filter(isSibling)
  const prefix = parent ? parent.number : ''
  if (prefix === undefined || (siblings.length > 0 && !siblings.some(({number}) => number !== undefined)))
    return undefined
  const at = facts.outline.findIndex(({position}) => position.start.offset >= offset)
  const index = at < 0 ? facts.outline.length : at
  const before = facts.outline.slice(0, index).findLast(heading => isSibling(heading) && heading.number !== undefined)
  const last = Number(before?.number?.split('.').at(-1) ?? 0) + 1
  const number = prefix === '' ? String(last) : `${prefix}.${last}`
  const later = shifted(draft, {index, above, level, number})
  const {edits} = renumberEdits(later, facts, text)
  return later.size > 0 && edits.length === 0 ? undefined : {number, edits}
}

/** The numbers of the headings once there is one more, by their index now. */
function shifted(
  {facts: {outline, position}}: Draft,
  added: {index: number; above: number; level: number; number: string},
): Map<number, string> {
  const move = (parent: number): number => (parent >= added.index ? parent + 1 : parent)
  const extra: Heading = {
    level: added.level,
    number: added.number,
    title: '',
    text: '',
    id: 'added',
    parent: added.above >= 0 ? added.above : titleIndex(outline, added.index),
    // Where it will stand is nothing to go by.
    position,
  }
  const moved = outline.map(heading => ({...heading, parent: move(heading.parent)}))
  const numbers = renumbered([...moved.slice(0, added.index), extra, ...moved.slice(added.index)])
  // Those before it keep theirs.
  const found = [...numbers].filter(([index]) => index > added.index)
  return new Map(found.map(([index, number]) => [index - 1, number]))
}

// Outermost sections stand under the title, where there is one before them.
function titleIndex(outline: readonly Heading[], before: number): number {
  return outline.slice(0, before).findLastIndex(({level, id}) => level === 1 && id === undefined)
}
