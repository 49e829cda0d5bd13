import {type Claim, claimSections, type Template, type TemplateSection} from '../../template/index.js'
import {firstFrom, itemAt, slug} from '../../text/index.js'
import {idsBeside} from './ids.js'
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
  /** Where the claim repeats: which one it is, from 1. */
  repeat?: number
  /** Whether its heading is one that only earlier versions of the template have. */
  former?: boolean
  /** The section among whose `sections` it is. */
  parent?: SectionNode
  /** Offset of the heading. */
  start: number
  /** Offset behind the last node. */
  end: number
  sections: SectionNode[]
}

export interface Sections {
  roots: SectionNode[]
  /** By index in the outline; titles open none. */
  byHeading: readonly (SectionNode | undefined)[]
}

/**
 * The sections of a document as a tree. What is claimed stands where the template has it, others under the heading around
 * them; under no heading but a title they are outermost, whatever their level. From the first heading of level 1 that is
 * claimed on, headings of that level are sections too.
 */
export function sectionsOf(outline: readonly OutlineEntry[], template: Template | undefined): Sections {
  const claims = claimSections(template?.sections ?? [], outline)
  const byHeading: (SectionNode | undefined)[] = outline.map(() => undefined)
  const firstMain = outline.findIndex(({level}, index) => level === 1 && claims.has(index))
  const opensSection = (index: number): boolean =>
    (outline[index]?.level ?? 1) > 1 || (firstMain >= 0 && index >= firstMain)

  const children = new Map<number, number[]>()
  outline.forEach((entry, index) => {
    if (!opensSection(index)) return
    const around = claims.get(index)?.parent ?? (opensSection(entry.parent) ? entry.parent : -1)
    const siblings = children.get(around)
    if (siblings) siblings.push(index)
    else children.set(around, [index])
  })

  const build = (around: number, parent: SectionNode | undefined): SectionNode[] => {
    const indexes = children.get(around) ?? []
    const forms = parent ? (parent.claim?.sections ?? []) : (template?.sections ?? [])
    const ids = indexes.map(index => claimedId(claims.get(index)))
    // An id of the template belongs to the heading that claims it, or to none.
    const freeId = idsBeside([...forms.map(form => form.id), ...ids.flatMap(id => id ?? [])])
    return indexes.map((index, place) => {
      const entry = itemAt(outline, index)
      const claim = claims.get(index)
      const id = ids[place] ?? freeId(ownId(entry, forms))
      const node: SectionNode = {
        id,
        path: parent ? `${parent.path}/${id}` : id,
        entry,
        ...(claim && {claim: claim.section, ordinal: claim.ordinal}),
        ...(claim?.repeat !== undefined && {repeat: claim.repeat}),
        ...(claim?.former && {former: true}),
        ...(parent && {parent}),
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

// What looks like the number of a repeated section must not be taken for one.
function ownId({title}: OutlineEntry, forms: readonly TemplateSection[]): string {
  const id = slug(title) || 'section'
  const isTaken = forms.some(form => form.repeat === true && form.id === id.replace(/-\d+$/, ''))
  return isTaken ? `own-${id}` : id
}

// The first one bears the id of the template's section, the others a number besides.
function claimedId(claim: Claim | undefined): string | undefined {
  if (claim?.repeat === undefined || claim.repeat === 1) return claim?.section.id
  return `${claim.section.id}-${claim.repeat}`
}

/** Finds the innermost section of an offset, by the last heading that does not begin behind it. */
export function locator(
  outline: readonly OutlineEntry[],
  sections: Sections,
): (offset: number) => SectionNode | undefined {
  const starts = outline.map(entry => startOf(entry.node))
  return offset => sections.byHeading[firstFrom(starts, start => start, offset + 1) - 1]
}
