import {lineMap} from '../../text/line-map.js'

/** Lines of a text, without what ends them: a work tree may have other line endings than the store. */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/)
}

/** For each line of the newer text, by index, the line of the older one that it was; -1 where it is new. */
export function linesBefore(newer: readonly string[], older: readonly string[]): Int32Array {
  const mapped = lineMap(newer, older)
  return Int32Array.from(newer, (_, index) => (mapped(index + 1) ?? 0) - 1)
}
