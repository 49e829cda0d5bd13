import {around, fill} from './make.mjs'

/** Signs that are no letters of one unit. */
export const SIGNS = {
  'zero width signs': fill('\u200b'),
  'zero width signs in headings': fill(n => `## Ti\u200btle\u2060 ${n}\n\n`),
  'combining signs': around('a', fill('\u0301')),
  'combining signs in a heading': around('# a', fill('\u0301'), '\n'),
  'lone surrogates': fill('\ud83d'),
  'lone surrogates in words': fill('a \udc00 b\n'),
  'emoji and stars': fill('\u{1f600}*a**'),
  'marks that turn the text': fill('\u202ea'),
  'byte order marks': fill('\ufeff'),
  NUL: fill('\0'),
  'form feeds': fill('a\f\v'),
  'separators of lines': fill('a\u2028b\u2029'),
  'signs of other planes in headings': fill(n => `# \u{10ffff}${n}\n`),
  'letters that grow in lower case': fill('\u0130'),
}
