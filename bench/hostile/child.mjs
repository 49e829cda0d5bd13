// Lints one family in each size and tells after each what came of it and what it cost, so that a run that is killed tells most.
import {lint, useEngine} from '../../dist/index.js'
import {FAMILIES, SIZES} from '../../test/hostile/families/index.mjs'

const [engine, name, most] = process.argv.slice(2)
useEngine(engine)
// What is loaded and compiled once is no part of what a document costs.
await lint('# A\n\n## B\n\n- [ ] c `src/a.ts:1` [d](e.md)\n', {path: 'specs/a.md'})
for (const size of SIZES.filter(size => size <= Number(most))) {
  const text = FAMILIES[name](size)
  const before = process.cpuUsage()
  const {status, reason = '', messages} = await lint(text, {path: 'specs/a.md'})
  const {user, system} = process.cpuUsage(before)
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(JSON.stringify({size, seconds: (user + system) / 1e6, peak, status, reason, messages: messages.length}))
}
