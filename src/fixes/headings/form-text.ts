import type {Heading as HeadingNode, Root, RootContent} from 'mdast'
import {parse, startOf, stringify} from '../../markdown/index.js'
import {
  flatSections,
  formBlock,
  type Guidance,
  headingText,
  splitNumber,
  type Template,
  type TemplateSection,
} from '../../template/index.js'

/** How a section is written that a document gets from its template. */
export interface FormManner {
  /** How many levels deeper than in the template it stands. */
  by: number
  /** The number of its heading; absent: neither it nor its sub-sections have one. */
  number?: string
  /** How its guidance appears; default: as comments. */
  guidance?: Guidance
  /** Whether it is written without its own heading; default: false. */
  bodyOnly?: boolean
}

const written = new WeakMap<TemplateSection, Map<string, string>>()

/** A section as a new document would have it: heading, guidance, empty form, with the sub-sections that are not optional. */
export function sectionText(form: TemplateSection, template: Template, manner: FormManner): string {
  // Reading the template takes longer than checking a short document: each form is written once.
  const texts = written.get(form) ?? new Map<string, string>()
  const key = JSON.stringify(manner)
  const text = texts.get(key) ?? write(form, template, manner)
  written.set(form, texts.set(key, text))
  return text
}

const trees = new WeakMap<Template, Root>()

function write(form: TemplateSection, template: Template, manner: FormManner): string {
  const {guidance = 'comment', bodyOnly = false} = manner
  const source = trees.get(template) ?? parse(template.source)
  trees.set(template, source)
  const optional = flatSections(form.sections).filter(section => section.optional)
  const children = source.children.flatMap((node): RootContent[] => {
    const start = startOf(node)
    if (start < form.start || start >= form.end) return []
    if (optional.some(section => start >= section.start && start < section.end)) return []
    if (node.type !== 'heading') return formBlock(node, template.source, guidance)
    return bodyOnly && start === form.start ? [] : [headingFor(node, form, manner)]
  })
  return stringify({type: 'root', children})
}

function headingFor(node: HeadingNode, form: TemplateSection, {by, number}: FormManner): HeadingNode {
  const depth = Math.min(6, Math.max(1, node.depth + by)) as HeadingNode['depth']
  const {number: own, title} = splitNumber(headingText(node))
  if (own === undefined || (number !== undefined && number === form.number)) return {...node, depth}
  const now = number === undefined ? undefined : numberIn(own, form.number, number)
  const text = now === undefined ? title : `${now}${now.includes('.') ? '' : '.'} ${title}`
  return {type: 'heading', depth, children: [{type: 'text', value: text}]}
}

// "8.2" of a section that is 8 in the template and 9 here is "9.2".
function numberIn(own: string, form: string | undefined, number: string): string | undefined {
  if (own === form) return number
  return form !== undefined && own.startsWith(`${form}.`) ? `${number}${own.slice(form.length)}` : undefined
}
