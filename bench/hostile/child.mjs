// Lints one family in each size, as the command does, and tells after each what came of it and what it cost, so that a run that is
// killed tells most.
import {mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {lintFiles, openThreads, useEngine} from '../../dist/index.js'
import {SIZES, worldOf} from '../../test/hostile/families/index.mjs'

const [engine, name, most] = process.argv.slice(2)
useEngine(engine)
const root = realpathSync(mkdtempSync(join(tmpdir(), 'spec-hostile-')))
process.once('exit', () => rmSync(root, {recursive: true, force: true}))
mkdirSync(join(root, 'specs'))
const threads = await openThreads()
const lintText = async text => {
  writeFileSync(join(root, 'specs/a.md'), text)
  return (await lintFiles(['specs/a.md'], {root, cwd: root, threads})).files[0]
}
// What is loaded and compiled once is no part of what a document costs; nor is a thread that has begun.
await lintText('# A\n\n## B\n\n- [ ] c `src/a.ts:1` [d](e.md)\n')
await lintText(`# A\n\n${'word '.repeat(40_000)}\n`)
for (const size of SIZES.filter(size => size <= Number(most))) {
  const {text, files} = worldOf(name, size)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), {recursive: true})
    writeFileSync(join(root, path), content)
  }
  const [before, begun] = [process.cpuUsage(), performance.now()]
  const {status, reason = '', messages} = await lintText(text)
  const wall = (performance.now() - begun) / 1000
  const {user, system} = process.cpuUsage(before)
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  const seconds = (user + system) / 1e6
  console.log(JSON.stringify({size, seconds, wall, peak, status, reason, messages: messages.length}))
}
await threads.close()
