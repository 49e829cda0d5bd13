import type {HistoryAnswers} from '../../workspace/index.js'
import {metadata} from '../metadata/index.js'
import type {Document} from '../reading/document.js'
import type {Approval} from '../types.js'
import {changesBetween} from './compare.js'
import {sinceOf, statusIn} from './since.js'

export {type Since, sinceOf} from './since.js'

/** Whether the document is approved, by its template: then its former versions must be known. */
export function isApproved(document: Document): boolean {
  return approvedIn(document).includes(statusIn(document) ?? '')
}

/** When the document was approved, and what has changed in it since; undefined: it is not, or only since the last commit. */
export function approval(
  document: Document,
  _citations: unknown,
  _world: unknown,
  answers?: Pick<HistoryAnswers, 'former'>,
): Approval | undefined {
  const {former} = answers ?? {}
  const {status} = metadata(document)
  if (!former || !status || !isApproved(document)) return undefined
  const {position} = status
  const since = sinceOf(document, former, approvedIn(document))
  if (since === undefined) return undefined
  if ('gap' in since) return {gap: since.gap, position}
  const changes = changesBetween(since.then, document)
  return {
    status: since.status,
    commit: since.commit,
    date: since.date,
    changes,
    changed: changes.map(({heading}) => heading),
    position,
  }
}

function approvedIn({template}: Document): string[] {
  return (template?.statuses ?? []).filter(({approved}) => approved).map(({name}) => name)
}
