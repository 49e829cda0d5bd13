import {joinPath, leavesRoot} from '../../text/index.js'
import type {Question} from '../../workspace/index.js'
import {kindOf} from './kinds.js'
import type {CitationContext, CitationDraft} from './types.js'

/** What must be known of the world to resolve citations; each path once. */
export function questionsOfCitations(drafts: readonly CitationDraft[], {path, folders}: CitationContext): Question[] {
  const questions = new Map<string, Question>()
  const ask = (asked: string, draft: CitationDraft, wanted: Pick<Question, 'headings'> = {}): void => {
    // What the document says of itself is known already.
    if (asked === path) return
    const inside = kindOf(asked, folders) !== undefined
    const known = questions.get(asked)
    const anchors = known?.anchors || (inside && draft.document === true && draft.anchor !== undefined)
    const lines = known?.lines || (inside && draft.lines !== undefined)
    const headings = known?.headings || (inside && wanted.headings)
    const quoted = draft.lines !== undefined && draft.beside?.quote !== undefined
    const text = known?.text || (inside && (quoted || wanted.headings))
    const code = known?.code || (inside && draft.kind === 'research' && draft.document === true)
    const shared = draft.kind === 'research' || draft.kind === 'spec'
    const abroad = known?.abroad || (!inside && draft.document === true && (draft.lines ?? draft.anchor) !== undefined)
    questions.set(asked, {
      path: asked,
      ...(anchors && {anchors}),
      ...(lines && {lines}),
      ...(headings && {headings}),
      ...(text && {text}),
      ...(code && {code}),
      ...(shared && {shared}),
      ...(abroad && {abroad}),
    })
  }
  // Which document a section reference means is open until those around it are found; most often it is one.
  for (const each of drafts.flatMap(draft => draft.among ?? [])) {
    const draft = each.of ?? each
    for (const {path: asked} of draft.candidates) if (!leavesRoot(asked)) ask(asked, draft, {headings: true})
    if (draft.name !== undefined)
      for (const folder of [...folders.research, ...folders.specs])
        ask(joinPath(folder, draft.name), draft, {headings: true})
  }
  for (const each of drafts) {
    const draft = each.of ?? each
    // Source code is a matter of its commit; but what looks like a document of it may be one of the folders.
    if (draft.kind === 'code' && !draft.document) continue
    for (const candidate of draft.candidates) if (candidate.path !== '') ask(candidate.path, draft)
    // Where a bare name will be found is not known yet; most often it lies in one of the folders themselves.
    if (draft.name !== undefined && (draft.anchor !== undefined || draft.lines !== undefined))
      for (const folder of [...folders.research, ...folders.specs]) ask(joinPath(folder, draft.name), draft)
  }
  return [...questions.values()]
}
