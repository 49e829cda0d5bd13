import type {Facts, Heading} from '../../facts/types.js'
import {nearest} from '../../text/index.js'
import {rangesOf} from '../places.js'
import type {FixMaker, MissingSection} from '../types.js'
import {anchorEdits} from './anchors.js'
import {claimedOffsets, sectionAt} from './parent.js'

/**
 * A heading in the place of a missing section that is spelt nearly as the template has it gets the template's title; its number
 * stays, and links of the document to it follow. Only where one heading alone is that near.
 */
export const renamedHeading: FixMaker = (_item, {facts, text, missing}) => {
  if (!missing) return undefined
  const {form} = missing
  const [only, ...others] = nearMisses(missing, facts)
  if (!only || others.length > 0) return undefined
  const place = titlePlace(only, text)
  if (place === undefined) return undefined
  const range = rangesOf(text)
  const edit = {range: range(...place), text: form.title}
  return {
    title: `Rename the heading to "${form.title}"`,
    edits: [edit, ...anchorEdits([edit], facts, text)],
    // What it holds is a section of the template from now on.
    region: range(only.position.start.offset, endOf(only, facts)),
  }
}

/** Headings in the place of a missing section that no section claims, and that are spelt nearly as the template has it. */
export function nearMisses({form, parents}: MissingSection, facts: Facts): readonly Heading[] {
  const parent = sectionAt(facts, parents)
  const level = parent ? parent.level + 1 : form.level
  const claimed = claimedOffsets(facts.sections)
  const path = parents.join('/')
  const free = facts.outline.filter(
    heading => heading.level === level && !claimed.has(heading.position.start.offset) && stands(heading, path),
  )
  const wanted = [form.title, ...form.aliases]
  const titles = new Set(wanted.flatMap(title => nearest(title, new Set(free.map(heading => heading.title)))))
  return free.filter(({title}) => titles.has(title))
}

/** Whether a heading stands right below the section with a path. */
export function stands({section = ''}: Heading, path: string): boolean {
  return section.split('/').slice(0, -1).join('/') === path
}

function titlePlace({title, position}: Heading, text: string): [start: number, end: number] | undefined {
  const source = text.slice(position.start.offset, position.end.offset)
  const at = source.lastIndexOf(title)
  return at < 0 || title === '' ? undefined : [position.start.offset + at, position.start.offset + at + title.length]
}

function endOf(heading: Heading, facts: Facts): number {
  const section = sectionAt(facts, (heading.section ?? '').split('/'))
  return (section?.end ?? heading.position.end).offset
}
