// Signs that roff would take for its own, or print as others than those that are typed.
const NAMED: Readonly<Record<string, string>> = {
  '\\': '\\(rs',
  '-': '\\-',
  "'": '\\(aq',
  '"': '\\(dq',
  '`': '\\(ga',
  '^': '\\(ha',
  '~': '\\(ti',
}

/** A text as roff prints it letter by letter, on one line of its source. */
export function roff(text: string): string {
  const escaped = text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\\'"`^~-]/g, sign => NAMED[sign] as string)
    .replace(
      /[^\t -~]/gu,
      sign => `\\[u${(sign.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}]`,
    )
  // A line that begins with a full stop would be a request.
  return escaped.startsWith('.') ? `\\&${escaped}` : escaped
}

export function bold(text: string): string {
  return `\\fB${roff(text)}\\fR`
}

export function italic(text: string): string {
  return `\\fI${roff(text)}\\fR`
}

/** A request with its arguments, each of which may hold spaces. */
export function request(name: string, ...values: readonly string[]): string {
  return [`.${name}`, ...values.map(value => `"${roff(value)}"`)].join(' ')
}
