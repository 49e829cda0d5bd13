import type {Template, TemplateSection} from '../../template/index.js'
import {firstMatch} from '../../text/index.js'

// "(mandatory)", "_required_"; what is required on a condition may be left out.
const REQUIRED = /[([*_]\s*(?:mandatory|required)(?![a-z0-9]|\s+(?:if|when|where)\b)/i
const OPTIONAL = /\boptional\b/i
// "(optional)", "*(include if …)*", "(if applicable)"
const OPTIONAL_HEADING =
  /[([{*_]\s*(?:optional(?![a-z0-9])|(?:(?:include|only|add|use|needed|required)\s+)?(?:if|when|where)\b)/i

/** Whether a heading of the template says of itself that the section is required: "*(mandatory)*". */
export function saysRequired(section: TemplateSection, template: Template): boolean {
  return REQUIRED.test(headingLine(section, template))
}

/**
 * Whether a section may be left out: by the template's settings, by its heading ("(optional)", `<!-- optional -->`), or by the
 * comment right above it.
 */
export function maybeLeftOut(section: TemplateSection, template: Template): boolean {
  const line = headingLine(section, template)
  return (
    section.optional ||
    OPTIONAL_HEADING.test(line) ||
    /<!--[^>]*\boptional\b/i.test(line) ||
    OPTIONAL.test(commentAbove(section, template))
  )
}

function headingLine({start}: TemplateSection, {source}: Template): string {
  return firstMatch(/^[^\r\n]*/, source.slice(start))
}

// The words of a comment that ends right above the heading. Settings and guidance speak of what stands above them.
function commentAbove({start}: TemplateSection, {source}: Template): string {
  const above = source.slice(0, start).trimEnd()
  if (!above.endsWith('-->')) return ''
  const comment = above.slice(above.lastIndexOf('<!--') + 4, -3).trim()
  return /^(?:section|guidance|example|spec-template)\b/.test(comment) ? '' : comment
}
