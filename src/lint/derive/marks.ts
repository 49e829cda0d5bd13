import type {Template, TemplateSection} from '../../template/index.js'
import {readYaml} from '../../text/yaml.js'

const REQUIRED = /[([*_]\s*(?:mandatory|required)\b/i
const OPTIONAL = /\boptional\b/i
// "(optional)", "*(include if feature involves data)*", "(if applicable)"
const OPTIONAL_HEADING = /[([{*_]\s*(?:optional\b|(?:(?:include|only|add|use|needed|required)\s+)?(?:if|when|where)\b)/i

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
  return /^[^\r\n]*/.exec(source.slice(start))?.[0] ?? ''
}

// The words of a comment that ends right above the heading. Settings and guidance speak of what stands above them.
function commentAbove({start}: TemplateSection, {source}: Template): string {
  const above = source.slice(0, start).trimEnd()
  if (!above.endsWith('-->')) return ''
  const comment = above.slice(above.lastIndexOf('<!--') + 4, -3).trim()
  return /^(?:section|guidance|example|spec-template)\b/.test(comment) ? '' : comment
}

/** Ids of the rows that may be left out: by the template's settings, or by a comment in the frontmatter above them. */
export function optionalRows({metadata, source}: Template): ReadonlySet<string> {
  const ids = metadata.rows.filter(row => row.optional).map(row => row.id)
  return new Set([...ids, ...rowsBelowComment(metadata.rows, source)])
}

// Of a comment in YAML people take all rows below it to be meant, up to the next comment.
function rowsBelowComment(rows: Template['metadata']['rows'], source: string): string[] {
  const yaml = /^---[ \t]*\r?\n([\s\S]*?)\n---[ \t]*(?:\r?\n|$)/.exec(source)?.[1] ?? ''
  const read = readYaml(yaml)
  const pairs = read.ok ? read.pairs : []
  let isOptional = false
  const ids: string[] = []
  let offset = 0
  for (const line of yaml.split(/(?<=\n)/)) {
    const at = offset
    offset += line.length
    if (/^\s*#/.test(line)) isOptional = OPTIONAL.test(line)
    const key = pairs.find(pair => pair.keyRange[0] === at)?.key
    const row = rows.find(row => row.label === key)
    if (row && isOptional) ids.push(row.id)
  }
  return ids
}
