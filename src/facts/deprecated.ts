import {flatSections, splitNumber, type Template, titleKey} from '../template/index.js'
import {metadata} from './metadata/index.js'
import type {Document} from './reading/document.js'
import {positionOf} from './reading/positions.js'
import type {SectionNode} from './reading/sections.js'
import type {DeprecatedPart} from './types.js'

/** Sections and rows that the version of the template which the document is held to has given up for others, in order. */
export function deprecated(document: Document): DeprecatedPart[] {
  const {template, sections} = document
  if (template === undefined) return []
  const found = [...rowsIn(document, template), ...sections.roots.flatMap(section => sectionsIn(section, template))]
  return found.sort((a, b) => a.position.start.offset - b.position.start.offset)
}

function sectionsIn(section: SectionNode, template: Template): DeprecatedPart[] {
  const {claim, former, entry, sections} = section
  const below = sections.flatMap(each => sectionsIn(each, template))
  const instead = former ? claim?.title : titleAt(claim?.deprecated, template)
  if (instead === undefined) return below
  const part = {part: 'section' as const, text: entry.text, instead, version: template.version}
  return [{...part, position: positionOf(entry.node)}, ...below]
}

function titleAt(path: string | undefined, template: Template): string | undefined {
  if (path === undefined) return undefined
  const found = flatSections(template.sections).find(section => section.path === path)
  return found && splitNumber(found.heading).title
}

function rowsIn(document: Document, template: Template): DeprecatedPart[] {
  const forms = template.metadata.rows
  const rows = metadata(document)
  return forms.flatMap((form): DeprecatedPart[] => {
    const row = Object.hasOwn(rows, form.id) ? rows[form.id] : undefined
    // A section that is a row is told of as a section.
    if (!row || row.source === 'section') return []
    const isFormer = form.former?.some(label => titleKey(label) === titleKey(row.label))
    const instead = isFormer ? form.label : forms.find(({id}) => id === form.deprecated)?.label
    if (instead === undefined) return []
    return [{part: 'row', text: row.label, instead, version: template.version, position: row.labelPosition}]
  })
}
