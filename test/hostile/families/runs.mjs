import {fill} from './make.mjs'

// What a long run of one sign may stand in, each time with a letter behind it: what is sought at the end of a text is tried from
// each sign of such a run.
const PLACES = {
  'a paragraph': run => `${SPEC}## 1. Executive Summary\n\na${run}b\n\n## 2. Context and Motivation\n\nx\n`,
  'an item': run => `${SPEC}## 9. Open Questions\n\n- Why?${run}b\n\nx\n`,
  'a heading': run => `${SPEC}## 1. Executive${run}Summary\n\nx\n`,
  'a title': run => `# Seats${run}b Technical Design Document / RFC\n\nx\n`,
  cells: run => `# T\n\n| Field | Value |\n| --- | --- |\n| Author | Ada${run}b |\n| Dates | 2026-01-02${run}b |\n`,
  'a fence': run => `\`\`\`ts\na${run}b\n# c${run}d\n\`\`\`\n`,
  'the words of a fence': run => `\`\`\`ts${run}b\nx\n\`\`\`\n`,
  frontmatter: run => `---\na: b${run}c\n---\n\n# T\n`,
  'a comment': run => `<!-- spec-list: begin${run}b\n\n<!-- section: a${run}b -->\n`,
}
const RUNS = {
  spaces: ' ',
  tabs: '\t',
  'blank lines': '\n',
  'lines of spaces': '  \n',
  'lines of CRLF': '\r\n',
  dots: '.',
  dashes: '-',
  letters: 'w',
}

const SPEC =
  '# Seats Technical Design Document / RFC\n\n| Field | Value |\n| --- | --- |\n| Author | Ada |\n| Status | Draft |\n\n'

const runs = Object.entries(RUNS).flatMap(([name, sign]) =>
  Object.entries(PLACES).map(([place, make]) => [`${name} in ${place}`, bytes => make(fill(sign)(bytes))]),
)

/** Long runs of one sign, in each place that words may stand in, and what else is sought from each of its beginnings. */
export const RUNS_OF_SIGNS = {
  ...Object.fromEntries(runs),
  'an item, then lines of spaces': bytes => `- a\n${fill('  \n')(bytes)}`,
  'indented code, then lines of CRLF': bytes => `    a\r\n${fill('\r\n')(bytes)} b\r\n`,
  'tags that do not close': bytes => `<div\n${fill('<a ')(bytes)}\n`,
  'comments of exceptions that do not close': fill('<!-- spec-lint-disable-file a'),
  'notes that do not close, line by line': fill('[^ a\n'),
  'an exception of many rules': bytes => `<!-- spec-lint-disable-file ${fill(n => `r${n} `)(bytes)}-->\n`,
  'a word without end beside a path': bytes => `${'w'.repeat(bytes)} [a](b.md) \`src/a.ts:1\`\n`,
  'brackets in a line with a sign of two bytes': bytes => `§${'['.repeat(bytes)}\n`,
  'lines behind a path': bytes => `See \`src/a.ts\` (lines 4${' '.repeat(bytes)}and 5)\n`,
  'labels far apart': bytes => `See [R1${' '.repeat(bytes)}, R2]\n`,
}
