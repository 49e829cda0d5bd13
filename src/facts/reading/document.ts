import type {Root} from 'mdast'
import {type Block, blocksOf, type Limits, linesOf, parseWithin} from '../../markdown/index.js'
import type {Template} from '../../template/index.js'
import type {Context, Folders} from '../context.js'
import {type OutlineEntry, outlineOf} from './outline.js'
import {locator, type SectionNode, type Sections, sectionsOf} from './sections.js'

/** What a document is, beside its text. */
export interface Source {
  /** Relative to the root, with "/". */
  path: string
  /** The kind that it is read as; without a template its metadata is its frontmatter, and no section is claimed. */
  kind: {name: string; template?: Template}
  folders: Folders
  limits?: Limits
}

/** A document as the facts read it: parsed once, walked once. */
export interface Document extends Context {
  text: string
  tree: Root
  kind: string
  template?: Template
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
  const {template} = source.kind
  const sections = sectionsOf(outline, template)
  const sectionNodeAt = locator(outline, sections)
  return {
    path: source.path,
    folders: source.folders,
    lines: linesOf(text),
    text,
    tree,
    kind: source.kind.name,
    ...(template && {template}),
    blocks: blocksOf(tree),
    outline,
    sections,
    sectionNodeAt,
    sectionAt: offset => sectionNodeAt(offset)?.path,
  }
}
