/** The line ending of a text: that of most of its lines, of equally many that of the first; LF where it has one line only. */
export function lineEnding(text: string): string {
  const counts = new Map<string, number>()
  for (const [ending] of text.matchAll(/\r\n|\n|\r/g)) counts.set(ending, (counts.get(ending) ?? 0) + 1)
  // Sorting keeps the order of equal ones.
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return most?.[0] ?? '\n'
}
