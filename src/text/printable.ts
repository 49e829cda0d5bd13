// Control characters, line and paragraph separators, bidi marks and other invisible signs that could forge a line of
// output or hide part of it; the tab too, for it moves what stands behind it.
export const UNPRINTABLE =
  /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]|[\uD800-\uDFFF]/gu

/** What begins an order to a CI runner. */
export const ORDER = /##(\w*)\[/g

/**
 * A text made safe for one line of a terminal: what cannot be shown stands as `\u{hex}`. So does the bracket of "##[" and
 * "##vso[", which CI runners (GitHub's, Azure's, TeamCity's) obey wherever they stand in a line of output.
 */
export function printable(text: string): string {
  return text
    .replace(UNPRINTABLE, sign => `\\u{${(sign.codePointAt(0) as number).toString(16)}}`)
    .replace(ORDER, '##$1\\u{5b}')
}
