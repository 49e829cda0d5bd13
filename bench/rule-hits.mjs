// Runs the built lint over the real corpus and writes bench/rule-hits.json: on how many documents each rule fires, with how
// many messages, and how many of those are right. "Right" is known of the rules that the corpus' expected.json tells the
// truth about, and of single messages that were read by eye (bench/judged-hits.json); of others nothing is said.
//
//   npm run build && node bench/rule-hits.mjs [--list RULE]     --list prints a rule's messages, for reading them by eye
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {basename} from 'node:path'
import {fileURLToPath} from 'node:url'

const corpus = fileURLToPath(new URL('../../shared/corpus/atomic', import.meta.url))
if (!existsSync(corpus)) {
  console.error('The corpus is not beside the project: nothing is measured.')
  process.exit(2)
}
const {builtInKinds, lintFiles} = await import('../dist/lint/index.js')
const truth = JSON.parse(readFileSync(`${corpus}/expected.json`, 'utf8'))
const judgedFile = new URL('judged-hits.json', import.meta.url)
const judged = existsSync(judgedFile) ? JSON.parse(readFileSync(judgedFile, 'utf8')) : {}
// The rules that expected.json knows: whatever of theirs it does not name for a spec must not fire there.
const known = new Set(Object.values(truth).flatMap(Object.keys))

const kinds = await builtInKinds()
const specs = await lintFiles([], {root: corpus, cwd: corpus})
const research = await lintFiles(['research'], {root: corpus, cwd: corpus, kind: 'research'})

const list = process.argv[process.argv.indexOf('--list') + 1]
if (process.argv.includes('--list')) print(list)
else write()

function write() {
  const rules = {}
  for (const [kind, {files}] of [
    ['rfc', specs],
    ['research', research],
  ]) {
    for (const {id} of kinds[kind].law.rules) rules[id] = hitsOf(id, files)
  }
  const of = {specs: specs.files.length, research: research.files.length}
  writeFileSync(new URL('rule-hits.json', import.meta.url), `${JSON.stringify({of, rules}, null, 2)}\n`)
  for (const [id, {files, messages, right, judged}] of Object.entries(rules)) {
    console.log(
      `${id.padEnd(24)} ${String(files).padStart(4)} files ${String(messages).padStart(5)} messages   ${judged === 0 ? 'not judged' : `${right} of ${judged} right`}`,
    )
  }
}

function hitsOf(id, reports) {
  const hits = reports.flatMap(({path, messages}) =>
    messages.filter(({ruleId}) => ruleId === id).map(message => ({path, message})),
  )
  const verdicts = hits.map(({path, message}) => verdictOn(id, path, message)).filter(verdict => verdict !== undefined)
  return {
    files: new Set(hits.map(({path}) => path)).size,
    messages: hits.length,
    judged: verdicts.length,
    right: verdicts.filter(Boolean).length,
  }
}

// true, false, or undefined where nobody has judged.
function verdictOn(id, path, {range}) {
  if (known.has(id)) return agrees(truth[basename(path)]?.[id], range.start.line)
  const place = `${path}:${range.start.line}`
  if (judged[id]?.right?.includes(place)) return true
  if (judged[id]?.wrong?.includes(place)) return false
  return undefined
}

// Where the truth gives lines they must agree.
function agrees(entry, line) {
  if (!Array.isArray(entry) || typeof entry[0] === 'string') return entry !== undefined
  return entry.some(item => (Array.isArray(item) ? item[0] : item) === line)
}

function print(id) {
  for (const {path, messages} of [...specs.files, ...research.files]) {
    for (const {ruleId, severity, reason, range} of messages) {
      if (ruleId === id) console.log(`${path}:${range.start.line} ${severity} ${reason}`)
    }
  }
}
