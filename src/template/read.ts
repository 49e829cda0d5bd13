import type {Heading, Root} from 'mdast'
import {blocksOf, LimitError, parseWithin} from '../markdown/index.js'
import {itemAt, rethrowUnless, trimmedEnd} from '../text/index.js'
import {commentsOf, type TemplateComment} from './comments.js'
import {TemplateError} from './error.js'
import {type Header, readHeader} from './header.js'
import {aroundHoles, headingText} from './holes.js'
import {readMetadataForm} from './metadata.js'
import {ORIGINAL_MARKERS} from './original.js'
import {topLevelOf} from './parts.js'
import {readSections, requireSection} from './sections.js'
import {statusOf} from './statuses.js'
import type {IdPattern, Template, TemplateSection} from './types.js'
import {labelsOf, residueOf} from './words.js'

/**
 * Reads a template: any Markdown file with sections of level 2. What its comments do not say is taken from its form: ids
 * are slugs of the titles, metadata is the table of two columns under the title, or else the frontmatter, a list, or lines.
 *
 * @param source The whole file.
 * @param options.kind Kind of a template that does not name one; "document" unless told.
 * @throws TemplateError with a line where it is no template: broken or unknown settings, ids given twice, no sections.
 * @example readTemplate('# [Name]\n\n## Goals\n').sections[0].id // 'goals'
 */
export function readTemplate(source: string, options: {kind?: string} = {}): Template {
  const tree = parseTemplate(source)
  const header = readHead(tree)
  const sections = readSections(tree, source, header)
  const open = sections.length === 0 ? openComment(tree) : undefined
  if (open !== undefined) throw new TemplateError('Unexpected comment without an end, expected "-->" behind it', open)
  if (sections.length === 0)
    throw new TemplateError('The template has no headings of level 2, expected its sections', 1)

  const top = topLevelOf(tree)
  const heading = tree.children.find((node): node is Heading => node.type === 'heading' && node.depth < top)
  const title = heading ? headingText(heading) : ''
  const {form: metadata, status} = readMetadataForm(tree, source, header, sections)
  const statuses = header?.statuses ?? statusesIn(status).map(statusOf)
  const markers = header?.markers ?? ORIGINAL_MARKERS
  const labels = labelsOf(blocksOf(tree), markers, source, itemAt(sections, 0).start)
  const choice =
    statuses.length > 1 ? [statuses.map(({name}) => name).join(' / '), ...(header?.statuses ? [] : [status])] : []
  return {
    kind: header?.kind ?? options.kind ?? 'document',
    version: header?.version ?? 0,
    source,
    title,
    ...nameIn(title),
    statuses,
    metadata,
    sections,
    ...(header?.appendix !== undefined && {appendix: header.appendix}),
    residue: residueOf(sections, [...(header?.placeholders.texts ?? []), ...choice], labels),
    placeholders: header?.placeholders.patterns ?? [],
    marks: header?.marks ?? [],
    ids: idsWithin(sections, header),
    markers,
    labels,
    open: header?.open ?? [],
  }
}

function parseTemplate(source: string): Root {
  try {
    return parseWithin(source)
  } catch (error) {
    rethrowUnless(error, LimitError)
    throw new TemplateError(`The template cannot be read: ${error.message}`, 1)
  }
}

// It takes all headings behind it for its own words.
function openComment({children}: Root): number | undefined {
  const last = children.at(-1)
  const isOpen = last?.type === 'html' && last.value.lastIndexOf('<!--') > last.value.lastIndexOf('-->')
  return isOpen ? last.position?.start.line : undefined
}

function readHead(tree: Root): Header | undefined {
  const comments = tree.children.flatMap(node => (node.type === 'html' ? commentsOf(node) : []))
  const [head, second] = comments.filter(({name}) => name === 'spec-template')
  if (second) throw new TemplateError('Unexpected second spec-template comment', second.line)
  const [stray] = straySettings(tree)
  if (stray) throw new TemplateError('Unexpected section comment before the first section', stray.line)
  return head ? readHeader(head) : undefined
}

function straySettings(tree: Root): TemplateComment[] {
  const top = topLevelOf(tree)
  const first = tree.children.findIndex(node => node.type === 'heading' && node.depth >= top)
  const before = first < 0 ? tree.children : tree.children.slice(0, first)
  return before.flatMap(node => (node.type === 'html' ? commentsOf(node) : [])).filter(({name}) => name === 'section')
}

// "[Project Name] Design Document" is a name and a suffix; a title without one hole is neither.
function nameIn(title: string): Pick<Template, 'titlePrefix' | 'titleSuffix'> {
  const {count, before, after} = aroundHoles(title)
  return count === 1 ? {titlePrefix: before, titleSuffix: after.trim()} : {titlePrefix: '', titleSuffix: ''}
}

// A form that says nothing about its statuses often lists them where one belongs: "Draft / Final", "{open | done}". A list that
// goes on with "…" leaves the choice open.
function statusesIn(value: string): string[] {
  const inside = trimmedEnd(value, /[\]}>]/).replace(/^[[{<]+/, '')
  const isEnclosed = /^[[{<]/.test(value) && /[\]}>]$/.test(value)
  const names = (isEnclosed ? inside : value).split(/(?<!\s)\s+[/|]\s+/)
  return names.length < 2 || names.some(name => /…|\.{3}/.test(name)) ? [] : names
}

function idsWithin(sections: readonly TemplateSection[], header: Header | undefined): readonly IdPattern[] {
  if (!header) return []
  for (const {name, section} of header.ids) {
    if (section !== undefined) requireSection(section, sections, `the ids "${name}"`, header.idsLine)
  }
  return header.ids
}
