/**
 * What was printed, without how long it took: the one thing that differs from run to run, and with it the end of the line before
 * it on a narrow screen. All else stays.
 */
export function timeless(text) {
  return text.replace(/\s+\((?:\d+\s+ms|\d+\.\d\s+s)\)/g, ' (TIME)')
}
