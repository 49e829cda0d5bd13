import {around, fill} from './make.mjs'

const WORDS = [
  'seats',
  'queue',
  'retry',
  'cache',
  'index',
  'schema',
  'tenant',
  'cursor',
  'stream',
  'batch',
  'token',
  'quota',
]
const words = n => `${WORDS[n % 12]} ${WORDS[(n * 7 + 3) % 12]} ${WORDS[(n * 5 + 1) % 12]} n${n}`
const hex = n => n.toString(16).padStart(8, '0')
const anchor = n => words(n).replaceAll(' ', '-')

const HEAD =
  '# Seats Technical Design Document / RFC\n\n| Document Metadata | Details |\n| --- | --- |\n| Author(s) | Ada |\n| Status | Draft (WIP) |\n\n'
const RESEARCH = 'research/docs/a.md'
const CODE = 'src/a.ts'

/** Makes a document and what it cites, each of a size. */
const beside = (document, files) => bytes => ({
  text: HEAD + document(bytes),
  files: Object.fromEntries(Object.entries(files).map(([path, make]) => [path, make(bytes)])),
})

const asked = {
  [RESEARCH]: around(
    '# A\n\n## Open Questions\n\n',
    fill(n => `- Which ${words(n)} should it be?\n`),
  ),
}
const questions = piece => around('See [a](../research/docs/a.md).\n\n## 9. Open Questions\n\n', fill(piece))
const headings = {[RESEARCH]: fill(n => `## Part ${words(n)}\n\nwords\n\n`)}
const numbered = {[RESEARCH]: fill(n => `## ${n}. Part\n\n**Label ${n}** words\n\n`)}
const sentences = {[RESEARCH]: fill(n => `The ${words(n)} is one of many things.\n`)}
const functions = {[CODE]: fill(n => `export function parse${n}() { return x }\n`)}

/** Hostile documents that need others beside them: by name of their family, what makes one of a size in bytes or so, and its files. */
export const WORLDS = {
  'questions of research that are kept as items': beside(
    questions(n => `- [ ] Which ${words(n)} should it be?\n`),
    asked,
  ),
  'questions of research beside marks of others': beside(
    questions(n => `- [ ] Other ${n} <!-- question: ${hex(n)} -->\n\n<!-- questions: ${hex(n)} -->\n\n`),
    asked,
  ),
  'questions of research that are kept as headings': beside(
    questions(n => `### Which ${words(n)} should it be?\n\nIt is.\n\n`),
    asked,
  ),
  'questions of research that are kept as paragraphs': beside(
    questions(n => `Which ${words(n)} should it be?\n\n`),
    asked,
  ),
  'questions of research that are gone': beside(
    questions(n => `- other words ${n}\n`),
    asked,
  ),
  'anchors of another document': beside(
    fill(n => `[a](../research/docs/a.md#part-${anchor(n)}x) `),
    headings,
  ),
  'headings of another document': beside(
    fill(n => `([a](../research/docs/a.md), section "Part ${words(n)}x")\n\n`),
    headings,
  ),
  'sections of another document': beside(
    fill(n => `[a](../research/docs/a.md), section "Labl ${n}" and §${n}.1\n\n`),
    numbered,
  ),
  'quotations of another document': beside(
    fill(n => `"${words(n)} is one of many" (\`research/docs/a.md:${n + 3}\`)\n\n`),
    sentences,
  ),
  'names in a file of code': beside(
    fill(n => `\`parse${n}()\` is in \`src/a.ts:${n + 9}\`.\n\n`),
    functions,
  ),
  'a name on each line of a file of code': beside(
    fill(n => `\`parse()\` is in \`src/a.ts:${(n % 1000) + 9}\`.\n\n`),
    {[CODE]: fill(n => `  return parse(${n})\n`)},
  ),
  'a word that headings only begin with': beside(
    fill(() => '([a](../research/docs/a.md), section "growth")\n\n'),
    {[RESEARCH]: fill(n => `## growths ${n}\n\n**growths**\n\n`)},
  ),
  'a name behind lines without words': beside(
    fill(n => `\`parse()\` is in \`src/a.ts:${n + 9}\`.\n\n`),
    {[CODE]: around('', fill('\n'), 'parse()\nparse()\n')},
  ),
  'a name in blocks without end': beside(
    fill(n => `\`parse()\` is in \`src/a.ts:${n + 9}\`.\n\n`),
    {[CODE]: fill(n => `${' '.repeat(n % 100)}${n % 2 === 0 ? 'parse()' : 'other()'} {\n`)},
  ),
  'quotations of code': beside(
    fill(n => `"function parse${n}() { return" (\`src/a.ts:${n + 9}\`)\n\n`),
    functions,
  ),
}
