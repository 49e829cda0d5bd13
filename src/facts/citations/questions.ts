import {joinPath, leavesRoot} from '../../text/index.js'
import type {Question} from '../../workspace/index.js'
import {kindOf} from './kinds.js'
import type {CitationContext, CitationDraft} from './types.js'

/** What must be known of the world to resolve citations; each path once. */
export function questionsOfCitations(drafts: readonly CitationDraft[], {path, folders}: CitationContext): Question[] {
  const questions = new Map<string, Question>()
  const ask = (asked: string, draft: CitationDraft): void => {
    // What the document says of itself is known already.
    if (asked === path) return
    // Lines of source code are a matter of its commit.
    const inside = kindOf(asked, folders) !== undefined
    const known = questions.get(asked)
    const anchors = known?.anchors || (inside && draft.document === true && draft.anchor !== undefined)
    const lines = known?.lines || (inside && draft.lines !== undefined)
    questions.set(asked, {path: asked, ...(anchors && {anchors}), ...(lines && {lines})})
  }
  for (const each of drafts) {
    const draft = each.of ?? each
    for (const candidate of draft.candidates)
      if (candidate.path !== '' && !leavesRoot(candidate.path)) ask(candidate.path, draft)
    // Where a bare name will be found is not known yet; most often it lies in one of the folders themselves.
    if (draft.name !== undefined && (draft.anchor !== undefined || draft.lines !== undefined))
      for (const folder of [...folders.research, ...folders.specs]) ask(joinPath(folder, draft.name), draft)
  }
  return [...questions.values()]
}
