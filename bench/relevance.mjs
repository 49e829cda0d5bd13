// How well research is chosen: for real specs, whether documents that they really cite rank high for their titles. Every spec
// is taken as of its own date: what was written later cannot have been chosen.
//
//   npm run build && node bench/relevance.mjs [CORPUS] [--cases]
//
// CORPUS is ../shared/corpus/atomic unless told; --cases prints every spec whose first five documents hold none that it cites.
import {readdirSync, readFileSync} from 'node:fs'
import {join, relative, sep} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'

const FIRST = 5
const MOST = 10

/**
 * @param {string} root Folder with relevance.json, specs and research.
 * @param {object} tool `collectFacts`, `readOutline` and `rankResearch`: of the build, or of the sources.
 * @returns cases, each with the rank of the first cited document (Infinity for none) and its recall among the first ten.
 */
export async function measure(root, {collectFacts, readOutline, rankResearch}) {
  const documents = researchIn(root).map(path => readOutline(path, readFileSync(join(root, path), 'utf8')))
  const cases = []
  for (const {spec, gold} of JSON.parse(readFileSync(join(root, 'relevance.json'), 'utf8'))) {
    const facts = await collectFacts(readFileSync(join(root, spec), 'utf8'), {path: spec, kind: 'rfc'})
    const date = dateOf(facts, spec)
    const candidates = documents.filter(
      document => date === undefined || document.date === undefined || document.date <= date,
    )
    const ranked = rankResearch(facts.title?.name ?? '', candidates, date === undefined ? {} : {date})
    const paths = ranked.filter(({score}) => score > 0).map(({document}) => document.path)
    const ranks = gold.map(path => paths.indexOf(path)).filter(rank => rank >= 0)
    const recall = ranks.filter(rank => rank < MOST).length / gold.length
    cases.push({
      spec,
      query: facts.title?.name ?? '',
      date,
      rank: Math.min(Number.POSITIVE_INFINITY, ...ranks) + 1,
      recall,
    })
  }
  return cases
}

/** Share of cases with a cited document among the first five, and mean recall among the first ten. */
export function summary(cases) {
  const share = number => number / cases.length
  return {
    cases: cases.length,
    hits: share(cases.filter(({rank}) => rank <= FIRST).length),
    recall: share(cases.reduce((sum, {recall}) => sum + recall, 0)),
  }
}

// The newest day that the spec's own metadata names, else that of its file name.
function dateOf({metadata}, spec) {
  const days = [metadata.dates?.created, metadata.dates?.updated].filter(day => day?.exists).map(day => day.text)
  return days.sort().at(-1) ?? /\d{4}-\d{2}-\d{2}/.exec(spec)?.[0]
}

function researchIn(root) {
  return readdirSync(join(root, 'research'), {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile() && entry.name.endsWith('.md'))
    .map(entry => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter(path => !/\/\./.test(path))
    .sort()
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const dist = path => import(new URL(`../dist/${path}/index.js`, import.meta.url))
  const [{collectFacts}, {readOutline, rankResearch}] = await Promise.all([dist('lint'), dist('research')])
  const given = process.argv.slice(2).filter(argument => argument !== '--cases')
  const root = given[0] ?? fileURLToPath(new URL('../../shared/corpus/atomic', import.meta.url))
  const cases = await measure(root, {collectFacts, readOutline, rankResearch})
  const {cases: count, hits, recall} = summary(cases)
  console.log(`${count} specs, each as of its own date:`)
  console.log(`  a cited document among the first ${FIRST}: ${(hits * 100).toFixed(1)} %`)
  console.log(`  mean recall among the first ${MOST}: ${recall.toFixed(3)}`)
  if (process.argv.includes('--cases'))
    for (const {spec, rank, query} of cases.filter(each => each.rank > FIRST))
      console.log(`${spec}: ${rank} for "${query}"`)
}
