import type {Facts} from '../facts/index.js'
import type {Note} from '../workspace/index.js'
import type {FileReport} from './types.js'

/**
 * The checks of a document that had to be left out, each told once, with the reason: source code in a state of the repository
 * that is not known here; documents that others cannot see. `gaps`: why the repository could not answer.
 */
export function skippedOf({citations}: Facts, gaps: readonly Note[]): FileReport['skipped'] {
  const skipped: FileReport['skipped'] = []
  for (const gap of new Set(citations.map(citation => citation.gap))) {
    if (gap === undefined) continue
    if (gap === 'ignored' || gap === 'link') {
      const which = gap === 'ignored' ? 'git ignores them' : 'they lie behind a link that leads out of the workspace'
      skipped.push({check: 'citations', reason: `documents that others cannot look up, for ${which}`})
      continue
    }
    const reason = gaps.find(({code}) => code === gap)?.text ?? 'no workspace was given to look files up in'
    skipped.push({check: 'source code', reason})
  }
  return skipped
}
