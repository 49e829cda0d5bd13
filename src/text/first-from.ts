/** Index of the first of `count` places, which ascend, that does not lie before an offset; `count` where all do. */
export function firstFrom(count: number, placeOf: (index: number) => number, offset: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (placeOf(middle) < offset) low = middle + 1
    else high = middle
  }
  return low
}
