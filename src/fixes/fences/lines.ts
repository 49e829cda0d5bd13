import {linesOf} from '../../markdown/index.js'
import {itemAt, trimmedEnd} from '../../text/index.js'

/** A line that may open or close a fence. */
export interface FenceLine {
  line: number
  /** Offset of its run of signs. */
  at: number
  indent: number
  character: string
  length: number
  info: string
}

/** A fence as its author means it: the line that opens it, the one that closes it, and the longest run of its sign in between. */
export interface MeantFence {
  open: FenceLine
  close: FenceLine
  /** Length of the longest fence of the same sign inside of it that is not shorter; 0 where there is none. */
  inside: number
}

const FENCE = /^( {0,3})(`{3,}|~{3,})[ \t]*(.*)$/s

/** Lines of a text that may open or close a fence, other than in quotes and deep in lists. */
export function fenceLines(text: string): FenceLine[] {
  const lines = linesOf(text)
  const found: FenceLine[] = []
  for (let line = 1; line <= lines.count; line++) {
    const parts = FENCE.exec(lines.text(line))
    if (parts === null) continue
    const [indent, run, info] = [itemAt(parts, 1).length, itemAt(parts, 2), trimmedEnd(itemAt(parts, 3), /[ \t]/)]
    const character = run.charAt(0)
    if (character === '`' && info.includes('`')) continue
    found.push({line, at: lines.start(line) + indent, indent, character, length: run.length, info})
  }
  return found
}

/**
 * The outermost fences as their author means them: an info string opens, also inside of a fence; a bare line closes what is open,
 * and opens where nothing is. Undefined where one of them is never closed: what was meant is open then.
 */
export function meantFences(text: string): MeantFence[] | undefined {
  const found: MeantFence[] = []
  const open: FenceLine[] = []
  let inside = 0
  for (const line of fenceLines(text)) {
    const top = open[open.length - 1]
    // Shorter fences, and those of the other sign, are code of the one around them.
    if (top && (line.character !== top.character || line.length < top.length)) continue
    if (!top || line.info !== '') {
      open.push(line)
      continue
    }
    // Never shorter than the line that it closes.
    if (open.length > 1) inside = Math.max(inside, line.length)
    open.pop()
    if (open.length > 0) continue
    found.push({open: top, close: line, inside})
    inside = 0
  }
  return open.length === 0 ? found : undefined
}
