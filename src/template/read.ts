import type {Root} from 'mdast'
import {blocksOf, LimitError, parseWithin, plain} from '../markdown/index.js'
import {commentsOf, type TemplateComment} from './comments.js'
import {TemplateError} from './error.js'
import {type Header, readHeader} from './header.js'
import {readMetadataForm} from './metadata.js'
import {ORIGINAL_MARKERS} from './original.js'
import {readSections} from './sections.js'
import type {Status, Template} from './types.js'
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
  const sections = readSections(tree, source)
  if (sections.length === 0)
    throw new TemplateError('The template has no headings of level 2, expected its sections', 1)

  const heading = tree.children.find(node => node.type === 'heading' && node.depth === 1)
  const title = heading ? plain(heading) : ''
  const {form: metadata, status} = readMetadataForm(tree, source, header, sections)
  const statuses = header?.statuses ?? statusesIn(status)
  const markers = header?.markers ?? ORIGINAL_MARKERS
  const labels = labelsOf(blocksOf(tree), markers, source)
  const choice = statuses.length > 1 ? [statuses.join(' / '), ...(header?.statuses ? [] : [status])] : []
  return {
    kind: header?.kind ?? options.kind ?? 'document',
    version: header?.version ?? 0,
    source,
    title,
    titleSuffix: suffixOf(title),
    statuses: statuses.map(statusOf),
    metadata,
    sections,
    ...(header?.appendix !== undefined && {appendix: header.appendix}),
    residue: residueOf(sections, [...(header?.placeholders ?? []), ...choice], labels),
    markers,
    labels,
  }
}

function parseTemplate(source: string): Root {
  try {
    return parseWithin(source)
  } catch (error) {
    if (error instanceof LimitError) throw new TemplateError(`The template cannot be read: ${error.message}`, 1)
    throw error
  }
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
  const first = tree.children.findIndex(node => node.type === 'heading' && node.depth > 1)
  const before = first < 0 ? tree.children : tree.children.slice(0, first)
  return before.flatMap(node => (node.type === 'html' ? commentsOf(node) : [])).filter(({name}) => name === 'section')
}

// "[Project Name] Design Document" is a name and a suffix; a title without a placeholder is neither.
function suffixOf(title: string): string {
  const match = /^(?:\[[^\]]*\]|\{+[^}]*\}+)\s*(.*)$/.exec(title)
  return match?.[1] ?? ''
}

// A form that says nothing about its statuses often lists them where one belongs: "Draft / Final", "{open | done}". A list that
// goes on with "…" leaves the choice open.
function statusesIn(value: string): string[] {
  const names = (/^[[{<]+(.*?)[\]}>]+$/.exec(value)?.[1] ?? value).split(/\s+[/|]\s+/)
  return names.length < 2 || names.some(name => /…|\.{3}/.test(name)) ? [] : names
}

function statusOf(name: string): Status {
  const cut = name.indexOf(' (')
  return {name, short: cut > 0 ? name.slice(0, cut) : name}
}
