import type {Document} from './reading/document.js'
import {positionOf} from './reading/positions.js'
import type {Heading} from './types.js'

/** Every heading in order. A heading counts as part of the section that it opens. */
export function outline(document: Document): Heading[] {
  return document.outline.map((entry, index) => {
    const before = document.outline[index - 1]
    const section = document.sections.byHeading[index]
    return {
      level: entry.level,
      ...(before && {step: entry.level - before.level}),
      ...(entry.number !== undefined && {number: entry.number}),
      title: entry.title,
      text: entry.text,
      ...(section && {id: section.id, section: section.path}),
      parent: entry.parent,
      position: positionOf(entry.node),
    }
  })
}
