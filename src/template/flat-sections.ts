import type {TemplateSection} from './types.js'

/** Sections with all that are below them, in order. */
export function flatSections(sections: readonly TemplateSection[]): TemplateSection[] {
  return sections.flatMap(section => [section, ...flatSections(section.sections)])
}
