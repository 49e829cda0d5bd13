import type {Status} from '../template/index.js'

/** The statuses that may follow one; of a document whose status is missing or unknown the first, and what may follow it. */
export function nextStatuses(statuses: readonly Status[], current: string | undefined): Status[] {
  const now = statuses.find(({name}) => name === current)
  const from = now ?? statuses[0]
  const next = statuses.filter(status => status !== from && (from?.next?.includes(status.name) ?? true))
  return now || !from ? next : [from, ...next]
}
