import {compareCodeUnits} from '../text/index.js'
import type {World} from '../workspace/index.js'
import {metadata} from './metadata/index.js'
import {isInRow} from './metadata/rows.js'
import type {Document} from './reading/document.js'
import {reasonOf} from './reading/reason.js'
import {relevantResearch} from './reading/relevant.js'
import type {Citation, ResearchUse} from './types.js'

/** What research there is, and what of it the document lists and cites. */
export function research(document: Document, citations: readonly Citation[], world: World): ResearchUse {
  const cited = citations.filter(citation => citation.kind === 'research')
  const row = metadata(document).research
  const reason = row && reasonOf(row.value)
  return {
    available: world.research.filter(path => path !== document.path).length,
    listed: paths(row ? cited.filter(citation => isInRow(citation, row)) : []),
    cited: paths(cited).sort(compareCodeUnits),
    // Who says why there is none has looked.
    relevant: reason === undefined ? relevantResearch(document, citations, world) : [],
    ...(reason !== undefined && {reason}),
  }
}

function paths(citations: readonly Citation[]): string[] {
  return [...new Set(citations.map(citation => citation.path ?? citation.target))]
}
