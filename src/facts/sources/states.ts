import {collapsed, firstMatch} from '../../text/index.js'
import type {Source} from '../types.js'

type State = NonNullable<Source['state']>

// Words that a status begins with, of research and of specs. What neither begins nor ends anything ("active", "archived") is
// not among them.
const WORDS: Readonly<Record<State, string>> = {
  open: 'blocked, draft, in progress, in review, new, ongoing, open, paused, partial, pending, planned, review, started, unresolved, wip, work in progress',
  settled:
    'accepted, approved, closed, complete, completed, current, done, final, finalised, finalized, finished, implemented, published, ready, reference, resolved, reviewed, validated, verified',
  superseded: 'replaced, superseded',
  withdrawn: 'abandoned, deprecated, obsolete, outdated, rejected, retired, stale, withdrawn',
}

const STATES = new Map(
  Object.entries(WORDS).flatMap(([state, words]) => words.split(', ').map(word => [word, state as State] as const)),
)

/** What a status says: whether a document is being worked on, finished, replaced or taken back. */
export function stateOf(status: string): State | undefined {
  const words = collapsed(status.toLowerCase().replace(/[_-]/g, ' '))
  // "Superseded by §11" speaks of a part of the document itself.
  if (/^(?:superseded|replaced) by (?:§|section\b|appendix\b)/.test(words)) return undefined
  // The longest beginning counts: "work in progress (draft)".
  const run = firstMatch(/^[a-z]+(?: [a-z]+){0,2}/, words).split(' ')
  for (let count = run.length; count > 0; count--) {
    const state = STATES.get(run.slice(0, count).join(' '))
    if (state) return state
  }
  return undefined
}
