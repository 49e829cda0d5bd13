// Measures what linting costs, beside other linters, and holds it against the goals.
//
//   npm run build && npm run bench -- --help
//
// Inputs are made of the corpus beside the project, in a temporary folder, which is removed in the end.
import {mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {prepare} from './run/commands/groups.mjs'
import {installed, versionsOf} from './run/commands/peers.mjs'
import {readCorpus} from './run/inputs/corpus.mjs'
import {machine, versions} from './run/measure/machine.mjs'
import {measure} from './run/measure/rounds.mjs'
import {commandOf, readOptions, USAGE} from './run/options.mjs'
import {figure} from './run/report/figures.mjs'
import {verdicts} from './run/report/goals.mjs'
import {plotOf} from './run/report/plot.mjs'
import {reportOf} from './run/report/report.mjs'
import {readResults, resultsText} from './run/report/results.mjs'

const started = performance.now()

async function main() {
  const options = readOptions(process.argv.slice(2))
  if (options.help) return process.stdout.write(USAGE)
  const out = options.out ?? (options.quick && !options.plot ? undefined : fileURLToPath(new URL('.', import.meta.url)))
  const results = out === undefined ? {groups: {}} : readResults(join(out, 'results.json'))
  if (options.plot) return keep(results, out)
  const corpus = readCorpus()
  if (corpus === undefined)
    throw new Error('The corpus is not beside the project (../shared/corpus): there is nothing to measure on')
  const peers = installed(options.peers, say)
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'spec-bench-')))
  const remove = () => rmSync(scratch, {recursive: true, force: true})
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130))
  process.once('exit', remove)
  for (const name of options.groups) {
    results.groups[name] = await measured(name, {options, corpus, peers, scratch})
    rmSync(join(scratch, name), {recursive: true, force: true})
    if (out !== undefined) keep(results, out)
  }
  print(results, options.groups)
}

async function measured(name, {options, corpus, peers, scratch}) {
  const {seed, runs, quick} = options
  const tell = line => say(`${name}: ${line}`)
  tell('makes the input')
  // Before it takes its time, in which a commit may come.
  const ours = versions()
  const allPeers = !options.peers.includes('all') && !quick
  const {input, roots, commands} = await prepare(name, {corpus, seed, scratch, quick, peers, allPeers, say: tell})
  const rows = await measure(commands, {roots, runs, memoryRuns: name === 'one' && !quick ? 3 : 1, scratch, say: tell})
  for (const {shown, note} of rows) if (note !== undefined) tell(`${shown} does not count: ${note}`)
  const used = peers.filter(peer => rows.some(({id}) => id.startsWith(peer)))
  return {
    date: new Date().toISOString().slice(0, 10),
    command: commandOf(options, name),
    runs,
    seed,
    machine: machine(),
    versions: {...ours, ...versionsOf(used)},
    input,
    rows,
  }
}

function keep(results, out) {
  mkdirSync(out, {recursive: true})
  writeFileSync(join(out, 'results.json'), resultsText(results))
  writeFileSync(join(out, 'RESULTS.md'), reportOf(results))
  writeFileSync(join(out, 'results.svg'), plotOf(results))
}

function print(results, groups) {
  for (const {group, name, unit, bound, least, value, reached} of verdicts(results)) {
    if (value === undefined || !groups.includes(group)) continue
    console.log(
      `${reached ? 'reached    ' : 'not reached'} ${name}: ${figure(value)}, ${least ? 'at least' : 'at most'} ${figure(bound)} ${unit}`,
    )
  }
}

function say(line) {
  console.error(`${String(Math.round((performance.now() - started) / 1000)).padStart(5)} s  ${line}`)
}

try {
  await main()
} catch (error) {
  console.error(error.message)
  process.exitCode = 2
}
