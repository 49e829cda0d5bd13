/** Work that was begun. */
export interface Work {
  /** Milliseconds that were worked since. */
  done(): number
}

/**
 * Begins to measure work: time, but no more than the processor gave to all threads of the process together. On a busy machine most
 * of the time is other people's.
 */
export function work(): Work {
  const since = performance.now()
  const used = process.cpuUsage()
  return {
    done: () => {
      const {user, system} = process.cpuUsage(used)
      return Math.min(performance.now() - since, (user + system) / 1000)
    },
  }
}
