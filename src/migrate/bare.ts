import type {Nodes, RootContent, Table} from 'mdast'
import type {Document} from '../facts/reading/document.js'
import type {SectionNode} from '../facts/reading/sections.js'
import {standings} from '../facts/reading/standing.js'
import {parse, plain, visit} from '../markdown/index.js'
import {formBlock, type Template, titleKey} from '../template/index.js'
import {collapsed, itemAt} from '../text/index.js'
import {blocksIn} from './extent.js'

/** Whether a section holds nothing but what its form in a template has: no word, tick, comment, picture or heading of the author's own. */
export function isBare(document: Document, section: SectionNode, template: Template): boolean {
  const form = formOf(template)
  const headings = new Set<Nodes>(headingsOfForm(section))
  return blocksIn(document, section).every(block => isForm(block, document, form, headings))
}

/** Whether any text of the form stands in a section: one that is only a heading was left so by its author. */
export function hasForm(document: Document, section: SectionNode): boolean {
  return blocksIn(document, section).some(({type}) => type !== 'heading')
}

/** Whether the guidance of the form stands in a section as comments. */
export function hasGuidance(document: Document, section: SectionNode): boolean {
  return blocksIn(document, section).some(({type}) => type === 'html')
}

// A heading of the author's own is a word of the author's.
function headingsOfForm(section: SectionNode): Nodes[] {
  const {claim, entry, sections} = section
  const isOwn = claim === undefined || titleKey(claim.title) !== titleKey(entry.title)
  return [...(isOwn ? [] : [entry.node]), ...sections.flatMap(headingsOfForm)]
}

function isForm(block: RootContent, document: Document, form: FormTexts, headings: ReadonlySet<Nodes>): boolean {
  let isBareSoFar = true
  visit(block, node => {
    if (!isBareSoFar) return
    isBareSoFar = saysNothing(node, document, form, headings)
  })
  return isBareSoFar
}

function saysNothing(node: Nodes, document: Document, form: FormTexts, headings: ReadonlySet<Nodes>): boolean {
  switch (node.type) {
    case 'heading':
      return headings.has(node)
    case 'html':
      return form.comments.has(collapsed(node.value))
    case 'table':
      return form.headers.has(headerOf(node))
    case 'paragraph':
    case 'blockquote':
    case 'tableCell':
      return holdsNothing(node, document)
    case 'listItem':
      return node.checked !== true
    case 'code':
      return node.value.trim() === ''
    case 'image':
    case 'imageReference':
    case 'definition':
    case 'footnoteDefinition':
    case 'footnoteReference':
    case 'thematicBreak':
    case 'link':
    case 'linkReference':
      return false
    default:
      return true
  }
}

// "N/A" waives nothing, but somebody wrote it.
function holdsNothing(node: Nodes & {type: 'paragraph' | 'blockquote' | 'tableCell'}, document: Document): boolean {
  const standing = standings(document).get(node)
  if (standing === undefined) return node.type !== 'paragraph'
  if (standing.type === 'blank') return !/[\p{L}\p{N}]/u.test(plain(node))
  return standing.type !== 'text' || node.type === 'blockquote'
}

/** What a new document gets from its template beside what lint knows of: its comments, and the headers of its tables. */
interface FormTexts {
  comments: ReadonlySet<string>
  headers: ReadonlySet<string>
}

const known = new WeakMap<Template, FormTexts>()

function formOf(template: Template): FormTexts {
  const found = known.get(template) ?? formTexts(template)
  known.set(template, found)
  return found
}

function formTexts({source}: Template): FormTexts {
  const blocks = parse(source).children.flatMap(node => formBlock(node, source, 'comment'))
  return {
    comments: new Set(blocks.flatMap(node => (node.type === 'html' ? collapsed(node.value) : []))),
    headers: new Set(blocks.flatMap(node => (node.type === 'table' ? headerOf(node) : []))),
  }
}

function headerOf({children}: Table): string {
  return itemAt(children, 0)
    .children.map(cell => titleKey(plain(cell)))
    .join('|')
}
