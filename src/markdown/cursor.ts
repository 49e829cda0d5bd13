/** A place in a line that moves on, with the column that tabs make of it. */
export interface Cursor {
  column(): number
  rest(): string
  /** The first sign that is no white space; undefined when nothing else follows. */
  sign(): string | undefined
  /** Columns of white space before it. */
  indent(): number
  /** What a sticky pattern matches here. */
  peek(pattern: RegExp): string | undefined
  /** Moves over white space up to a column. */
  spaceTo(column: number): void
  /** Moves over signs that are no white space. */
  take(length: number): void
}

/** The beginning of a line. */
export function cursorOf(line: string): Cursor {
  let [at, column] = [0, 0]
  const isSpace = (index: number) => line[index] === ' ' || line[index] === '\t'
  const after = (from: number, index: number) => from + (line[index] === '\t' ? 4 - (from % 4) : 1)
  return {
    column: () => column,
    rest: () => line.slice(at),
    sign: () => {
      let index = at
      while (isSpace(index)) index++
      return line[index]
    },
    indent: () => {
      let ahead = column
      for (let index = at; isSpace(index); index++) ahead = after(ahead, index)
      return ahead - column
    },
    peek: pattern => {
      pattern.lastIndex = at
      return pattern.exec(line)?.[0]
    },
    spaceTo: target => {
      while (column < target && isSpace(at)) {
        const next = after(column, at)
        column = Math.min(next, target)
        // Of a tab a part may be left.
        if (next <= target) at++
      }
    },
    take: length => {
      at += length
      column += length
    },
  }
}
