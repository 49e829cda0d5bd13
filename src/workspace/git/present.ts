import type {GitBytes} from './run.js'

/** Whether the store has an object. */
export type Presence = (id: string) => boolean

/**
 * All objects of the store, for a partial clone: a question about one that it lacks would end the process, or fetch it. The
 * ids stay bytes: as strings a million of them would take a hundred megabytes.
 */
export async function presenceIn(git: GitBytes): Promise<Presence | undefined> {
  const listed = await git('cat-file', '--batch-all-objects', '--batch-check=%(objectname)')
  if (listed.outcome !== 'ok') return undefined
  // In the order of their ids, one a line, all equally long.
  const lines = listed.stdout
  const width = lines.indexOf(0x0a) + 1
  return id => {
    if (width === 0 || id.length + 1 !== width) return false
    const wanted = Buffer.from(id, 'latin1')
    let low = 0
    let high = lines.length / width
    while (low < high) {
      const middle = (low + high) >>> 1
      const order = lines.compare(wanted, 0, wanted.length, middle * width, middle * width + wanted.length)
      if (order === 0) return true
      if (order < 0) low = middle + 1
      else high = middle
    }
    return false
  }
}
