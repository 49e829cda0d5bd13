import type {Root, RootContent} from 'mdast'
import {itemAt, nearest} from '../text/index.js'
import {flagOf, isAnyLevel, type Setting, textOf, textsOf} from './checks.js'
import {commentsOf, markdownOf, type TemplateComment} from './comments.js'
import {TemplateError} from './error.js'
import {flatSections} from './flat-sections.js'
import {type Header, readSettings} from './header.js'
import {exampleIn, instructionIn} from './original.js'
import {type Part, partsOf} from './parts.js'
import {idsOf} from './section-ids.js'
import type {Fill, SectionRole, TemplateSection} from './types.js'

const SECTION_KEYS = ['id', 'aliases', 'optional', 'repeat', 'level', 'fill', 'role', 'open', 'was', 'deprecated']
const FILLS: readonly Fill[] = ['sources', 'options', 'questions']
const ROLES: readonly SectionRole[] = ['questions', 'goals', 'non-goals', 'alternatives', 'design']
// What scaffold fills a section with tells what it is for.
const ROLE_OF: Partial<Readonly<Record<Fill, SectionRole>>> = {options: 'alternatives', questions: 'questions'}

/** The sections of a template; its title is not among them. */
export function readSections(tree: Root, source: string, header: Header | undefined): TemplateSection[] {
  const sections = sectionsOf(partsOf(tree, source), '', {source, anyLevel: header?.anyLevel ?? false})
  for (const section of flatSections(sections)) requireSuccessor(section, sections, source)
  return sections
}

/** The section with a path; what names one that is not there is blamed. */
export function requireSection(
  path: string,
  sections: readonly TemplateSection[],
  what: string,
  line: number,
): TemplateSection {
  const all = flatSections(sections)
  const found = all.find(section => section.path === path)
  if (found) return found
  const known = all.map(section => section.path)
  const [near] = nearest(path, known)
  const hint = near === undefined ? `expected one of ${known.join(', ')}` : `did you mean "${near}"?`
  throw new TemplateError(`Unexpected section "${path}" of ${what}, ${hint}`, line)
}

// What takes the place of a section is another one, and does not go away itself.
function requireSuccessor(
  {path, deprecated, start}: TemplateSection,
  sections: readonly TemplateSection[],
  source: string,
): void {
  if (deprecated === undefined) return
  const line = source.slice(0, start).split(/\r\n|\n|\r/).length
  const found = requireSection(deprecated, sections, `"deprecated" of "${path}"`, line)
  if (found.path === path || found.deprecated !== undefined)
    throw new TemplateError(
      `Unexpected section "${deprecated}" in the place of "${path}", expected one that stays`,
      line,
    )
}

interface Defaults {
  source: string
  anyLevel: boolean
  /** Of the section around. */
  role?: SectionRole
}

function sectionsOf(parts: readonly Part[], around: string, defaults: Defaults): TemplateSection[] {
  const {source} = defaults
  const settings = parts.map(part => sectionSettings(part.content))
  const ids = idsOf(parts, settings)
  return parts.map((part, index): TemplateSection => {
    const id = itemAt(ids, index)
    const path = around === '' ? id : `${around}/${id}`
    const get = (key: string) => settings[index]?.get(key)
    const fill = fillOf(get('fill'))
    const role = roleOf(get('role')) ?? (fill && ROLE_OF[fill]) ?? defaults.role
    return {
      id,
      path,
      heading: part.text,
      title: part.title,
      ...(part.number !== undefined && {number: part.number}),
      level: part.heading.depth,
      ...(isAnyLevel(get('level'), defaults.anyLevel) && {anyLevel: true}),
      aliases: textsOf(get('aliases')),
      optional: get('deprecated') !== undefined || flagOf(get('optional')),
      ...(flagOf(get('repeat')) && {repeat: true}),
      ...(fill && {fill}),
      ...(role && {role}),
      ...(flagOf(get('open')) && {open: true}),
      ...pathIn(get('was'), 'was'),
      ...pathIn(get('deprecated'), 'deprecated'),
      guidance: [...wordsOf(part.content, 'guidance'), ...part.content.flatMap(node => instructionIn(node, source))],
      examples: [...wordsOf(part.content, 'example'), ...part.content.flatMap(node => exampleIn(node, source))],
      sections: sectionsOf(part.parts, path, {...defaults, ...(role && {role})}),
      start: part.start,
      end: part.end,
    }
  })
}

function pathIn<Key extends 'was' | 'deprecated'>(setting: Setting | undefined, key: Key): {[K in Key]?: string} {
  return setting ? ({[key]: textOf(setting)} as {[K in Key]?: string}) : {}
}

function comments(content: readonly RootContent[]): TemplateComment[] {
  return content.flatMap(node => (node.type === 'html' ? commentsOf(node) : []))
}

function sectionSettings(content: readonly RootContent[]): Map<string, Setting> {
  const [comment, second] = comments(content).filter(({name}) => name === 'section')
  if (second) throw new TemplateError('Unexpected second section comment under one heading', second.line)
  return comment ? readSettings(comment, SECTION_KEYS) : new Map()
}

function wordsOf(content: readonly RootContent[], name: string): string[] {
  return comments(content)
    .filter(comment => comment.name === name)
    .map(markdownOf)
    .filter(text => text !== '')
}

function fillOf(setting: Setting | undefined): Fill | undefined {
  return setting && oneOf(FILLS, setting)
}

function roleOf(setting: Setting | undefined): SectionRole | undefined {
  return setting && oneOf(ROLES, setting)
}

function oneOf<Name extends string>(known: readonly Name[], setting: Setting): Name {
  const text = textOf(setting)
  const found = known.find(name => name === text)
  if (found !== undefined) return found
  throw new TemplateError(`Unexpected ${setting.key} "${text}", expected one of ${known.join(', ')}`, setting.line)
}
