// Written out once more, so that a sign that the product forgets is not forgotten here, too.
const ACTING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not reach a terminal
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u
const ORDER = /##\w*\[/
const COMMAND = /^\s*::\S/m
const STACK = /^\s+at .*:\d+:\d+\)?$/m

/** @returns {string[]} what in a text that goes to a screen acts on it, forges a line, or shows the inside of the program. */
export function unescaped(text, {commands = false} = {}) {
  const faults = []
  const acting = ACTING.exec(text)
  if (acting !== null) faults.push(`U+${codeOf(acting[0])} in ${shown(text, acting.index)}`)
  const order = ORDER.exec(text) ?? (commands ? null : COMMAND.exec(text))
  if (order !== null) faults.push(`an order to a CI runner in ${shown(text, order.index)}`)
  return faults
}

/** @returns {string[]} a stack trace that a user would see. */
export function stackTraces(text) {
  const found = STACK.exec(text)
  return found === null ? [] : [`a stack trace: ${shown(text, found.index)}`]
}

const codeOf = sign => (sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')
const shown = (text, at) => JSON.stringify(text.slice(Math.max(0, at - 30), at + 40))
