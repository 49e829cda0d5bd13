// Control characters, line and paragraph separators, bidi marks and other invisible signs that could forge a line of
// output or hide part of it; the tab too, for it moves what stands behind it.
export const UNPRINTABLE =
  /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]|[\uD800-\uDFFF]/gu

/** A text made safe for one line of a terminal: what cannot be shown stands as `\u{hex}`. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, sign => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`)
}
