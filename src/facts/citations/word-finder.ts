/**
 * Tells whether one of many texts of a line has some words. Whole ones: "cost" is not in "costs". What was asked once is
 * remembered: a document may name one heading thousands of times.
 */
export function wordFinder(lines: readonly string[]): (words: string) => boolean {
  const text = lines.join('\n')
  const known = new Map<string, boolean>()
  return words => {
    const isThere = known.get(words) ?? (words !== '' && stands(words))
    known.set(words, isThere)
    return isThere
  }

  function stands(words: string): boolean {
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
      if (!isLetter(text[at - 1]) && !isLetter(text[at + words.length])) return true
    return false
  }
}

function isLetter(sign = ''): boolean {
  return /[\p{L}\p{N}]/u.test(sign)
}
