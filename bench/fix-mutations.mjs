// Holds `spec lint --fix` to what it promises, on the corpus and on seeded mutations of it: documents cut down to a few sections,
// with lines deleted, doubled and swapped, fences broken, numbers changed, bars put in, words of research quoted from wrong lines,
// and other line endings, marks and signs.
//
//   npm run build && node bench/fix-mutations.mjs --seed 1 --runs 10000 [--whole] [--only RUN] [--show]
//
// --whole: every document of the corpus as it is, safe and unsafe, and no mutations. --only: one run again. --show: its texts.
// Of each: no byte outside of the edits differs; what stands outside of the regions is read as before; a second run changes
// nothing; no mended message is left; no message has come but in what a fix uncovers; byte order mark, line endings and final
// newline stay. It shares nothing with the engine but the parser and the check.
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {cut, mutate} from './fix-mutations/mutate.mjs'
import {faultsOf} from './fix-mutations/promises.mjs'
import {random} from './random.mjs'

const corpus = fileURLToPath(new URL('../../shared/corpus/atomic', import.meta.url))
if (!existsSync(corpus)) {
  console.error('The corpus is not beside the project: nothing is tried.')
  process.exit(2)
}
const numberOf = (name, fallback) =>
  process.argv.includes(name) ? Number(process.argv[process.argv.indexOf(name) + 1]) : fallback
const [seed, runs, only] = [numberOf('--seed', 1), numberOf('--runs', 1000), numberOf('--only', undefined)]
const {builtInKinds} = await import('../dist/lint/index.js')
const {mendDocument} = await import('../dist/lint/mend/document.js')
const {check} = await import('../dist/lint/lint.js')
const {openWorkspace} = await import('../dist/workspace/index.js')
const workspace = await openWorkspace({root: corpus, cwd: corpus, date: '2026-06-30'})
const {rfc: kind} = await builtInKinds()
const names = readdirSync(`${corpus}/specs`)
  .filter(name => name.endsWith('.md'))
  .sort()
const texts = names.map(name => readFileSync(`${corpus}/specs/${name}`, 'utf8'))

// Lines of research that can be quoted: plain words, long enough.
const quotable = ['docs', 'web']
  .flatMap(folder =>
    readdirSync(`${corpus}/research/${folder}`)
      .filter(name => name.endsWith('.md'))
      .sort()
      .map(name => `research/${folder}/${name}`),
  )
  .flatMap(path =>
    readFileSync(`${corpus}/${path}`, 'utf8')
      .split('\n')
      .flatMap((words, index) => (/^[A-Z][\w ,.'()-]{50,200}$/.test(words) ? [{path, line: index + 1, words}] : [])),
  )

const counts = {runs: 0, changed: 0, unsafe: 0, withdrawn: 0, passes: Array(11).fill(0), faults: 0}
const rules = new Map()
const started = performance.now()

async function hold(name, text, unsafe, label) {
  const subject = each => ({text: each, path: `specs/${name}`, kind, workspace, limits: undefined})
  const tools = {
    unsafe,
    mend: each => mendDocument(subject(each), {unsafe}),
    check: async each => (await check(subject(each))).report,
  }
  counts.runs++
  if (unsafe) counts.unsafe++
  const {faults, mending} = await faultsOf(text, tools)
  if (mending) {
    counts.passes[mending.passes.length]++
    if (mending.text !== text) counts.changed++
    counts.withdrawn += mending.withdrawn.length
    for (const {ruleId} of mending.mended) rules.set(ruleId, (rules.get(ruleId) ?? 0) + 1)
  }
  if (faults.length > 0) {
    counts.faults++
    console.log(`${label} (${name}${unsafe ? ', unsafe' : ''}): ${faults.join('; ')}`)
  }
  if (process.argv.includes('--show'))
    console.log(
      `${text}\n${'='.repeat(20)}\n${mending?.text}`,
      mending?.mended.map(m => m.reason),
      mending?.withdrawn.map(m => m.reason),
    )
}

if (process.argv.includes('--whole')) {
  for (const [index, name] of names.entries())
    for (const unsafe of [false, true]) await hold(name, texts[index], unsafe, 'whole')
} else {
  for (let run = only ?? 0; run < (only === undefined ? runs : only + 1); run++) {
    const next = random(seed * 1_000_003 + run)
    const index = Math.floor(next() * names.length)
    const unsafe = next() < 0.5
    await hold(names[index], mutate(cut(texts[index], next), next, quotable), unsafe, `run ${run}`)
    if (run % 500 === 499)
      console.error(`${run + 1} runs, ${Math.round((performance.now() - started) / 1000)} s, ${counts.faults} faults`)
  }
}
await workspace.close()
console.log(
  JSON.stringify({seed, ...counts, rules: Object.fromEntries([...rules].sort((a, b) => b[1] - a[1]))}, null, 1),
)
process.exitCode = counts.faults > 0 ? 1 : 0
