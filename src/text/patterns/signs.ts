/** The sign at a place of a text, by its number; -1 at the end. */
export function signAt(text: string, at: number): number {
  return text.codePointAt(at) ?? -1
}

/** The sign that ends at a place of a text, by its number; -1 at the beginning. */
export function signBefore(text: string, at: number): number {
  if (at === 0) return -1
  return at > 1 && isPair(text, at - 2) ? signAt(text, at - 2) : text.charCodeAt(at - 1)
}

/** Whether the sign at a place is one of two units. */
export function isPair(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff
}

/** Whether the sign at a place is a part of words, as regular expressions know them. */
export function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95
}
