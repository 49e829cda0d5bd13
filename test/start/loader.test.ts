import {execFileSync, spawnSync} from 'node:child_process'
import {readdirSync, readFileSync, statSync, utimesSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {loadCached} from '../../src/start/code-cache.js'
import {engineFlags, partsAtRest} from '../../src/start/engine-flags.js'
import {folder} from '../support/folders.js'

const SOURCE =
  'exports.sum = (a, b) => a + b\nexports.where = [__filename, __dirname, typeof require("node:fs").readFileSync]\n'

const wrapped = (source: string) => `(function(exports,require,module,__filename,__dirname){${source}\n})`

function program(source = SOURCE) {
  const root = folder({'program.cjs': wrapped(source)})
  const home = folder()
  const file = join(root, 'program.cjs')
  const load = (env: Record<string, string> = {}, use = 'lint') =>
    loadCached(file, 'build', use, {XDG_CACHE_HOME: home, ...env})
  const kept = () => {
    try {
      return readdirSync(join(home, 'specwright', 'code'))
    } catch {
      return []
    }
  }
  return {root, home, file, load, kept}
}

test('a file is loaded as "require" does it, and its code is kept for the next run', () => {
  const {root, home, file, load, kept} = program()
  const first = load()
  expect(first.exports).toMatchObject({where: [file, root, 'function']})
  expect((first.exports as {sum(a: number, b: number): number}).sum(1, 2)).toBe(3)
  expect(kept()).toEqual([])
  first.keep?.()
  expect(kept()).toEqual([`lint-build-${process.version}-${process.arch}.bin`])

  const path = join(home, 'specwright', 'code', kept()[0] ?? '')
  utimesSync(path, 1_700_000_000, 1_700_000_000)
  const second = load()
  expect(second.exports).toMatchObject({where: [file, root, 'function']})
  expect(second.keep).toBeUndefined()
  expect(statSync(path).mtimeMs).toBe(1_700_000_000_000)
})

test('code of another text is compiled anew, and kept in its place', () => {
  const {home, file, load, kept} = program()
  load().keep?.()
  const path = join(home, 'specwright', 'code', kept()[0] ?? '')
  const before = readFileSync(path)
  writeFileSync(file, wrapped(`${SOURCE}exports.more = true\n`))
  const loaded = load()
  expect(loaded.exports).toMatchObject({more: true})
  loaded.keep?.()
  expect(readFileSync(path).equals(before)).toBe(false)
})

test('nothing is kept where that is not wanted, and a word that is no command has no name of its own', () => {
  const {load, kept} = program()
  expect(load({SPEC_NO_CACHE: '1'}).keep).toBeUndefined()
  expect(kept()).toEqual([])
  load({}, '--version').keep?.()
  expect(kept()).toEqual([`other-build-${process.version}-${process.arch}.bin`])
})

test('the engine is set up by flags that this version of it was tried with', () => {
  const common = engineFlags('99.0.0')
  expect(common).toContain('--regexp-tier-up-ticks=0')
  expect(engineFlags('20.19.0')).toEqual([...common, '--interrupt-budget=1000000'])
  expect(engineFlags('24.1.0')).toEqual(engineFlags('22.12.0'))
  expect(partsAtRest('20.19.0', [])).toEqual(['opt', 'sparkplug', 'incremental-marking'])
  expect(partsAtRest('22.12.0', ['--no-opt', '--title=a'])).toEqual(['incremental-marking'])
  expect(partsAtRest('24.1.0', [])).toEqual([])
})

test.each([
  ['--no-opt', ['sparkplug', 'incremental-marking']],
  ['--noopt', ['sparkplug', 'incremental-marking']],
  ['--sparkplug', ['opt', 'incremental-marking']],
  ['--no_incremental_marking', ['opt', 'sparkplug']],
])('parts that Node was started with or without stay as they are: %s', (flag, parts) => {
  expect(partsAtRest('20.19.0', ['--import', './a.js', flag])).toEqual(parts)
})

test('no version of the engine complains of its flags', () => {
  const flags = new URL('../../dist/start/engine-flags.js', import.meta.url).href
  const script = `
    import {setEngineFlags} from ${JSON.stringify(flags)}
    setEngineFlags()
    console.log('set')`
  const {stdout, stderr} = spawnSync(process.execPath, ['--input-type=module', '-e', script], {encoding: 'utf8'})
  expect({stdout, stderr}).toEqual({stdout: 'set\n', stderr: ''})
})

// Those that ran once are bytecode yet, which the engine would never look for where it was told to make none.
test.each([0, 1, 2, 3])('patterns that ran before the flags were set run on: %i times', times => {
  const flags = new URL('../../dist/start/engine-flags.js', import.meta.url).href
  const script = `
    import {setEngineFlags} from ${JSON.stringify(flags)}
    // The engine keeps one program for all that are the same.
    const patterns = way => [/a+b/, /(\\d+)-(\\d+)/g, /[\\p{L}]+/u, /^x/m, /[^a]b/g].map(({source, flags}) => new RegExp(source + '|q' + way, flags))
    const texts = ['e', '\\u4e00'].map(sign => ('aab 12-34 ' + sign + '\\nx ').repeat(50))
    const ways = [
      (text, each) => text.replace(each, () => 'y'),
      (text, each) => text.search(each),
      (text, each) => text.match(each),
      (text, each) => text.split(each),
    ]
    const sought = ways.flatMap((way, index) => patterns(index).map(each => text => JSON.stringify(way(text, each))))
    const before = sought.map(seek => Array.from({length: ${times}}, () => seek(texts[0])).at(-1))
    setEngineFlags()
    const behind = sought.map(seek => seek(texts[0]))
    for (let round = 0; round < 50; round++) for (const text of texts) sought.map(seek => seek(text))
    console.log(JSON.stringify({before, behind, last: sought.map(seek => seek(texts[0]))}))`
  const {stdout, stderr, status} = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  })
  expect({stderr, status}).toEqual({stderr: '', status: 0})
  const {before, behind, last} = JSON.parse(stdout) as Record<string, (string | null)[]>
  expect(behind).toHaveLength(20)
  expect(last).toEqual(behind)
  if (times > 0) expect(before).toEqual(behind)
})

