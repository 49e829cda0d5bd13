import {surviveClosedPipe} from '../cli/closed-pipe.js'
import type {Written} from '../cli/recording.js'
import {durationWords} from '../text/duration.js'

// The line of the summary, which ends with the time that the run took.
const TIME = /^(\S*(?:\d+ files? checked[^\n]*|Nothing to check)) \((?:\d+ ms|\d+\.\d s)\)\.$/m

/** Writes what a run wrote, with the time that it takes now. */
export function retell(written: readonly Written[], elapsed: number): void {
  surviveClosedPipe()
  for (const [stream, text] of written)
    process[stream].write(
      stream === 'stdout' ? text.replace(TIME, (_, words: string) => `${words} (${durationWords(elapsed)}).`) : text,
    )
}
