// Holds the native engine's trees against the reference's, on real documents, on the examples of CommonMark and on documents made
// from a seed, and tells how often the reference had to be asked.
//
//   npm run build && node bench/engines.mjs --seed 1 --runs 100000 [FOLDER...]
//
// FOLDER: where real documents lie; by default the corpus beside the project, where it is. Prints the shortest text of each
// difference, and exits with 1 where there is one.
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import commonmark from 'commonmark-spec'
import {readWithRemark} from '../dist/markdown/engines/remark.js'
import {loadSatteri} from '../dist/markdown/engines/satteri.js'
import {frontmatterAt} from '../dist/markdown/frontmatter.js'
import {difference, shortest} from './engines/compare.mjs'
import {documentOf} from './engines/inputs.mjs'
import {random} from './random.mjs'

const {values, positionals} = parseArgs({
  options: {seed: {type: 'string', default: '1'}, runs: {type: 'string', default: '10000'}},
  allowPositionals: true,
})
const native = loadSatteri()
if (native instanceof Error) throw native

const corpus = fileURLToPath(new URL('../../shared/corpus', import.meta.url))
const folders = positionals.length > 0 ? positionals : existsSync(corpus) ? [corpus] : []
const files = folders.flatMap(folder =>
  readdirSync(folder, {recursive: true})
    .filter(name => name.endsWith('.md'))
    .sort()
    .map(name => readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF/, '')),
)
const examples = commonmark.tests.map(({markdown}) => markdown.replaceAll('→', '\t'))

const differences = []
const time = {native: 0, reference: 0}

function compare(text) {
  const reading = {frontmatterEnd: frontmatterAt(text)?.end}
  const started = performance.now()
  const tree = native(text, reading)
  const between = performance.now()
  time.native += between - started
  if (tree === undefined) return undefined
  const expected = readWithRemark(text, reading)
  time.reference += performance.now() - between
  return {found: difference(expected, tree)}
}

function hold(what, texts) {
  const counts = {documents: 0, doubted: 0, different: 0}
  for (const text of texts) {
    counts.documents++
    const compared = compare(text)
    if (compared === undefined) counts.doubted++
    else if (compared.found !== undefined) {
      counts.different++
      differences.push(shortest(text, shorter => compare(shorter)?.found !== undefined))
    }
  }
  console.log(`${what}: ${JSON.stringify(counts)}`)
}

function* made(seed, runs) {
  const next = random(seed)
  const documents = files.map(text => text.split('\n'))
  for (let run = 0; run < runs; run++) yield documentOf(next, {examples, documents})
}

hold('real documents', files)
console.log(
  `native ${Math.round(time.native)} ms, reference ${Math.round(time.reference)} ms for those that were not doubted`,
)
hold('examples of CommonMark', examples)
hold(`made from seed ${values.seed}`, made(Number(values.seed), Number(values.runs)))
for (const text of new Set(differences)) console.log(`${JSON.stringify(text)}\n    ${compare(text)?.found}`)
process.exitCode = differences.length > 0 ? 1 : 0
