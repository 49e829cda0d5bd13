import type {Scene} from '../scene.js'
import type {Beside, CitationDraft} from '../types.js'
import {commitsBeside} from './commits.js'
import {quotesBeside} from './quotes.js'
import {symbolBeside} from './symbol.js'

/** The citations with what the text beside each says of the cited place: commits, a name, a quotation. */
export function withBeside(scene: Scene, drafts: readonly CitationDraft[]): CitationDraft[] {
  const quotes = quotesBeside(scene, drafts)
  return drafts.map(draft => {
    if (draft.kind === 'url' || draft.kind === 'self') return draft
    const commits = [...(draft.beside?.commits ?? []), ...(draft.kind === 'code' ? commitsBeside(scene, draft) : [])]
    const symbol = draft.kind === 'code' && draft.lines ? symbolBeside(scene, draft) : undefined
    const quote = quotes.get(draft)
    const beside: Beside = {
      ...(commits.length > 0 && {commits: [...new Set(commits)]}),
      ...(symbol && {symbol}),
      ...(quote && {quote}),
    }
    return Object.keys(beside).length === 0 ? draft : {...draft, beside}
  })
}
