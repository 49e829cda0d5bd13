// Signs of patterns, variables, lists and commands, which hardly stand in a path that is meant as it is.
const SIGNS = /[\s*?<>{}$|`"=,;\\:…[\]^\p{Cc}]|\.\.\./u

// Signs that a link's target, being told apart from prose by its form, may not hold either.
const PATTERN = /[*<>{}$…]|\.\.\./

// Letters that stand for others: dates and numbers still to be written, "xxx".
const LETTERS = /YYYY|\bMM-DD\b|\bN{3,}\b|\bX{2,}\b|\bx{2,}\b/

/** Whether a path in prose is a pattern or leaves something open, such as "research/**", "research/YYYY-MM-DD-topic.md". */
export function isOpen(path: string): boolean {
  return SIGNS.test(path) || LETTERS.test(path.replaceAll('_', '-'))
}

/** The same of a link's target, in which spaces and commas are signs like any other. */
export function isPattern(path: string): boolean {
  return PATTERN.test(path) || LETTERS.test(path.replaceAll('_', '-'))
}
