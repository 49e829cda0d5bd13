/** "4.1 Key Components" → number "4.1", title "Key Components". "Appendix A" and "2026" are titles without a number. */
export function splitNumber(text: string): {number?: string; title: string} {
  const match = /^(\d+(?:\.\d+)*)\.?\s+(\S.*)$/su.exec(text)
  return match?.[1] !== undefined && match[2] !== undefined ? {number: match[1], title: match[2]} : {title: text}
}

// "8. ", "§8: ", "8) "
const SAID_NUMBER = /^§?\s*\d+(?:\.\d+)*[.:)]?\s+/

/** What a link says of a section, without the number before its title: "§8: Testing" → "Testing". */
export function withoutSaidNumber(words: string): string {
  return words.replace(SAID_NUMBER, '')
}

// Authors add to a title, or drop what the template adds: "(Resolved)", "- as built", "/ Unresolved Issues".
const SEPARATORS = [' (', ' - ', ' – ', ' — ', ' / ', ': ']

/** The title up to the first separator: "Non-Goals (Out of Scope)" → "Non-Goals". */
export function cutTitle(title: string): string {
  const places = SEPARATORS.map(separator => title.indexOf(separator)).filter(place => place > 0)
  return places.length > 0 ? title.slice(0, Math.min(...places)) : title
}

/** What two titles have in common that are the same but for case and white space. */
export function titleKey(title: string): string {
  return title.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()
}
