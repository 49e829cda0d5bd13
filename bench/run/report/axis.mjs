// A logarithmic axis.

/** From the power of ten at or below the least to the one at or above the greatest: at least one decade. */
export function decades(values) {
  const low = Math.floor(Math.log10(Math.min(...values)))
  const high = Math.ceil(Math.log10(Math.max(...values)))
  return {low, high: Math.max(high, low + 1)}
}

/** Where on a line from `start` to `end` a value lies. */
export function place(value, {low, high}, start, end) {
  return start + ((Math.log10(value) - low) / (high - low)) * (end - start)
}

/** The powers of ten of the axis. */
export function ticks({low, high}) {
  return Array.from({length: high - low + 1}, (_, index) => 10 ** (low + index))
}
