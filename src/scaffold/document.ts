import type {Heading, PhrasingContent, Root, RootContent} from 'mdast'
import {parse, startOf, stringify} from '../markdown/index.js'
import {flatSections, formBlock, markOf, type Template, type TemplateSection} from '../template/index.js'
import {appendix} from './appendix.js'
import type {Evidence} from './evidence.js'
import {withOptions} from './fill-options.js'
import {questionsRecord, withQuestions} from './fill-questions.js'
import {sourcesList} from './fill-sources.js'
import {TITLE_ROW, withBody, withMetadata} from './metadata-form.js'
import {text} from './nodes.js'
import type {FilledValue, Guidance} from './types.js'

export interface Draft {
  template: Template
  /** Of the new document, relative to the root. */
  path: string
  /** Without the kind's suffix. */
  title: string
  /** What stands in the rows of the metadata, by their ids. */
  values: readonly FilledValue[]
  /** What stands in the row of the research. */
  links: readonly PhrasingContent[]
  guidance: Guidance
  evidence: Evidence
}

/** A heading of the template, or what stands before the first, with its blocks up to the next heading. */
interface Part {
  begins?: {heading: Heading; section: TemplateSection}
  blocks: RootContent[]
}

/** The new document: the template's form, filled in. */
export function write(draft: Draft): string {
  const {template, evidence, path} = draft
  const parts = partsOf(template).map(part => ({
    ...part,
    blocks: part.blocks.flatMap(block => formBlock(block, template.source, draft.guidance)),
  }))
  const children = parts.flatMap(part => [...(part.begins ? [part.begins.heading] : []), ...filled(part, draft)])
  const tree: Root = {
    type: 'root',
    children: [
      ...withTitle(children, draft),
      ...appendix(template, evidence, path),
      ...questionsRecord(template, evidence),
      {type: 'html', value: markOf(template)},
    ],
  }
  return stringify(tree)
}

function partsOf(template: Template): Part[] {
  const all = flatSections(template.sections)
  const byStart = new Map(all.map(section => [section.start, section]))
  const optional = all.filter(section => section.optional)
  const parts: Part[] = [{blocks: []}]
  for (const node of parse(template.source).children) {
    const start = startOf(node)
    if (optional.some(section => start >= section.start && start < section.end)) continue
    const section = byStart.get(start)
    // All headings but the title are those of sections.
    if (node.type === 'heading' && section) parts.push({begins: {heading: node, section}, blocks: []})
    else parts.at(-1)?.blocks.push(node)
  }
  return parts
}

function filled({begins, blocks: form}: Part, draft: Draft): RootContent[] {
  const {template, path, evidence} = draft
  if (!begins) return withMetadata(form, template, draft)
  const {section} = begins
  const blocks = withBody(form, section.path, template, draft)
  switch (section.fill) {
    case 'sources':
      return [...blocks, ...sourcesList(evidence, path)]
    case 'options':
      return withOptions(blocks, evidence, path)
    case 'questions':
      return withQuestions(blocks, evidence, path)
    default:
      return blocks
  }
}

/**
 * The title in the place of the template's, or before everything but frontmatter where it has none. A form whose sections stand
 * at the level of titles has no place for one, nor does one that names the document in its metadata.
 */
function withTitle(children: readonly RootContent[], {template, title}: Draft): RootContent[] {
  const {titlePrefix, titleSuffix, sections, metadata} = template
  const isTitled = template.title !== ''
  const isNamed = metadata.rows.some(({id}) => id === TITLE_ROW)
  if (!isTitled && (isNamed || sections.some(({level}) => level === 1))) return [...children]
  const heading: Heading = {
    type: 'heading',
    depth: 1,
    children: [text(`${titlePrefix}${title}${titleSuffix === '' ? '' : ` ${titleSuffix}`}`)],
  }
  const at = children.findIndex(node => node.type === 'heading' && node.depth === 1)
  if (at >= 0) return [...children.slice(0, at), heading, ...children.slice(at + 1)]
  const first = children[0]?.type === 'yaml' ? 1 : 0
  return [...children.slice(0, first), heading, ...children.slice(first)]
}
