/** What is used of a regular expression. */
export interface Pattern {
  lastIndex: number
  exec(text: string): Match | null
  test(text: string): boolean
}

/** As much of a match as is used. */
export interface Match {
  readonly 0: string
  readonly index: number
}
