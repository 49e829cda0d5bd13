import {firstFrom} from './first-from.js'

/** Lines joined to one text, in which words are sought at once that may go over several. */
export interface JoinedLines {
  text: string
  /** The line, from 1, of the sign at an offset of the text; of what stands between two lines, the one before it. */
  lineAt(offset: number): number
}

/**
 * @param made what of each line is taken
 * @param between what stands between two of them
 *
 * @example joinedLines(['a b', ' ', 'c'], line => line.replaceAll(' ', '')).text // 'abc'
 * @example joinedLines(['a b', ' ', 'c'], line => line.replaceAll(' ', '')).lineAt(2) // 3
 */
export function joinedLines(lines: readonly string[], made: (line: string) => string, between = ''): JoinedLines {
  const starts: number[] = []
  let length = 0
  const parts = lines.map(line => {
    const part = made(line)
    starts.push(length)
    length += part.length + between.length
    return part
  })
  return {text: parts.join(between), lineAt: offset => firstFrom(starts, start => start, offset + 1)}
}
