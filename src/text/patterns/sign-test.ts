// Signs below this are looked up; what others are is asked each time.
const COMMON = 128

/** Tells whether a sign, by its number, is one that a letter, an escape, a class or a dot stands for: JavaScript itself says so. */
export function signTest(source: string): (code: number) => boolean {
  const only = new RegExp(`^(?:${source})$`, 'u')
  const asks = (code: number): boolean => only.test(String.fromCodePoint(code))
  // 1: it is one; 2: it is none.
  const common = new Uint8Array(COMMON)
  return code => {
    if (code >= COMMON) return asks(code)
    if (common[code] === 0) common[code] = asks(code) ? 1 : 2
    return common[code] === 1
  }
}

/** The number of the one sign that a source stands for as it is written; undefined where it is an escape, a class or a dot. */
export function literalOf(source: string): number | undefined {
  const [sign = '', ...more] = source.replace(/^\\(?=[\^$\\.*+?()[\]{}|/-])/, '')
  return more.length > 0 || source === '.' ? undefined : sign.codePointAt(0)
}
