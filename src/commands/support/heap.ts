import {totalmem} from 'node:os'
import {setFlagsFromString} from 'node:v8'
import type {Isolation} from '../../lint/index.js'
import {timesOrdinary} from '../../markdown/index.js'

// As the flags of every run have it.
const ORDINARY = 100

// From so many MiB on that the process takes, by how many percent of what is in use a heap may grow. Of thousands of documents what is
// found stays, and each thread has a heap of its own; until then the collector's time counts for more.
const THRIFT = [
  {from: 352, percent: 25},
  {from: 288, percent: 50},
]

// In milliseconds, some ten documents.
const OFTEN = 250

/** What a process takes, and may, in bytes, and how many huge documents are checked now. */
export interface Taken {
  rss: number
  memory: number
  huge: number
}

/**
 * By how many percent the heaps of a process may grow.
 *
 * @example heapGrowth({rss: 300 * 2 ** 20, memory: 8 * 2 ** 30, huge: 0}) // 50
 */
export function heapGrowth({rss, memory, huge}: Taken): number {
  if (huge > 0 && rss < memory / 2) return ORDINARY
  return THRIFT.find(({from}) => rss / 2 ** 20 >= from)?.percent ?? ORDINARY
}

/**
 * How much a process may take of a machine's memory, in bytes. Where nothing else holds it back `constrained` is none, or more than there is.
 *
 * @example memoryOf(8 * 2 ** 30, 0) // 8 * 2 ** 30
 */
export function memoryOf(total: number, constrained: number | undefined): number {
  return Math.min(total, constrained || total)
}

/** Has the heaps of all threads grow by what the process takes, as long as they check documents. */
export function withThrift(threads: Isolation, set = setHeapGrowth): Isolation {
  let huge = 0
  const memory = memoryOf(totalmem(), process.constrainedMemory())
  const look = (): void => {
    const rss = rssNow()
    if (rss !== undefined) set(heapGrowth({rss, memory, huge}))
  }
  let timer: NodeJS.Timeout | undefined
  return {
    ...threads,
    check: async apart => {
      timer ??= setInterval(look, OFTEN).unref()
      // Only a raised --max-size lets it in. A heap that grows by little is looked through again and again, and costs the more the larger
      // the document is.
      const counted = timesOrdinary(apart.subject.text.length) > 1 ? 1 : 0
      huge += counted
      return threads.check(apart).finally(() => {
        huge -= counted
      })
    },
    close: () => {
      // Before what threads have compiled is kept, by the flags of every run.
      clearInterval(timer)
      return threads.close()
    },
  }
}

// A file has to be opened for it, which fails for a moment where few may be open. It is looked at again soon.
function rssNow(): number | undefined {
  try {
    return process.memoryUsage.rss()
  } catch {
    return undefined
  }
}

/** Sets it for all threads: the engine has its flags once. */
export function setHeapGrowth(percent: number): void {
  setFlagsFromString(`--heap-growing-percent=${percent}`)
}
