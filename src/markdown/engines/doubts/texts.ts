import type {TextDoubt} from './types.js'

// What no Latin letter, punctuation or line end is. Searched without flags it costs next to nothing.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const RARE = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\uFEFF\uD800-\uDFFF]/
const NOTE = /\[\^/

export const TEXTS: readonly TextDoubt[] = [
  {
    reason: 'Half of a surrogate pair has no form in UTF-8, in which the native engine reads; the reference keeps it.',
    example: '\uD83D',
    pattern: /\p{Surrogate}/u,
    sign: RARE,
  },
  {
    reason: 'The reference makes another sign of NUL, which Markdown does not know; the native engine keeps it.',
    example: '\0',
    pattern: /\0/,
    sign: RARE,
  },
  {
    reason: 'A vertical tab, or a form feed: the reference takes it for a sign, the native engine for white space.',
    example: '+ [x]\r\n\v',
    pattern: /[\v\f]/,
    sign: RARE,
  },
  {
    reason:
      'A next line, U+0085, is white space to the native engine and a sign to the reference; a byte order mark the other way round.',
    example: 'a\u0085*:*',
    pattern: /[\u0085\uFEFF]/,
    sign: RARE,
  },
  {
    reason:
      'A control character: the native engine ends a bare web address before it, the reference takes it for a part of that.',
    example: 'http://g\u0007',
    pattern: /[^\P{Cc}\t\n\r]/u,
    sign: RARE,
  },
  {
    reason: 'Line ends of several kinds: the native engine makes them one in indented code.',
    example: '    f\r\n\n    ',
    pattern: /\r(?!\n)|\r\n(?:[^\n]*[^\r\n])?\n|(?:^|[^\r])\n[^\n]*\r\n/,
    sign: /\r/,
  },
  {
    reason: "A hard break right before the end of a link's words: the native engine takes its backslash for a word.",
    example: '[\\\n]()',
    pattern: /\\(?:\r\n|\n|\r)[ \t>]*\]/,
  },
  {
    reason: 'A number of a list that stands alone in its line: the engines do not agree on what it may interrupt.',
    example: '[x]:y\n#\n2.',
    pattern: /^[ \t>]*\d{1,9}[.)][ \t]*$/m,
  },
  {
    reason:
      'Marks of emphasis between a sign outside of the basic plane and a word: the reference takes half of the sign for a letter.',
    example: '\u{1F600}*P**',
    pattern: /[^\s*_~][*_~]+[\u{10000}-\u{10FFFF}]|[\u{10000}-\u{10FFFF}][*_~]+[^\s*_~]/u,
    sign: RARE,
  },
  {
    reason:
      'The name of a note with white space in it is none, but may be that of an address: the native engine does not take it for a link.',
    example: 'o\n[^ r]:/',
    // Up to the next line that begins so: the end of each would be sought through all that follow.
    pattern: /^[ \t>]*\[\^[^\]\s]*\s(?:[^\]\r\n]|[\r\n](?![ \t>]*\[\^))*\]:/m,
    sign: NOTE,
  },
  {
    reason: 'A footnote that begins with another one.',
    example: '[^1]:[^1]:',
    pattern: /(?:^|[\r\n])[ \t>]*\[\^[^\]\r\n]*\]:[ \t]*\[\^/,
    sign: NOTE,
  },
  {
    reason: 'A footnote that is indented as what stands in another is.',
    example: '[^r]:`\n    [^r]:`',
    pattern: /(?:^|[\r\n])(?: {4}|\t)[ \t>]*\[\^[^\]\r\n]*\]:/,
    sign: NOTE,
  },
  {
    reason: 'A box in the line below an empty item: the reference ticks the whole document.',
    example: '+\n[ ] w',
    pattern: /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]*(?:\r\n|\n|\r)[ \t]*\[[ \txX]\]/m,
    sign: /[\r\n][ \t]*\[[ \txX]\]/,
  },
]
