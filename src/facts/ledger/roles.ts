import {roleOf as questionsRoleOf} from '../../research/question-sections.js'
import {cutTitle, type SectionRole, type Template, type TemplateSection, titleKey} from '../../template/index.js'
import type {Document} from '../reading/document.js'
import {once} from '../reading/once.js'
import type {SectionNode} from '../reading/sections.js'

/**
 * What a place of the document is for, by the innermost section around it of which the template says it. Of a section that claims
 * none its title tells: "9. Resolved Decisions" beside "10. Open Questions".
 */
export function roleAt(document: Document, offset: number): SectionRole | undefined {
  const {template} = document
  for (let node: SectionNode | undefined = document.sectionNodeAt(offset); node; node = node.parent) {
    const role = node.claim?.role ?? (node.claim || !template ? undefined : roleByTitle(node.entry.title, template))
    if (role !== undefined) return role
  }
  return undefined
}

/** Whether the template says of any section that it is for questions: without one there is nothing to keep account of. */
export function hasRoles({template}: Pick<Document, 'template'>): boolean {
  return template !== undefined && [...rolesByTitle(template).values()].includes('questions')
}

function roleByTitle(title: string, template: Template): SectionRole | undefined {
  const roles = rolesByTitle(template)
  const known = roles.get(titleKey(title)) ?? roles.get(titleKey(cutTitle(title)))
  return known ?? (questionsRoleOf(title) === undefined ? undefined : 'questions')
}

const rolesByTitle = once((template: Template): ReadonlyMap<string, SectionRole> => {
  const roles = new Map<string, SectionRole>()
  const read = (sections: readonly TemplateSection[]): void => {
    for (const {title, aliases, role, sections: below} of sections) {
      for (const name of [title, cutTitle(title), ...aliases])
        if (role !== undefined && !roles.has(titleKey(name))) roles.set(titleKey(name), role)
      read(below)
    }
  }
  read(template.sections)
  return roles
})
