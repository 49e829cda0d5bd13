// What hostile documents cost: each family in each size with each engine, in a child that is killed when it hangs.
//
//   npm run build && node bench/hostile.mjs [--engine remark|satteri] [--only TEXT] [--most BYTES] [--seconds N]
//
// Each is checked as the command checks it: a large one in a thread, with its deadline and its memory limit. Prints what took over a second of CPU, or grew faster than the square root of the cube of its size, and exits with 1 where a
// document was neither answered nor refused.
import {spawn} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {FAMILIES, SIZES, WORLDS} from '../test/hostile/families/index.mjs'
import {exponent} from './run/report/statistics.mjs'

const {values} = parseArgs({
  options: {
    engine: {type: 'string'},
    only: {type: 'string', default: ''},
    most: {type: 'string', default: String(SIZES.at(-1))},
    seconds: {type: 'string', default: '20'},
    all: {type: 'boolean', default: false},
  },
})
const child = fileURLToPath(new URL('hostile/child.mjs', import.meta.url))
const {NODE_EXTRA_CA_CERTS: _, ...env} = process.env
const STEEP = 1.5
const SLOW = 1
// Below this a measurement is noise.
const LEAST = 0.05

function run(engine, name) {
  return new Promise(resolve => {
    const lint = spawn(process.execPath, ['--max-old-space-size=1024', child, engine, name, values.most], {
      env: {...env, NODE_ENV: 'production'},
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let [out, wrong, timer] = ['', '', undefined]
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(() => lint.kill('SIGKILL'), Number(values.seconds) * 1000)
    }
    wait()
    lint.stdout.on('data', data => {
      out += data
      wait()
    })
    lint.stderr.on('data', data => {
      wrong += data
    })
    lint.on('close', (code, signal) => {
      clearTimeout(timer)
      const results = out
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line))
      resolve({
        results,
        failed: code === 0 ? undefined : (signal ?? wrong.split('\n').find(line => /Error|FATAL/.test(line)) ?? code),
      })
    })
  })
}

let bad = 0
let documents = 0
let slowest = 0
let largest = 0
let late = 0
let refused = 0
for (const engine of values.engine ? [values.engine] : ['satteri', 'remark']) {
  for (const name of Object.keys({...FAMILIES, ...WORLDS}).filter(name => name.includes(values.only))) {
    const {results, failed} = await run(engine, name)
    documents += results.length
    refused += results.filter(({status}) => status === 'not-checked').length
    late += results.filter(({reason}) => /^checking it took longer/.test(reason)).length
    slowest = Math.max(slowest, ...results.map(({wall}) => wall))
    largest = Math.max(largest, ...results.map(({peak}) => peak))
    const exponents = results.slice(1).map(({size, seconds}, index) => {
      const before = results[index]
      const from = {x: before.size, y: Math.max(before.seconds, 0.001)}
      return seconds < LEAST ? 0 : (exponent([from, {x: size, y: seconds}]) ?? 0)
    })
    const steepest = Math.max(0, ...exponents)
    const dearest = Math.max(0, ...results.map(({seconds}) => seconds))
    if (failed !== undefined) bad++
    if (!values.all && failed === undefined && dearest < SLOW && steepest < STEEP) continue
    const cells = results.map(({seconds, status}) => `${seconds.toFixed(2)}${status === 'not-checked' ? '!' : ''}`)
    const reason = results.map(({reason}) => reason).findLast(Boolean) ?? ''
    const peak = Math.max(0, ...results.map(each => each.peak))
    const grows = exponents.map(exponent => exponent.toFixed(1)).join(' ')
    console.log([engine, name, cells.join(' '), grows, `${peak} MiB`, failed ?? '', reason].join(' | '))
  }
}
console.log(
  `${refused} not checked, ${late} of them for the time; the slowest took ${slowest.toFixed(1)} s of wall time; ${largest} MiB at most`,
)
console.log(`${documents} documents; ${bad} families were neither answered nor refused`)
process.exitCode = bad > 0 ? 1 : 0
