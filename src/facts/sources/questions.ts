import {isDocument, leavesRoot} from '../../text/index.js'
import type {Question} from '../../workspace/index.js'
import type {CitationContext, CitationDraft} from '../citations/index.js'
import {kindOf} from '../citations/kinds.js'

/** What must be known of the world to tell of the cited documents: their beginnings. */
export function questionsOfSources(drafts: readonly CitationDraft[], {path, folders}: CitationContext): Question[] {
  const paths = new Set(drafts.flatMap(draft => (draft.of ?? draft).candidates.map(candidate => candidate.path)))
  return [...paths]
    .filter(asked => asked !== path && !leavesRoot(asked) && isDocument(asked) && kindOf(asked, folders) !== undefined)
    .map(asked => ({path: asked, head: true}))
}
