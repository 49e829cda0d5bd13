import {surviveClosedPipe} from '../cli/closed-pipe.js'
import type {Written} from '../cli/recording.js'
import {durationWords} from '../text/duration.js'

// The sentence of the summary that ends with the time that the run took. On a narrow screen it goes on in indented lines.
const TIME =
  /^(\S*(?:\d+ files? checked(?:[^\n]|\n {2}(?! ))*?|Nothing to check))(\s+)\((?:\d+(\s+)ms|\d+\.\d(\s+)s)\)\.$/m

/** Writes what a run wrote, with the time that it takes now. */
export function retell(written: readonly Written[], elapsed: number): void {
  surviveClosedPipe()
  for (const [stream, text] of written)
    process[stream].write(
      stream === 'stdout'
        ? text.replace(TIME, (_, words: string, ...gaps: string[]) => timed(words, gaps, elapsed))
        : text,
    )
}

// A line that ended before the time, or within it, ends before it now.
function timed(words: string, gaps: readonly (string | undefined)[], elapsed: number): string {
  const gap = gaps.slice(0, 3).find(each => each?.includes('\n')) ?? ' '
  return `${words}${gap}(${durationWords(elapsed)}).`
}
