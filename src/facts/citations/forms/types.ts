import type {Scene} from '../scene.js'
import type {CitationDraft} from '../types.js'

/** Finds the citations of one form, in any order. */
export type Form = (scene: Scene) => CitationDraft[]