/** Whether V8 has optimised a function that ran hot after the compilers were put to rest, and again after they were woken. */
function optimised(...argv: string[]): boolean[] {
  const rest = new URL('../../dist/start/rest.js', import.meta.url).href
  const script = `
    import {restEngine} from ${JSON.stringify(rest)}
    const hot = (a, b) => a * b + a % 7
    const isOptimised = () => { for (let n = 0, sum = 0; n < 1e6; n++) sum += hot(n, sum); return (%GetOptimizationStatus(hot) & 16) !== 0 }
    const wake = restEngine(${JSON.stringify(argv)})
    const before = isOptimised()
    wake()
    console.log(JSON.stringify([before, isOptimised()]))`
  const flags = [
    '--allow-natives-syntax',
    '--no-concurrent-recompilation',
    '--no-use-osr',
    '--input-type=module',
    '-e',
    script,
  ]
  return JSON.parse(execFileSync(process.execPath, flags, {encoding: 'utf8'})) as boolean[]
}

test.runIf(process.version.startsWith('v20.'))(
  'compilers rest in runs of a few documents, until they are woken',
  () => {
    expect(optimised('lint', 'specs/a.md')).toEqual([false, true])
    expect(optimised('lint', 'a.md', 'b.md', 'c.MD', 'd.markdown')).toEqual([false, true])
  },
)

test.each([
  ['all documents', ['lint']],
  ['those of a folder', ['lint', 'specs']],
  ['those of a pattern', ['lint', 'specs/*.md']],
  ['many', ['lint', 'a.md', 'b.md', 'c.md', 'd.md', 'e.md']],
])('compilers are awake in a run of %s', (_, argv) => {
  expect(optimised(...argv)).toEqual([true, true])
})

/** Whether V8 looks for garbage in steps in a run of these arguments that lasts for so many milliseconds, in a heap that grows fast. */
function marks(argv: readonly string[], milliseconds = 0): boolean {
  const rest = new URL('../../dist/start/rest.js', import.meta.url).href
  const script = `
    import {restEngine} from ${JSON.stringify(rest)}
    restEngine(${JSON.stringify(argv)})
    if (${milliseconds} > 0) await new Promise(done => setTimeout(done, ${milliseconds}))
    const held = []
    for (let n = 0; n < 4000; n++) held.push(new Array(1000).fill(n))
    console.log(held.length)`
  const flags = ['--trace-incremental-marking', '--initial-old-space-size=4', '--input-type=module', '-e', script]
  const told = execFileSync(process.execPath, flags, {encoding: 'utf8'})
  expect(told).toContain('4000\n')
  return told.includes('[IncrementalMarking] Start')
}

test.runIf(/^v2[02]\./.test(process.version))('in short runs garbage is not looked for in steps', () => {
  expect(marks(['lint', 'specs/a.md'])).toBe(false)
  expect(marks(['lint', 'specs'])).toBe(true)
})

test('a run that turns out to be a long one is not left without', () => {
  expect(marks(['lint', 'specs/a.md'], 300)).toBe(true)
})
