// How the families below make a document of a size: each is `bytes => text`, the same text for a size every time.

/** As many copies of a piece as fill a size. A piece may tell itself apart by its number. */
export const fill = piece => bytes => {
  const parts = []
  for (let size = 0, n = 0; size < bytes; n++) {
    const part = typeof piece === 'string' ? piece : piece(n)
    parts.push(part)
    size += part.length
  }
  return parts.join('')
}

/** As many openers as fill half of a size, and as many closers behind them. */
export const nest =
  (opener, middle, closer = '') =>
  bytes => {
    const depth = Math.max(1, Math.floor(bytes / (opener.length + closer.length)))
    return opener.repeat(depth) + middle + closer.repeat(depth)
  }

/** What a family makes between other texts. */
export const around =
  (before, make, after = '') =>
  bytes =>
    before + make(bytes) + after

/** Two families behind one another, each with half of the size. */
export const both =
  (first, second, between = '\n\n') =>
  bytes =>
    first(bytes / 2) + between + second(bytes / 2)
