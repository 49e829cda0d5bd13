/** Signs that act on a terminal, hide text, or end a line for some reader. */
export const SIGNS = [
  '\0',
  '\u0007',
  '\u001b[2J',
  '\u001b]8;;http://x\u0007',
  '\u0085',
  '\u009b31m',
  '\u061c',
  '\u200b',
  '\u200e',
  '\u2028',
  '\u2029',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\ufffe',
  '\uffff',
  '\ud800',
  '\udfff',
  '\u{e0041}',
  '\u{10ffff}',
  '\t',
  '\v',
  '\f',
  '\r',
  '\u00a0',
  '\u3000',
  'e\u0301',
  '\u{1f469}\u200d\u{1f52c}',
  '\u0130',
  '\u1e9e',
  '\ufb03',
]

/** What CI runners and shells obey. */
export const ORDERS = [
  '::error::x',
  '##[error]x',
  '##vso[task.complete]',
  '%0A::stop-commands::x',
  '$(id)',
  '`id`',
  '\\',
]

/** A text with some of these at places of its own. */
export function spiced(choose, text, most = 3) {
  let made = text
  for (let left = choose.between(1, most); left > 0; left--) {
    const at = choose.upTo(made.length + 1)
    made = made.slice(0, at) + choose.pick(choose.chance(0.85) ? SIGNS : ORDERS) + made.slice(at)
  }
  return made
}
