import type {Facts, Section} from '../../facts/types.js'
import type {Range} from '../../fixes/index.js'
import type {Template, TemplateSection} from '../../template/index.js'
import {isObject, isPoint, isPosition, own, valuesAlong} from '../data.js'
import type {Site} from './item.js'

/** Something that the template has and the document lacks. */
export interface Missing {
  /** As the template writes it: a heading, a row's label; else its id. */
  name: string
  /** Where it belongs: the place that is accused. */
  range: Range
  /** The place at which it would be put in. */
  place: Range['start']
  /** Offsets between which it would have to stand: whatever hides that stretch may hide it. */
  gap: {start: number; end: number}
  /** The section as the template has it. */
  section?: TemplateSection
}

/**
 * A missing row or section, or undefined where the failure is of another kind. A section belongs behind the nearest one that
 * comes before it in the template and is there, else before the nearest that comes after, else below its parent's heading.
 */
export function missingOf(
  id: string,
  site: Pick<Site, 'path' | 'value'>,
  facts: Facts,
  template: Template | undefined,
): Missing | undefined {
  if (site.path.length === 1 && site.path[0] === 'metadata') {
    const row = template?.metadata.rows.find(row => row.id === id)
    const range = facts.metadataPosition ?? facts.position
    const end = facts.metadataPosition ? range.end.offset : firstSection(facts)
    return {name: row?.label ?? id, range, place: range.end, gap: {start: range.end.offset, end}}
  }
  if (site.path.length % 2 === 0 || site.path.some((segment, at) => at % 2 === 0 && segment !== 'sections'))
    return undefined
  const siblings = siblingsAt(site.path, template)
  const at = siblings.findIndex(section => section.id === id)
  const section = siblings[at]
  // The document, or the section around: each has a place and an end.
  const parent = valuesAlong(facts, site.path.slice(0, -1)).at(-1) as Pick<Section, 'position' | 'end'>
  const previous = siblings
    .slice(0, Math.max(at, 0))
    .map(form => lastEnd(form, site.value))
    .findLast(isPoint)
  const next =
    at < 0
      ? undefined
      : siblings
          .slice(at + 1)
          .map(({id}) => own(own(site.value, id), 'position'))
          .find(isPosition)
  const {position: around, end} = parent
  return {
    name: section?.heading ?? id,
    range: previous ? {start: previous, end: previous} : next ? {start: next.start, end: next.start} : around,
    place: previous ?? next?.start ?? end,
    gap: {
      start: (previous ?? around.end).offset,
      end: (next?.start ?? end).offset,
    },
    ...(section ? {section} : {}),
  }
}

// The template's sections below "sections", "sections/ID/sections", …
function siblingsAt(path: readonly string[], template: Template | undefined): readonly TemplateSection[] {
  let siblings = template?.sections ?? []
  for (const id of path.filter((_segment, at) => at % 2 === 1)) {
    siblings = siblings.find(section => section.id === id)?.sections ?? []
  }
  return siblings
}

// Of a section that repeats, the last one's.
function lastEnd({id, repeat}: TemplateSection, sections: unknown): unknown {
  let last = own(sections, id)
  for (let number = 2; repeat && isObject(last); number++) {
    const next = own(sections, `${id}-${number}`)
    if (own(next, 'claim') !== id) break
    last = next
  }
  return own(last, 'end')
}

function firstSection(facts: Facts): number {
  const starts = Object.values(facts.sections).map(section => section.position.start.offset)
  return starts.reduce((first, start) => Math.min(first, start), facts.end.offset)
}
