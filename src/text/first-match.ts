/** What of a text a pattern finds first; "" where it finds nothing. */
export function firstMatch(pattern: RegExp, text: string): string {
  return pattern.exec(text)?.[0] ?? ''
}
