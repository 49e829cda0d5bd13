import type {Heading, Root, RootContent} from 'mdast'
import {plain} from '../markdown/index.js'
import {slug} from '../text/index.js'
import {flagOf, idOf, type Setting, textOf, textsOf} from './checks.js'
import {commentsOf, markdownOf, type TemplateComment} from './comments.js'
import {TemplateError} from './error.js'
import {readSettings} from './header.js'
import {exampleIn, instructionIn} from './original.js'
import {cutTitle, splitNumber} from './titles.js'
import type {Fill, TemplateSection} from './types.js'

/** A heading of the template with what stands between it and the next one. */
interface Part {
  heading: Heading
  text: string
  title: string
  number?: string
  content: RootContent[]
  parts: Part[]
  start: number
  end: number
}

const FILLS: readonly Fill[] = ['sources', 'options', 'questions']

/** The sections of a template; headings of level 1 are not among them. */
export function readSections(tree: Root, source: string): TemplateSection[] {
  const roots: Part[] = []
  const open: Part[] = []
  for (const node of tree.children) {
    const last = open[open.length - 1]
    if (node.type !== 'heading') {
      last?.content.push(node)
      continue
    }
    const start = node.position?.start.offset ?? 0
    while ((open[open.length - 1]?.heading.depth ?? 0) >= node.depth) close(open, start)
    if (node.depth === 1) continue
    const text = plain(node)
    const part: Part = {heading: node, text, ...splitNumber(text), content: [], parts: [], start, end: source.length}
    const parent = open[open.length - 1]
    if (parent === undefined && node.depth > 2) {
      throw new TemplateError(
        `Unexpected heading "${text}" of level ${node.depth} outside a section of level 2`,
        lineOf(node),
      )
    }
    ;(parent?.parts ?? roots).push(part)
    open.push(part)
  }
  return sectionsOf(roots, '', source)
}

function close(open: Part[], end: number): void {
  const part = open.pop()
  if (part) part.end = end
}

function sectionsOf(parts: readonly Part[], around: string, source: string): TemplateSection[] {
  const settings = parts.map(part => sectionSettings(part.content))
  const ids = idsOf(parts, settings)
  return parts.map((part, index): TemplateSection => {
    const id = ids[index] ?? ''
    const path = around === '' ? id : `${around}/${id}`
    const fill = settings[index]?.get('fill')
    return {
      id,
      path,
      heading: part.text,
      title: part.title,
      ...(part.number !== undefined && {number: part.number}),
      level: part.heading.depth,
      aliases: textsOf(settings[index]?.get('aliases')),
      optional: flagOf(settings[index]?.get('optional')),
      ...(fill && {fill: fillOf(fill)}),
      guidance: [...wordsOf(part.content, 'guidance'), ...part.content.flatMap(node => instructionIn(node, source))],
      examples: [...wordsOf(part.content, 'example'), ...part.content.flatMap(node => exampleIn(node, source))],
      sections: sectionsOf(part.parts, path, source),
      start: part.start,
      end: part.end,
    }
  })
}

/** Ids said in comments; else slugs of the cut titles, and where two siblings share one, of their whole titles. */
function idsOf(parts: readonly Part[], settings: readonly Map<string, Setting>[]): string[] {
  const cuts = parts.map(part => slug(cutTitle(part.title)))
  const ids = parts.map((part, index) => {
    const said = settings[index]?.get('id')
    if (said) return idOf(said)
    const cut = cuts[index] ?? ''
    const id = cuts.filter(other => other === cut).length > 1 ? slug(part.title) : cut
    if (id !== '') return id
    throw new TemplateError(
      `The section "${part.text}" needs an id, for its title has no letters`,
      lineOf(part.heading),
    )
  })
  ids.forEach((id, index) => {
    const part = parts[index]
    if (!part || ids.indexOf(id) === index) return
    throw new TemplateError(`Unexpected second section "${part.text}" with the id "${id}"`, lineOf(part.heading))
  })
  return ids
}

function comments(content: readonly RootContent[]): TemplateComment[] {
  return content.flatMap(node => (node.type === 'html' ? commentsOf(node) : []))
}

function sectionSettings(content: readonly RootContent[]): Map<string, Setting> {
  const [comment, second] = comments(content).filter(({name}) => name === 'section')
  if (second) throw new TemplateError('Unexpected second section comment under one heading', second.line)
  return comment ? readSettings(comment, ['id', 'aliases', 'optional', 'fill']) : new Map()
}

function wordsOf(content: readonly RootContent[], name: string): string[] {
  return comments(content)
    .filter(comment => comment.name === name)
    .map(markdownOf)
    .filter(text => text !== '')
}

function fillOf(setting: Setting): Fill {
  const text = textOf(setting)
  const fill = FILLS.find(known => known === text)
  if (fill) return fill
  throw new TemplateError(`Unexpected fill "${text}", expected one of ${FILLS.join(', ')}`, setting.line)
}

function lineOf(node: RootContent): number {
  return node.position?.start.line ?? 1
}
