/** The line ending of a text: that of its first line, LF where it has one line only. */
export function lineEnding(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
}
