// Writes docs/engines.md: what reads Markdown, and every difference that is known between the engines, from the table that the
// parser itself goes by. With `--check` it compares instead.
import {readFileSync, writeFileSync} from 'node:fs'
import {DOUBTS} from '../dist/markdown/engines/doubts/index.js'

const file = new URL('../docs/engines.md', import.meta.url)
const rows = DOUBTS.map(({example, reason}) => `| ${shown(example)} | ${reason} |`).sort()
const text = `# What reads Markdown

Two engines stand behind every command, and behind the library:

| engine | what it is | when it reads |
| --- | --- | --- |
| \`satteri\` | native (Rust), fast, its time grows with the size of a text alone | by default, where its binding can be loaded |
| \`remark\` | remark-parse with GFM and frontmatter, in JavaScript: the reference | where the binding cannot be loaded, and where satteri might read otherwise |

\`--engine remark\`, or the environment variable \`SPEC_ENGINE\`, has the reference read everything. No message, no place and no exit
status changes by it, but for what the reference takes too long for; if one ever does, that is a defect: please report the document.

Both give one tree. Before it is used, the native engine's is brought into the reference's form (where the paragraph of a task
begins), and in both a text that ends with its line ends there. \`bench/engines.mjs\` holds them against each other on real documents, on the
examples of CommonMark and on documents made from a seed.

## What the reference takes too long for

The time of the reference grows with the square of some things: quotes and lists that end, underlined headings, marks of emphasis,
brackets or comments in one paragraph. They are counted before it reads, and where it could take more than seconds the
document is "not checked", with the number: \`the engine remark would take too long for its 3277 quotes, lists and footnotes that
end\`. The native engine reads such a document at once, unless it has one of the differences below. Of the documents of the corpus the
dearest takes a quarter of that; 300 KB of words as they are common in specs and research pass. The native engine in its turn takes the square of thousands of references to signs, or of addresses, in one paragraph, and of marks in one
line that is not of ASCII alone: those documents are left to the reference. A limit on the size above 2 MiB (\`--max-size\`, \`limits.bytes\`) raises this one with it.

\`bench/hostile.mjs\` tries both engines on hostile documents of more than two hundred families.

## Known differences

These are known, ${DOUBTS.length} of them. Where a document has one, the stretch in which it stands, from one heading (\`#\`) of the document's own to the
next, is read by the reference, or the whole document where the stretch cannot be read alone; so nobody sees the difference. Of real
documents one in twenty has such a stretch. Each is shown by the shortest text that has it: \`⏎\` is a line end, \`→\` a tab, \`·\` a space, other
signs that nobody sees stand as their code.

| text | what differs |
| --- | --- |
${rows.join('\n')}
`

function shown(example) {
  const words = JSON.stringify(example)
    .slice(1, -1)
    .replaceAll('\\\\', '\\')
    .replaceAll('\\"', '"')
    .replaceAll('\\r\\n', '␍⏎')
    .replaceAll('\\r', '␍')
    .replaceAll('\\n', '⏎')
    .replaceAll('\\t', '→')
    .replaceAll(' ', '·')
    .replaceAll('\u00A0', '\\u00a0')
  const ticks = '`'.repeat(Math.max(0, ...(words.match(/`+/g) ?? []).map(run => run.length)) + 1)
  const pad = /^`|`$/.test(words) ? ' ' : ''
  return `${ticks}${pad}${words.replaceAll('|', '\\|')}${pad}${ticks}`
}

if (!process.argv.includes('--check')) writeFileSync(file, text)
else if (readFileSync(file, 'utf8') !== text) {
  console.error('docs/engines.md is not what it is made from: run npm run generate')
  process.exitCode = 1
}
