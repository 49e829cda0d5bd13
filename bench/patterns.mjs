// Shows that JavaScript's own engine takes over a second of CPU for each of the evil patterns of the tests, in a child that is
// killed then, and what the linear search takes for the same.
//
//   npm run build && node bench/patterns.mjs
//
// Exits with 1 where one of them is not slow: then it proves nothing in a test.
import {spawnSync} from 'node:child_process'
import {PatternError, patternOf} from '../dist/text/patterns/index.js'
import {EVIL} from '../test/text/patterns/evil.mjs'

const {NODE_EXTRA_CA_CERTS: _, ...env} = process.env
const SECOND = 1_000
const native = `const {pattern, attack} = JSON.parse(require('node:fs').readFileSync(0, 'utf8')); new RegExp(pattern, 'u').test(attack)`

let quick = 0
for (const {pattern, attack} of EVIL) {
  const {signal} = spawnSync(process.execPath, ['-e', native], {
    env,
    input: JSON.stringify({pattern, attack}),
    timeout: SECOND,
  })
  if (signal === null) quick++
  console.log([signal === null ? 'quick' : 'slow', ours(pattern, attack), pattern].join('\t'))
}
console.log(`${EVIL.length} patterns, ${quick} of them not slow`)
process.exitCode = quick > 0 ? 1 : 0

function ours(pattern, attack) {
  try {
    const made = patternOf(pattern)
    const before = process.cpuUsage()
    made.test(attack)
    const {user, system} = process.cpuUsage(before)
    return `${Math.round((user + system) / 1000)} ms, ${(made.steps / attack.length).toFixed(1)} steps a sign`
  } catch (error) {
    if (error instanceof PatternError) return `refused: ${error.message}`
    return String(error)
  }
}
