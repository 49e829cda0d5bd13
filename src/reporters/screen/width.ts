import stringWidth from 'string-width'

/** Columns that a text takes on a terminal: emoji and East Asian letters take two, combining signs none. */
export function displayWidth(text: string): number {
  return stringWidth(text)
}
