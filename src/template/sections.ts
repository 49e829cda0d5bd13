import type {Heading, Root, RootContent} from 'mdast'
import {nearest, slug} from '../text/index.js'
import {flagOf, idOf, isAnyLevel, type Setting, textOf, textsOf} from './checks.js'
import {commentsOf, markdownOf, type TemplateComment} from './comments.js'
import {TemplateError} from './error.js'
import {type Header, readSettings} from './header.js'
import {headingText, withHoles, withoutHoles} from './holes.js'
import {exampleIn, instructionIn} from './original.js'
import {cutTitle, splitNumber, titleKey} from './titles.js'
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

/**
 * The level of the outermost sections: 2, below a title; 1 where several headings have it, and there is no title.
 */
export function topLevelOf(tree: Root): 1 | 2 {
  return tree.children.filter(node => node.type === 'heading' && node.depth === 1).length > 1 ? 1 : 2
}

/** The sections of a template; its title is not among them. */
export function readSections(tree: Root, source: string, header: Header | undefined): TemplateSection[] {
  const top = topLevelOf(tree)
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
    if (node.depth < top) continue
    const text = headingText(node)
    const part: Part = {heading: node, text, ...splitNumber(text), content: [], parts: [], start, end: source.length}
    const parent = open[open.length - 1]
    if (parent === undefined && node.depth > top) {
      throw new TemplateError(
        `Unexpected heading "${text}" of level ${node.depth} outside a section of level ${top}`,
        lineOf(node),
      )
    }
    ;(parent?.parts ?? roots).push(part)
    open.push(part)
  }
  return sectionsOf(roots, '', {source, anyLevel: header?.anyLevel ?? false})
}

/** The section with a path; what names one that is not there is blamed. */
export function requireSection(
  path: string,
  sections: readonly TemplateSection[],
  what: string,
  line: number,
): TemplateSection {
  const all = sections.flatMap(flat)
  const found = all.find(section => section.path === path)
  if (found) return found
  const known = all.map(section => section.path)
  const [near] = nearest(path, known)
  const hint = near === undefined ? `expected one of ${known.join(', ')}` : `did you mean "${near}"?`
  throw new TemplateError(`Unexpected section "${path}" of ${what}, ${hint}`, line)
}

function flat(section: TemplateSection): TemplateSection[] {
  return [section, ...section.sections.flatMap(flat)]
}

function close(open: Part[], end: number): void {
  const part = open.pop()
  if (part) part.end = end
}

interface Defaults {
  source: string
  anyLevel: boolean
}

function sectionsOf(parts: readonly Part[], around: string, defaults: Defaults): TemplateSection[] {
  const {source} = defaults
  const settings = parts.map(part => sectionSettings(part.content))
  const ids = idsOf(parts, settings)
  return parts.map((part, index): TemplateSection => {
    const id = ids[index] ?? ''
    const path = around === '' ? id : `${around}/${id}`
    const get = (key: string) => settings[index]?.get(key)
    const fill = get('fill')
    return {
      id,
      path,
      heading: part.text,
      title: part.title,
      ...(part.number !== undefined && {number: part.number}),
      level: part.heading.depth,
      ...(isAnyLevel(get('level'), defaults.anyLevel) && {anyLevel: true}),
      aliases: textsOf(get('aliases')),
      optional: flagOf(get('optional')),
      ...(flagOf(get('repeat')) && {repeat: true}),
      ...(fill && {fill: fillOf(fill)}),
      guidance: [...wordsOf(part.content, 'guidance'), ...part.content.flatMap(node => instructionIn(node, source))],
      examples: [...wordsOf(part.content, 'example'), ...part.content.flatMap(node => exampleIn(node, source))],
      sections: sectionsOf(part.parts, path, defaults),
      start: part.start,
      end: part.end,
    }
  })
}

/**
 * Ids said in comments; else slugs of the cut titles, and where two siblings share one, of their whole titles. What stands in a
 * hole counts where nothing else does.
 */
function idsOf(parts: readonly Part[], settings: readonly Map<string, Setting>[]): string[] {
  const cuts = parts.map(({title}) => slug(withoutHoles(cutTitle(withHoles(title)))) || slug(title))
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
  checkInstances(parts, ids, settings)
  checkTitles(parts, settings)
  return ids
}

// Of two headings alike, the one that is there is taken for the first.
function checkTitles(parts: readonly Part[], settings: readonly Map<string, Setting>[]): void {
  const before = new Map<string, string>()
  for (const [index, part] of parts.entries()) {
    const key = `${part.heading.depth} ${titleKey(part.title)}`
    const kind = before.get(key)
    if (kind !== undefined) {
      const reason = `Unexpected second section "${part.text}": its heading would be taken for that of the ${kind} one before it`
      throw new TemplateError(reason, lineOf(part.heading))
    }
    if (flagOf(settings[index]?.get('repeat'))) before.set(key, 'repeated')
    else if (flagOf(settings[index]?.get('optional'))) before.set(key, 'optional')
  }
}

// "option-2" is the second heading that a repeated "option" claims.
function checkInstances(
  parts: readonly Part[],
  ids: readonly string[],
  settings: readonly Map<string, Setting>[],
): void {
  for (const [index, id] of ids.entries()) {
    if (!flagOf(settings[index]?.get('repeat'))) continue
    const clash = ids.findIndex(other => other.startsWith(`${id}-`) && /^\d+$/.test(other.slice(id.length + 1)))
    const part = parts[clash]
    if (!part) continue
    throw new TemplateError(
      `Unexpected id "${ids[clash]}" of the section "${part.text}", which the second of the repeated "${id}" would have`,
      lineOf(part.heading),
    )
  }
}

function comments(content: readonly RootContent[]): TemplateComment[] {
  return content.flatMap(node => (node.type === 'html' ? commentsOf(node) : []))
}

function sectionSettings(content: readonly RootContent[]): Map<string, Setting> {
  const [comment, second] = comments(content).filter(({name}) => name === 'section')
  if (second) throw new TemplateError('Unexpected second section comment under one heading', second.line)
  return comment ? readSettings(comment, ['id', 'aliases', 'optional', 'repeat', 'level', 'fill']) : new Map()
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
