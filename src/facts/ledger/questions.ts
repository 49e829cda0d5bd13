import {isDocument, joinPath, leavesRoot} from '../../text/index.js'
import type {Question} from '../../workspace/index.js'
import type {CitationDraft} from '../citations/index.js'
import {kindOf} from '../citations/kinds.js'
import type {Document} from '../reading/document.js'
import {hasRoles} from './roles.js'

/** What must be known of the world to keep the account: the questions of the research that is cited. */
export function questionsOfLedger(drafts: readonly CitationDraft[], document: Document): Question[] {
  if (!hasRoles(document)) return []
  const {path, folders} = document
  const paths = drafts.flatMap(each => {
    const {candidates, name} = each.of ?? each
    // Where a bare name will be found is not known yet; most often it lies in one of the folders themselves.
    const named = name === undefined ? [] : folders.research.map(folder => joinPath(folder, name))
    return [...candidates.map(candidate => candidate.path), ...named]
  })
  return [...new Set(paths)]
    .filter(asked => asked !== path && !leavesRoot(asked) && isDocument(asked) && kindOf(asked, folders) === 'research')
    .map(asked => ({path: asked, questions: true}))
}
