import type {LineRange} from '../../types.js'

/**
 * Blocks of source code, by indentation: one goes from the line that opens it to the last one before a line that goes back to
 * its indentation, but for those that go on with its head ("): void {") and the one that closes it.
 */
export interface CodeBlocks {
  /** Whether the block that a line opens reaches to `line`, or it is the line itself. */
  reaching(line: number): (head: number) => boolean
  /** Whether a line lies in the block that `head` opens, or it is the line itself. */
  openedAt(head: number): (line: number) => boolean
  /** The line that cited lines begin with, or, where those are but a comment, the line that it stands above. */
  headIn(cited: LineRange): number
}

/** How far from its head a block is looked through, in lines. */
export const LONGEST_BLOCK = 2000
// How far down from a line of a comment the head that it stands above.
const LONGEST_COMMENT = 60

export function codeBlocksIn(lines: readonly string[]): CodeBlocks {
  const at = (line: number): string => lines[line - 1] ?? ''
  let heads: readonly number[] | undefined
  return {
    reaching: line => {
      const heads = new Set([line])
      // Of the lines from here down to `line`: the least indentation, and whether all that have it go on with a head.
      let [least, goOn] = [Number.POSITIVE_INFINITY, true]
      for (let head = line; head >= Math.max(1, line - LONGEST_BLOCK); head--) {
        const text = at(head)
        if (text.trim() === '') continue
        const own = indentOf(text)
        if (least > own || (least === own && goOn)) heads.add(head)
        if (own > least) continue
        goOn = (own < least || goOn) && (goesOn(text) || (head === line && closes(text)))
        least = own
      }
      return head => heads.has(head)
    },
    openedAt: head => {
      let last: number | undefined
      return line => {
        if (line <= head) return line === head
        last ??= lastIn(head)
        return line <= last
      }
    },
    headIn: ({from, to}) => {
      // Line 0 is none.
      const first = Math.max(from, 1)
      heads ??= headsIn(lines)
      const head = heads[first - 1] ?? first
      return head > to && head - to > LONGEST_COMMENT ? first : head
    },
  }

  function lastIn(head: number): number {
    const depth = indentOf(at(head))
    const end = head + LONGEST_BLOCK
    for (let line = head + 1; line <= end; line++) {
      const text = at(line)
      if (text.trim() === '' || indentOf(text) > depth) continue
      if (indentOf(text) < depth) return line - 1
      if (!goesOn(text)) return closes(text) ? line : line - 1
    }
    return end
  }
}

/** For each line the first one from there on that is no comment, nor blank; behind the last one where all are. */
function headsIn(lines: readonly string[]): number[] {
  const heads: number[] = []
  let head = lines.length + 1
  for (const [index, text] of [...lines.entries()].reverse()) {
    if (!/^\s*(?:\/\/|\/?\*|#(?!\w)|--|@\w|$)/.test(text)) head = index + 1
    heads[index] = head
  }
  return heads
}

function goesOn(text: string): boolean {
  return /^\s*[)\]}>].*[{([:,]\s*$/.test(text) || /^\s*[{(]\s*$/.test(text)
}

function closes(text: string): boolean {
  return /^\s*[)\]}]/.test(text)
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
