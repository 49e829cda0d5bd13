// Not by the room's index, which loads the parser.
import {type Lines, linesOf} from '../../markdown/lines.js'
import {printable} from '../../text/printable.js'
import type {ScreenContext} from '../types.js'
import {clipped} from './wrap.js'

/** What every block about one file is printed with. */
export interface Sheet extends ScreenContext {
  path: string
  /** The lines behind a path of the report, split once; undefined where the source is not at hand. */
  linesOf(path: string): Lines | undefined
}

export function sheetOf(path: string, context: ScreenContext): Sheet {
  const split = new Map<string, Lines | undefined>()
  return {
    ...context,
    path,
    linesOf: wanted => {
      if (!split.has(wanted)) {
        const text = context.source(wanted)
        split.set(wanted, text === undefined ? undefined : linesOf(text))
      }
      return split.get(wanted)
    },
  }
}

// Columns after which words out of a document are cut. The json report has them whole.
const LONGEST = 600

/** Words that may come out of a document, made safe for a terminal. */
export function safe(words: string): string {
  return printable(clipped(words, LONGEST))
}
