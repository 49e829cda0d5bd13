import {flatSections, type MetadataRow, type Template, type TemplateSection} from '../../template/index.js'
import {itemAt} from '../../text/index.js'
import {maybeLeftOut, saysRequired} from './marks.js'
import {optionalRows} from './optional-rows.js'

/** What a first schema asks of every document, as the template's form tells it. */
export interface Demands {
  rows: readonly MetadataRow[]
  /** Sections that nothing stands around. */
  sections: readonly TemplateSection[]
  /** Sections with sub-sections that must stand in them wherever they are there. */
  parents: readonly Parent[]
}

export interface Parent {
  section: TemplateSection
  /** Sub-sections that must be there. */
  required: readonly TemplateSection[]
  /** Sub-sections that have such sub-sections themselves. */
  parents: readonly Parent[]
}

/**
 * Rows and sections that are not marked as optional. Where a heading says "(mandatory)", only those are asked for that say so:
 * such a template counts up what it wants.
 */
export function demandsOf(template: Template): Demands {
  const optional = optionalRows(template)
  const isMarked = flatSections(template.sections).some(section => saysRequired(section, template))
  const asksFor = (section: TemplateSection): boolean =>
    isMarked ? saysRequired(section, template) : !maybeLeftOut(section, template)
  return {
    rows: template.metadata.rows.filter(row => !optional.has(row.id)),
    sections: requiredOf(template.sections, asksFor),
    parents: parentsOf(template.sections, asksFor),
  }
}

type Test = (section: TemplateSection) => boolean

function parentsOf(sections: readonly TemplateSection[], asksFor: Test): Parent[] {
  return sections.flatMap(section => {
    const parent = {
      section,
      required: requiredOf(section.sections, asksFor),
      parents: parentsOf(section.sections, asksFor),
    }
    return parent.required.length > 0 || parent.parents.length > 0 ? [parent] : []
  })
}

// How many of those with a hole there are, and how they are called, is the author's: the first of a shape stands for all.
function requiredOf(sections: readonly TemplateSection[], asksFor: Test): TemplateSection[] {
  const shapes = sections.map(({title}) => shapeOf(title))
  return sections.filter((section, index) => {
    const shape = itemAt(shapes, index)
    if (!asksFor(section) || shape.replaceAll(HOLE, '').trim() === '') return false
    return !shape.includes(HOLE) || shapes.indexOf(shape) === index
  })
}

const HOLE = '\0'

function shapeOf(title: string): string {
  const holes = title.replace(/\[[^\]]*\]|\{[^}]*\}|<[^>]*>|…|\.\.\./gu, HOLE)
  return holes.includes(HOLE) ? holes.replace(/\d+/g, '0') : holes
}
