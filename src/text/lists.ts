// A call takes each item of a spread list on the stack, which ends at some hundred thousand: lists that grow with a document, or with
// the number of documents, go through these.

/** Puts items at the end of a list. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const item of more) list.push(item)
}

/** The greatest of numbers; -Infinity of none. */
export function greatest(numbers: Iterable<number>): number {
  let found = Number.NEGATIVE_INFINITY
  for (const number of numbers) if (number > found) found = number
  return found
}

/** The least of numbers; Infinity of none. */
export function least(numbers: Iterable<number>): number {
  let found = Number.POSITIVE_INFINITY
  for (const number of numbers) if (number < found) found = number
  return found
}
