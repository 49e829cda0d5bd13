import {collect, type Facts, resolve, type Source} from '../facts/index.js'
import type {Document} from '../facts/reading/document.js'
import type {SectionNode} from '../facts/reading/sections.js'
import {applyEdits, type Edit, type Range} from '../fixes/index.js'
import {changedBy} from '../lint/mend/shifts.js'
import {sameOutside} from '../markdown/index.js'
import {sideEffect} from '../status/edit/verify.js'
import type {TemplateSection} from '../template/index.js'

/** A document on its way to another version: its text, and what is known of it. */
export interface Draft {
  source: Source
  text: string
  document: Document
  /** Without the world: what the text tells. */
  facts: Facts
  /** What was edited so far. */
  moves: readonly (readonly Edit[])[]
}

/** @throws LimitError where the text is too large or too deep. */
export function draftOf(text: string, source: Source, moves: Draft['moves'] = []): Draft {
  const collected = collect(text, source)
  return {source, text, document: collected.document, facts: resolve(collected), moves}
}

/**
 * A draft with edits; undefined where something outside of them would be read otherwise. `regions`: what is read otherwise by them
 * as a whole.
 */
export function edited(draft: Draft, edits: readonly Edit[], regions: readonly Range[] = []): Draft | undefined {
  if (edits.length === 0) return draft
  const next = after(draft, edits)
  const patches = [{edits: [...edits]}, ...regions.map(region => ({edits: [], region}))]
  const changed = changedBy(patches.map(patch => ({fix: {title: '', safe: false, ...patch}, messages: []})))
  return sameOutside(draft.document.tree, next.document.tree, changed) ? next : undefined
}

/** A draft with edits that put in or take out a row; undefined where any other row, or text elsewhere, would be read otherwise. */
export function withEditedRow(draft: Draft, edits: readonly Edit[], id: string): Draft | undefined {
  const next = after(draft, edits)
  const reading = ({document, facts}: Draft) => ({document, metadata: facts.metadata})
  return sideEffect(reading(draft), reading(next), new Set([id])) === undefined ? next : undefined
}

function after({source, text, moves}: Draft, edits: readonly Edit[]): Draft {
  return draftOf(applyEdits(text, edits), source, [...moves, edits])
}

/** Where an offset is after edits; undefined where what stood there is gone. What is put in at an offset stands before it. */
export function movedOver(moves: Draft['moves'], offset: number): number | undefined {
  let at = offset
  for (const edits of moves) {
    let shift = 0
    for (const {range, text} of edits) {
      const [start, end] = [range.start.offset, range.end.offset]
      if (start <= at && end > at) return undefined
      if (end <= at) shift += text.length - (end - start)
    }
    at += shift
  }
  return at
}

/** The sections of a document that a section of the template claims, in order. */
export function claimedBy({document}: Draft, form: TemplateSection): SectionNode[] {
  return document.sections.byHeading.flatMap(node => (node?.claim === form ? [node] : []))
}
