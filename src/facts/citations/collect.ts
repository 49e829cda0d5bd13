import {once} from '../reading/once.js'
import {withBeside} from './beside/index.js'
import {FORMS} from './forms/index.js'
import {type Label, labelsOf, usesOf} from './labels/index.js'
import {sceneOf} from './scene.js'
import {sectionReferencesOf} from './section-references/index.js'
import {withSupposed} from './supposed.js'
import type {CitationDraft, CitedDocument} from './types.js'

/** What the syntax of a document tells of its citations and labels. */
export interface Collected {
  drafts: CitationDraft[]
  labels: Label[]
}

/**
 * Every citation of a document in order, by syntax alone.
 *
 * @example
 * const document = {tree: parse(text), text, path, folders, lines: linesOf(text), sectionAt: () => undefined}
 * const drafts = collectCitations(document)
 */
export function collectCitations(document: CitedDocument): CitationDraft[] {
  return collect(document).drafts
}

/** Citations and labels need one another; asked for both, the document is walked once. */
export const collect = once(({tree, text, ...context}: CitedDocument): Collected => {
  const scene = sceneOf(tree, text, context)
  const written = Object.values(FORMS).flatMap(form => form(scene))
  written.sort((a, b) => a.position.start.offset - b.position.start.offset)
  const found = withBeside(scene, withSupposed(scene, written))
  const labels = labelsOf(scene, found)
  const drafts = [...found, ...usesOf(scene, labels)]
  const all = [...drafts, ...sectionReferencesOf(scene, drafts)]
  all.sort((a, b) => a.position.start.offset - b.position.start.offset)
  return {drafts: all, labels}
})
