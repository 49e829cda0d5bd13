// Makes docs/rules/ and src/generated/explanations.js from schema/, test/rules/ and bench/rule-hits.json.
// `--check` compares docs/rules/ instead of writing it, `--explanations` leaves it alone. The explanations are no part of the repository: always written.
import {copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {overviewOf, pageOf} from './docs/page.mjs'
import {documentedRules} from './docs/rules.mjs'

const folder = new URL('../docs/rules/', import.meta.url)
const rules = documentedRules()
const pages = new Map([['README.md', overviewOf(rules)], ...rules.map(rule => [`${rule.id}.md`, pageOf(rule)])])

if (process.argv.includes('--check')) check()
else if (!process.argv.includes('--explanations')) write()
writeExplanations()

function write() {
  mkdirSync(folder, {recursive: true})
  for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(new URL(name, folder))
  for (const [name, text] of pages) writeFileSync(new URL(name, folder), text)
}

function check() {
  const found = existsSync(folder) ? readdirSync(folder) : []
  const old = [...pages].filter(
    ([name, text]) => !found.includes(name) || readFileSync(new URL(name, folder), 'utf8') !== text,
  )
  const names = [...old.map(([name]) => name), ...found.filter(name => !pages.has(name))]
  if (names.length === 0) return
  console.error(`docs/rules is out of date (${names.join(', ')}): run \`npm run generate\``)
  process.exitCode = 1
}

// What `spec explain` reads. In dist too where there is one: tsc does not copy it.
function writeExplanations() {
  const entries = Object.fromEntries(rules.map(({id, ...rule}) => [id, {id, ...rule}]))
  const text = `// Written by scripts/generate-docs.mjs. Do not edit.\nexport const explanations = ${JSON.stringify(entries, null, 1)}\n`
  for (const path of ['../src/generated/', '../dist/generated/']) {
    const target = new URL(path, import.meta.url)
    if (path.startsWith('../dist') && !existsSync(new URL('..', target))) continue
    mkdirSync(target, {recursive: true})
    writeFileSync(new URL('explanations.js', target), text)
    if (path.startsWith('../dist'))
      copyFileSync(new URL('../src/generated/explanations.d.ts', import.meta.url), new URL('explanations.d.ts', target))
  }
}
