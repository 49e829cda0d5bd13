/** Runs of signs other than space that hold a letter or digit. */
export function wordsIn(text: string): number {
  let count = 0
  for (const run of text.split(/\s+/)) if (/[\p{L}\p{N}]/u.test(run)) count++
  return count
}
