/** What is too large, too deep or too dear to be looked at. Its message tells which limit, in words that follow "not checked: ". */
export class LimitError extends Error {
  override readonly name = 'LimitError'
}
