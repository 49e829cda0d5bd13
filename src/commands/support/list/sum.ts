import {COLUMNS, type Listed} from '../../../listing/index.js'
import {count, wrap} from '../../../reporters/index.js'
import {printable} from '../../../text/index.js'

/** What all documents of a list come to. `all`: how many there are, listed or not. */
export function sumLines(entries: readonly Listed[], {all, columns = 80}: {all: number; columns?: number | undefined}) {
  const documents = entries.length === all ? count(all, 'document') : `${entries.length} of ${count(all, 'document')}`
  if (entries.length === 0) return [`${documents}.`]
  const total = (of: (entry: Listed) => number | undefined) => entries.reduce((sum, entry) => sum + (of(entry) ?? 0), 0)
  const statuses = [...statusCounts(entries)].map(([name, number]) => `${number} ${printable(name)}`)
  const sums = [
    ...(entries.some(({questions}) => questions !== undefined)
      ? [
          count(
            total(({questions}) => questions),
            'open question',
          ),
        ]
      : []),
    count(
      total(({messages}) => messages?.errors),
      'error',
    ),
    count(
      total(({messages}) => messages?.warnings),
      'warning',
    ),
  ]
  return wrap(`${documents}: ${statuses.join(', ')}. ${sums.join(', ')}.`, columns)
}

const NOT_CHECKED = 'not checked'
const WITHOUT = 'without a status'
const OTHER = 'with another status'

// In the order of a document's life; where there is none, as they come.
function statusCounts(entries: readonly Listed[]): Map<string, number> {
  const names = new Set(entries.flatMap(({statuses}) => statuses.map(({short}) => short)))
  const counts = new Map<string, number>([...names].map(name => [name, 0]))
  for (const entry of entries) {
    const name = nameOf(entry)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  for (const name of [WITHOUT, OTHER, NOT_CHECKED]) {
    const number = counts.get(name) ?? 0
    counts.delete(name)
    counts.set(name, number)
  }
  return new Map([...counts].filter(([, number]) => number > 0))
}

function nameOf(entry: Listed): string {
  if (entry.reason !== undefined) return NOT_CHECKED
  const name = COLUMNS.status.text(entry)
  if (name === '') return WITHOUT
  return entry.statuses.length === 0 || entry.status?.known ? name : OTHER
}
