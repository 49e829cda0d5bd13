import {around, fill} from './make.mjs'

const wide = bytes => {
  const columns = Math.floor(bytes / 12)
  return `${'| a '.repeat(columns)}|\n${'| - '.repeat(columns)}|\n${'| b '.repeat(columns)}|\n`
}

/** Tables of GFM. */
export const TABLES = {
  'a wide table': wide,
  'a wide table with short rows': bytes => `${wide(bytes / 2)}${fill('| c |\n')(bytes / 2)}`,
  'a long table': around(
    '| a | b |\n| - | - |\n',
    fill(n => `| ${n} | x |\n`),
  ),
  'many tables': fill('| a | b |\n| - | - |\n| c | d |\n\n'),
  'delimiter rows': fill('| - | - |\n'),
  'rows without delimiters': fill('| a | b |\n'),
  bars: fill('|'),
  'bars and line ends': fill('|\n'),
  'escaped bars': around('| a |\n| - |\n', fill('| \\| '), '|\n'),
  'code spans with bars': around('| a |\n| - |\n', fill('| `|` ')),
  'delimiters alone': fill('-|'),
  'colons and dashes': fill(':-:|'),
  'heads that nearly fit': fill('| a | b |\n| - |\n'),
  'tables in quotes': fill('> | a |\n> | - |\n> | b |\n\n'),
}
