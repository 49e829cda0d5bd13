import type {Root} from 'mdast'
import {type Block, blocksOf, type Limits, linesOf, parseWithin} from '../../markdown/index.js'
import type {Forms, Template} from '../../template/index.js'
import type {Context, Folders} from '../context.js'
import {type MadeFrom, madeFromOf} from './made-from.js'
import {type OutlineEntry, outlineOf} from './outline.js'
import {locator, type SectionNode, type Sections, sectionsOf} from './sections.js'

/** What a document is, beside its text. */
export interface Source {
  /** Relative to the root, with "/". */
  path: string
  /** The kind that it is read as; without a template its metadata is its frontmatter, and no section is claimed. */
  kind: Forms
  folders: Folders
  limits?: Limits
}

/** A document as the facts read it: parsed once, walked once. */
export interface Document extends Context {
  text: string
  tree: Root
  kind: string
  /** All versions of the kind's template: others may be held to another one. */
  forms: Forms
  /** The version of it that the document is held to. */
  template?: Template
  /** The comments that say what it was made from, in order. */
  madeFrom: readonly MadeFrom[]
  /** All blocks in order. */
  blocks: readonly Block[]
  outline: readonly OutlineEntry[]
  sections: Sections
  sectionNodeAt(offset: number): SectionNode | undefined
}

/** @throws LimitError where the text is too large or too deep. */
export function readDocument(text: string, source: Source): Document {
  const tree = parseWithin(text, source.limits)
  const outline = outlineOf(tree)
  const {name, template: form, versions} = source.kind
  const forms: Forms = {name, ...(form && {template: form}), ...(versions && {versions})}
  const {template, madeFrom} = madeFromOf(tree, forms)
  const sections = sectionsOf(outline, template)
  const sectionNodeAt = locator(outline, sections)
  return {
    path: source.path,
    folders: source.folders,
    lines: linesOf(text),
    text,
    tree,
    kind: name,
    forms,
    ...(template && {template}),
    madeFrom,
    blocks: blocksOf(tree),
    outline,
    sections,
    sectionNodeAt,
    sectionAt: offset => sectionNodeAt(offset)?.path,
  }
}
