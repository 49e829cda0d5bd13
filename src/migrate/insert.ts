import {insertedSection} from '../fixes/headings/inserted.js'
import {sectionAt} from '../fixes/headings/parent.js'
import {missingOf} from '../lint/evaluate/missing.js'
import {isNew, type SectionPair, type Template, type TemplateSection} from '../template/index.js'
import {claimedBy, type Draft, edited} from './draft.js'
import {roomFor} from './numbers.js'
import type {PartChange} from './types.js'

/**
 * Puts in the sections that only the new version has, as a new document would have them, and tells of those that are optional.
 * `draft`: read by the new version.
 */
export function withAdded(
  draft: Draft,
  pairs: readonly SectionPair[],
  to: Template,
): {draft: Draft; parts: PartChange[]} {
  const parts: PartChange[] = []
  let current = draft
  for (const form of addedIn(pairs)) {
    // The author had one before the template did.
    if (claimedBy(current, form).length > 0) continue
    const parents = form.path.split('/').slice(0, -1)
    const parent = sectionAt(current.facts, parents)
    // What is not there, or waived, has no parts.
    if (parents.length > 0 && (parent === undefined || parent.waiver !== undefined)) continue
    if (form.optional) {
      parts.push({change: 'optional', part: 'section', name: form.heading})
      continue
    }
    const next = withSection(current, form, parents, to)
    if (next) parts.push({change: 'added', part: 'section', name: next.heading})
    else parts.push({change: 'optional', part: 'section', name: form.heading, reason: 'there is no place for it'})
    current = next?.draft ?? current
  }
  return {draft: current, parts}
}

function addedIn(pairs: readonly SectionPair[]): TemplateSection[] {
  return pairs.flatMap(({older, newer, pairs: below}) => [
    ...(newer && newer.deprecated === undefined && isNew(older) ? [newer] : []),
    ...addedIn(below),
  ])
}

function withSection(
  draft: Draft,
  form: TemplateSection,
  parents: readonly string[],
  template: Template,
): {draft: Draft; heading: string} | undefined {
  const place = placeOf(draft, form, parents, template)
  const room = place && roomFor(draft, form, parents, place.offset)
  const ready = room ? edited(draft, room.edits) : draft
  const at = ready && placeOf(ready, form, parents, template)
  const missing = at && {form, parents, at, ...(room && {number: room.number})}
  const fix = missing && insertedSection(undefined, {facts: ready.facts, text: ready.text, template, missing})
  const next = fix && edited(ready, fix.edits)
  const node = next && claimedBy(next, form)[0]
  return node && {draft: next, heading: node.entry.text}
}

function placeOf({facts}: Draft, form: TemplateSection, parents: readonly string[], template: Template) {
  const path = ['sections', ...parents.flatMap(id => [id, 'sections'])]
  const value = parents.length > 0 ? sectionAt(facts, parents)?.sections : facts.sections
  return missingOf(form.id, {path, value}, facts, template)?.place
}
