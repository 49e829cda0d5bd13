/**
 * A text without those of its last signs that a pattern of one sign fits. `/[…]+$/` would be tried from each sign of a run that
 * stands elsewhere, in time that grows with the square of it.
 *
 * @example trimmedEnd('a, b.,', /[.,]/) // 'a, b'
 */
export function trimmedEnd(text: string, sign: RegExp): string {
  let end = text.length
  while (end > 0) {
    // Half of a sign of two units fits what the whole one does not.
    const from = end > 1 && isPair(text, end - 2) ? end - 2 : end - 1
    if (!sign.test(text.slice(from, end))) break
    end = from
  }
  return text.slice(0, end)
}

function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
}
