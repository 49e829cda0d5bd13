// Words that stand in any title and tell nothing of its subject: a document must not be chosen for "the" or "with".
const STOP_WORDS = new Set(
  'a an and are as at be by for from how in into is it its of on or that the their this to via vs was we what when which with'.split(
    ' ',
  ),
)

/** Runs of a text between white space, punctuation and symbols. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(/[\s\p{Z}\p{P}\p{S}\p{C}]+/u)
    .filter(word => word !== '')
}

/** The form in which words are compared: lower case, without the plural's ending; undefined for words that tell nothing. */
export function termOf(word: string): string | undefined {
  const lower = word.toLowerCase()
  if (STOP_WORDS.has(lower)) return undefined
  return lower.length < 4 ? lower : lower.replace(/ies$/, 'y').replace(/([^s])s$/, '$1')
}
