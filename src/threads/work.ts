/** Work that was begun. */
export interface Work {
  /** Milliseconds that were worked since. */
  done(): number
}

// To ask the system takes a good part of a millisecond where there are many threads, and each document begins to work several times.
const FRESH = 250
const LONG = 1000
let sample: {at: number; usage: NodeJS.CpuUsage} | undefined

/**
 * Begins to measure work: time, but where it is long no more than the processor gave to all threads of the process together. On a
 * busy machine most of the time is other people's.
 */
export function work(): Work {
  const since = performance.now()
  if (sample === undefined || since - sample.at > FRESH) sample = {at: since, usage: process.cpuUsage()}
  const {usage} = sample
  return {
    done: () => {
      const time = performance.now() - since
      if (time < LONG) return time
      const {user, system} = process.cpuUsage(usage)
      return Math.min(time, (user + system) / 1000)
    },
  }
}
