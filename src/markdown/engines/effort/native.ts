// What the native engine takes for each of these grows with the square of their number in one paragraph.
const MARKS = /&|:\/\//g
const MOST_MARKS = 4_000
// Fewer signs cannot hold as many.
const SHORTEST = 2 * MOST_MARKS

// Each level in another takes a call of its own, and a call too many ends the process: 8 MiB of stack have room for a hundred
// thousand and more.
const DEEPEST = 20_000
const NESTING = /[[\]]|[*_~]+/g
const SPACE = /[\s\p{Z}]|^$/u
const WORD = /[\p{L}\p{N}]/u

/**
 * Whether the native engine could take long for a text, or come to no end of it but the process's: for references to signs, or for
 * addresses, without end, or for links and emphasis in one another.
 */
export function isDearForNative(text: string): boolean {
  if (text.length < SHORTEST) return false
  for (let from = 0; from < text.length; ) {
    const gap = text.indexOf('\n\n', from)
    const end = gap < 0 ? text.length : gap
    if (end - from >= SHORTEST) {
      const words = text.slice(from, end)
      if ((words.match(MARKS)?.length ?? 0) > MOST_MARKS || (words.length > DEEPEST && nestsDeep(words))) return true
    }
    from = end + 2
  }
  return false
}

/** Whether brackets, or marks of emphasis, may nest too deep: what may open counts as if it did. */
function nestsDeep(words: string): boolean {
  let [brackets, marks] = [0, 0]
  // What is never closed is no link.
  const closed = words.split(']').length - 1
  for (const {0: sign, index} of words.matchAll(NESTING)) {
    if (sign === '[') brackets++
    else if (sign === ']') brackets = Math.max(0, brackets - 1)
    else if (mayOpen(words, sign, index)) marks += sign.length
    else marks = Math.max(0, marks - sign.length)
    if (Math.min(brackets, closed) > DEEPEST || marks > DEEPEST) return true
  }
  return false
}

function mayOpen(words: string, run: string, at: number): boolean {
  const after = words.slice(at + run.length, at + run.length + 1)
  if (SPACE.test(after)) return false
  return !(run.startsWith('_') && WORD.test(words.slice(at - 1, at)) && at > 0)
}
