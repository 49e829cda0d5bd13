import type {LineRange} from '../../types.js'

/** A citation with other lines, as this one writes them: "src/x.ts:12-40", "src/x.ts#L12-L40". */
export function withLines(text: string, target: string, lines: readonly LineRange[] = []): string {
  if (lines.length === 0) return target
  const isAnchor = /#L\d/.test(text)
  const ranges = lines.map(({from, to}) => {
    if (isAnchor) return from === to ? `L${from}` : `L${from}-L${to}`
    return from === to ? String(from) : `${from}-${to}`
  })
  return `${target}${isAnchor ? '#' : ':'}${ranges.join(',')}`
}

/** Whether a text of so many lines has all of them; a range that runs backwards it has not. */
export function linesAreIn(lines: readonly LineRange[], lineCount: number): boolean {
  return lines.every(({from, to}) => from >= 1 && from <= to && to <= lineCount)
}

/** Whether one of the ranges ends before it begins. */
export function isReversed(lines: readonly LineRange[] = []): boolean {
  return lines.some(({from, to}) => from > to)
}
