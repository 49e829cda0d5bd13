import {whereabouts} from '../draft.js'
import type {Scene} from '../scene.js'
import type {CitationDraft} from '../types.js'
import type {Label} from './types.js'

/** `[R1]` and `[^r1]`: each use cites what stands at the label's definition. */
export function usesOf(scene: Scene, labels: readonly Label[]): CitationDraft[] {
  return labels.flatMap(({name, form, definition, uses}) => {
    const of = definition?.draft
    if (of === undefined) return []
    return uses
      .filter(use => use.cites)
      .map(use => ({
        ...whereabouts(scene, form, use.slice),
        label: name,
        kind: of.kind,
        target: of.target,
        ...(of.document !== undefined && {document: of.document}),
        candidates: [],
        of,
      }))
  })
}
