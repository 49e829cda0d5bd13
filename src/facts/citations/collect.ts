import type {Root} from 'mdast'
import {withBeside} from './beside/index.js'
import {FORMS} from './forms/index.js'
import {type Label, labelsOf, usesOf} from './labels/index.js'
import {type Scene, sceneOf} from './scene.js'
import {sectionReferencesOf} from './section-references/index.js'
import type {CitationContext, CitationDraft} from './types.js'

/** What the syntax of a document tells of its citations and labels. */
export interface Collected {
  drafts: CitationDraft[]
  labels: Label[]
}

/**
 * Every citation of a document in order, by syntax alone. `source` is the text that `tree` was parsed from.
 *
 * @example
 * const drafts = collectCitations(parse(text), text, {path, folders, lines: linesOf(text), sectionAt: () => undefined})
 */
export function collectCitations(tree: Root, source: string, context: CitationContext): CitationDraft[] {
  return collect(tree, source, context).drafts
}

interface Remembered extends Collected {
  source: string
  context: CitationContext
}

const remembered = new WeakMap<Root, Remembered>()

/** Citations and labels need one another; asked for both, the document is walked once. */
export function collect(tree: Root, source: string, context: CitationContext): Collected {
  const known = remembered.get(tree)
  if (known !== undefined && known.source === source && known.context === context) return known
  const collected = {...collectAnew(sceneOf(tree, source, context)), source, context}
  remembered.set(tree, collected)
  return collected
}

function collectAnew(scene: Scene): Collected {
  const written = Object.values(FORMS).flatMap(form => form(scene))
  written.sort((a, b) => a.position.start.offset - b.position.start.offset)
  const found = withBeside(scene, written)
  const labels = labelsOf(scene, found)
  const drafts = [...found, ...usesOf(scene, labels)]
  drafts.push(...sectionReferencesOf(scene, drafts))
  drafts.sort((a, b) => a.position.start.offset - b.position.start.offset)
  return {drafts, labels}
}
