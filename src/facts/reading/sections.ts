import {claimSections, type Template, type TemplateSection} from '../../template/index.js'
import {slug} from '../../text/index.js'
import {idsBeside} from './ids.js'
import {firstFrom} from './lists.js'
import type {OutlineEntry} from './outline.js'
import {endOf, startOf} from './positions.js'

/** A section of the document: which heading opens it, who claims it, and its extent. */
export interface SectionNode {
  id: string
  /** Ids from the outermost section to this one, joined with "/". */
  path: string
  entry: OutlineEntry
  /** The section of the template that claims it. */
  claim?: TemplateSection
  /** Place of the claim among its siblings, from 1. */
  ordinal?: number
  /** Offset of the heading. */
  start: number
  /** Offset behind the last node. */
  end: number
  sections: SectionNode[]
}

export interface Sections {
  roots: SectionNode[]
  /** By index in the outline; headings of level 1 open none. */
  byHeading: readonly (SectionNode | undefined)[]
}

export function sectionsOf(outline: readonly OutlineEntry[], template: Template | undefined): Sections {
  const forms = template?.sections ?? []
  const claims = claimSections(forms, outline)
  const byHeading: (SectionNode | undefined)[] = outline.map(() => undefined)

  // Headings under no heading but a title are outermost sections, whatever their level.
  const children = new Map<number, number[]>()
  outline.forEach((entry, index) => {
    if (entry.level === 1) return
    const around = (outline[entry.parent]?.level ?? 1) === 1 ? -1 : entry.parent
    const siblings = children.get(around)
    if (siblings) siblings.push(index)
    else children.set(around, [index])
  })

  const build = (around: number, parent: SectionNode | undefined): SectionNode[] => {
    const indexes = children.get(around) ?? []
    const siblingForms = parent ? (parent.claim?.sections ?? []) : forms
    // An id of the template belongs to the heading that claims it, or to none.
    const freeId = idsBeside(siblingForms.map(form => form.id))
    return indexes.map(index => {
      const entry = outline[index]
      if (!entry) throw new RangeError('no such heading')
      const claim = claims.get(index)
      const id = claim?.id ?? freeId(slug(entry.title) || 'section')
      const place = claim ? siblingForms.indexOf(claim) : -1
      const node: SectionNode = {
        id,
        path: parent ? `${parent.path}/${id}` : id,
        entry,
        ...(claim && {claim}),
        ...(place >= 0 && {ordinal: place + 1}),
        start: startOf(entry.node),
        end: endOf(entry.last),
        sections: [],
      }
      byHeading[index] = node
      node.sections = build(index, node)
      return node
    })
  }
  return {roots: build(-1, undefined), byHeading}
}

/** Finds the innermost section of an offset, by the last heading that does not begin behind it. */
export function locator(
  outline: readonly OutlineEntry[],
  sections: Sections,
): (offset: number) => SectionNode | undefined {
  const starts = outline.map(entry => startOf(entry.node))
  return offset => sections.byHeading[firstFrom(starts.length, index => starts[index] ?? 0, offset + 1) - 1]
}
