import type {Io} from './io.js'

/** A line on the terminal of standard error that is written over, and gone before anything else is written. */
export interface StatusLine {
  show(text: string): void
  clear(): void
}

/** None where nobody looks: without a terminal, on one that cannot erase a line, in CI. */
export function statusLineOf({stderr, stderrColumns, env}: Io): StatusLine | undefined {
  if (stderrColumns === undefined || env.TERM === 'dumb' || (env.CI !== undefined && env.CI !== '')) return undefined
  let isShown = false
  return {
    show: text => {
      // On a full line the cursor would go on to the next one.
      stderr.write(`\r\x1b[K${text.slice(0, Math.max(0, stderrColumns - 1))}`)
      isShown = true
    },
    clear: () => {
      if (isShown) stderr.write('\r\x1b[K')
      isShown = false
    },
  }
}
