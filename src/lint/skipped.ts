import type {Facts} from '../facts/index.js'
import type {Note} from '../workspace/index.js'
import type {FileReport} from './types.js'

// What others cannot look up is told of documents; of source code the repository has told why.
const DOCUMENTS: ReadonlyMap<string, string> = new Map([
  ['ignored', 'documents that others cannot look up, for git ignores them'],
  ['not-here', 'documents in a folder of research that is not here, as the config says it may be'],
  ['link', 'documents that others cannot look up, for they lie behind a link that leads out of the workspace'],
  ['outside', 'documents that lie outside the workspace, though in its repository'],
])

/**
 * The checks of a document that had to be left out, each told once, with the reason: source code in a state of the repository
 * that is not known here; documents that others cannot see; what an approved document was. `gaps`: why the repository could not answer.
 */
export function skippedOf({citations, sources, approval}: Facts, gaps: readonly Note[]): FileReport['skipped'] {
  const skipped = new Map<string, FileReport['skipped'][number]>()
  for (const {gap, kind} of citations) {
    if (gap === undefined) continue
    const document = kind === 'code' ? undefined : DOCUMENTS.get(gap)
    const reason = document ?? gaps.find(({code}) => code === gap)?.text
    if (reason !== undefined) skipped.set(reason, {check: document ? 'citations' : 'source code', reason})
  }
  // What research says of code is as of its commit.
  const unknown = gaps.find(({code}) => code === 'unknown-commit')?.text
  if (unknown !== undefined && sources.some(({commitKnown}) => commitKnown === false))
    skipped.set(unknown, {check: 'source code', reason: unknown})
  const unreached = approval?.gap === undefined ? undefined : gaps.find(({code}) => code === approval.gap)?.text
  if (unreached !== undefined && !skipped.has(unreached))
    skipped.set(unreached, {check: 'changes since the approval', reason: unreached})
  return [...skipped.values()]
}
