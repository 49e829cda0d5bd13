// What the native engine takes for each of these grows with the square of their number in one paragraph.
const MARKS = /&|:\/\//g
const MOST_MARKS = 4_000
// Fewer signs cannot hold as many.
const SHORTEST = MOST_MARKS + 1

// In a line that is not of ASCII alone the native engine counts its signs from the beginning for each mark. Steps of a nanosecond.
const PLACED = /[[\]<>\\*_~`@]/g
const BROAD = /[^\0-\x7f]/
const MOST_STEPS = 500_000_000

// Each level in another takes a call of its own, and a call too many ends the process: 8 MiB of stack have room for a hundred
// thousand and more.
const DEEPEST = 20_000
const NESTING = /[[\]]|[*_~]+/g
const SPACE = /[\s\p{Z}]|^$/u
const SIGN = /[\p{P}\p{S}]/u
const BLANK = /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)/g

/**
 * Whether the native engine could take long for a text, or come to no end of it but the process's: for references to signs, or for
 * addresses, without end, for thousands of marks in one line, or for links and emphasis in one another.
 */
export function isDearForNative(text: string): boolean {
  if (!mayBeLong(text)) return false
  let from = 0
  let steps = 0
  const isDearTo = (end: number): boolean => {
    if (end - from < SHORTEST) return false
    const words = text.slice(from, end)
    steps += stepsIn(words)
    return steps > MOST_STEPS || isDear(words)
  }
  for (const {0: gap, index} of text.matchAll(BLANK)) {
    if (isDearTo(index)) return true
    from = index + gap.length
  }
  return isDearTo(text.length)
}

function stepsIn(words: string): number {
  if (!BROAD.test(words)) return 0
  return words
    .split(/[\r\n]/)
    .filter(line => BROAD.test(line))
    .reduce((sum, line) => sum + line.length * (line.match(PLACED)?.length ?? 0), 0)
}

// Each document is asked about, and few have a paragraph that long: cheap, and never wrongly false.
function mayBeLong(text: string): boolean {
  if (text.includes('\r')) return text.length >= SHORTEST
  let from = 0
  for (let at = text.indexOf('\n\n'); at >= 0; at = text.indexOf('\n\n', at + 2)) {
    if (at - from >= SHORTEST) return true
    from = at
  }
  return text.length - from >= SHORTEST
}

function isDear(words: string): boolean {
  return (words.match(MARKS)?.length ?? 0) > MOST_MARKS || (words.length > DEEPEST && nestsDeep(words))
}

/** Whether brackets, or marks of emphasis, may nest too deep: what may open counts as if it did. */
function nestsDeep(words: string): boolean {
  let brackets = 0
  const marks: Record<string, number> = {}
  // What is never closed is no link.
  const closed = words.split(']').length - 1
  for (const {0: sign, index} of words.matchAll(NESTING)) {
    if (sign === '[') brackets++
    else if (sign === ']') brackets = Math.max(0, brackets - 1)
    else {
      const character = sign.charAt(0)
      const open = marks[character] ?? 0
      const {opens, closes} = flanks(words, sign, index)
      // What may do both closes what stands open.
      marks[character] = closes && open > 0 ? Math.max(0, open - sign.length) : opens ? open + sign.length : open
    }
    if (Math.min(brackets, closed) > DEEPEST || Object.values(marks).some(open => open > DEEPEST)) return true
  }
  return false
}

/** Whether a run of marks may open emphasis, and close it, by what stands around it. */
function flanks(words: string, run: string, at: number): {opens: boolean; closes: boolean} {
  const [before, after] = [words.charAt(at - 1), words.charAt(at + run.length)]
  const [isSpaceBefore, isSpaceAfter] = [SPACE.test(before), SPACE.test(after)]
  const [isSignBefore, isSignAfter] = [SIGN.test(before), SIGN.test(after)]
  const left = !isSpaceAfter && (!isSignAfter || isSpaceBefore || isSignBefore)
  const right = !isSpaceBefore && (!isSignBefore || isSpaceAfter || isSignAfter)
  if (!run.startsWith('_')) return {opens: left, closes: right}
  return {opens: left && (!right || isSignBefore), closes: right && (!left || isSignAfter)}
}
