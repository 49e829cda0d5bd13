import type {SectionRole, TemplateSection} from '../../template/index.js'
import type {Document} from '../reading/document.js'
import type {SectionNode} from '../reading/sections.js'

/** What a place of the document is for, by the innermost section around it of which the template says it. */
export function roleAt(document: Document, offset: number): SectionRole | undefined {
  let node: SectionNode | undefined = document.sectionNodeAt(offset)
  while (node && node.claim?.role === undefined) node = node.parent
  return node?.claim?.role
}

/** Whether the template says of any section that it is for questions: without one there is nothing to keep account of. */
export function hasRoles({template}: Pick<Document, 'template'>): boolean {
  return template !== undefined && someRole(template.sections)
}

function someRole(sections: readonly TemplateSection[]): boolean {
  return sections.some(({role, sections}) => role === 'questions' || someRole(sections))
}
