import type {Scene} from '../scene.js'
import type {CitationDraft} from '../types.js'
import {footnotesOf} from './footnotes.js'
import {occurrencesIn} from './occurrences.js'
import {placesOf} from './places.js'
import {referencesOf} from './references.js'
import type {Label} from './types.js'

export {isLabel} from './occurrences.js'
export type {Definition, Label, Use} from './types.js'
export {usesOf} from './uses.js'

/**
 * The labels of a document, "[R1]" and "[^r1]": where they are defined and used. `drafts` are the citations of all other
 * forms, for a label means what is cited beside its definition.
 */
export function labelsOf(scene: Scene, drafts: readonly CitationDraft[]): Label[] {
  const places = placesOf(drafts)
  const occurrences = occurrencesIn(scene)
  const [notes, others] = [occurrences.filter(isNote), occurrences.filter(occurrence => !isNote(occurrence))]
  return [...referencesOf(scene, places, others), ...footnotesOf(scene, places, notes)]
}

function isNote({key}: {key: string}): boolean {
  return key.startsWith('^')
}
