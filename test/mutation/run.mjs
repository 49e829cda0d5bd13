// Changes the source in one place at a time, thousands of times, and tells which changes no test sees.
//
//   npm run mutation -- [PATH]... [--tests GLOB]... [--jobs N] [--anew]
//
// PATH: files and folders of src, by default src/lint, src/facts and src/fixes (many hours). --tests: nothing but these, so that the score
// is one at the least: a change that no test sees costs all of them. What was found before, and holds still, is taken over; --anew
// forgets it.
import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync, rmSync, statSync} from 'node:fs'
import {availableParallelism} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {shown, tallyOf} from './tally.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '..', '..')
const own = join(here, 'stryker')
const INSTALL = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps']
const DEFAULTS = ['src/lint', 'src/facts', 'src/fixes']
const LEAST = 85

function settingsOf() {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {
      jobs: {type: 'string', default: String(availableParallelism())},
      tests: {type: 'string', multiple: true, default: []},
      anew: {type: 'boolean', default: false},
    },
  })
  if (!/^[1-9]\d?$/.test(values.jobs)) throw new Error(`Unexpected --jobs ${values.jobs}, expected a number`)
  const paths = positionals.length > 0 ? positionals : DEFAULTS
  return {...values, mutate: paths.map(globOf)}
}

function globOf(path) {
  const stat = statSync(join(root, path), {throwIfNoEntry: false})
  if (!stat || !path.startsWith('src/')) throw new Error(`${path} is no file or folder of src`)
  return stat.isDirectory() ? `${path.replace(/\/$/, '')}/**/*.ts` : path
}

function install() {
  if (existsSync(join(own, 'node_modules'))) return
  console.log('installing Stryker into test/mutation/stryker')
  const {status, error} = spawnSync('npm', INSTALL, {cwd: own, stdio: 'inherit'})
  if (status !== 0) throw new Error(`Stryker could not be installed${error ? `: ${error.message}` : ''}`)
}

function main() {
  const {jobs, tests, anew, mutate} = settingsOf()
  install()
  const report = join(own, 'report.json')
  rmSync(report, {force: true})
  const stryker = join(own, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js')
  const args = ['run', 'test/mutation/stryker.config.mjs', '--concurrency', jobs, '--mutate', mutate.join(',')]
  args.push('--incremental', ...(anew ? ['--force'] : []))
  const copies = join(root, '.mutants')
  rmSync(copies, {recursive: true, force: true})
  const env = {...process.env, ...(tests.length > 0 && {SPEC_MUTATION_TESTS: tests.join(' ')})}
  const {status} = spawnSync(process.execPath, [stryker, ...args], {cwd: root, stdio: 'inherit', env})
  rmSync(copies, {recursive: true, force: true})
  if (status !== 0 || !existsSync(report)) throw new Error('Stryker did not come to an end')
  const tally = tallyOf(JSON.parse(readFileSync(report, 'utf8')))
  console.log(shown(tally))
  if (tally.score < LEAST) process.exitCode = 1
}

try {
  main()
} catch (error) {
  console.error(error.message)
  process.exitCode = 2
}
