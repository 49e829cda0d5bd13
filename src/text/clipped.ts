/** A text of `most` UTF-16 units, at least 1: what is longer ends with "…" in its place, and with no half of a sign before it. */
export function clipped(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text
}
