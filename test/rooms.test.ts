import {readdirSync, readFileSync} from 'node:fs'
import {join, relative, sep} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'

const source = fileURLToPath(new URL('../src', import.meta.url))

// A room may import from its own folder and from rooms that stand before it. Rooms in one row do not know each other.
const ORDER = [
  ['text'],
  ['markdown'],
  ['template'],
  ['research'],
  ['listing'],
  ['workspace'],
  ['facts'],
  ['fixes'],
  ['generated'],
  ['lint', 'scaffold'],
  ['threads'],
  ['status', 'move'],
  ['migrate'],
  ['index.ts', 'remark.ts', 'reporters'],
  ['commands'],
  ['cli'],
  ['cli.ts'],
  ['main.ts'],
  ['start'],
]
const WORLDLY = new Set(['workspace', 'commands', 'cli', 'cli.ts', 'start', 'threads'])
// What a text's digest is made with looks at nothing, and a package that is loaded when it is needed is an import all the same.
const PURE = new Map([
  ['text/digest.ts', 'node:module'],
  ['markdown/engines/remark.ts', 'node:module'],
  ['markdown/engines/satteri.ts', 'node:module'],
  ['markdown/stringify.ts', 'node:module'],
  ['reporters/screen/width.ts', 'node:module'],
  ['text/yaml-package.ts', 'node:module'],
  ['lint/results/packed.ts', 'node:zlib'],
])
const UNIFIED = /^(?:unified|remark-|rehype-|mdast-|micromark|unist-|vfile)/

const files = readdirSync(source, {recursive: true, withFileTypes: true})
  .filter(entry => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
  .map(entry => relative(source, join(entry.parentPath, entry.name)).split(sep).join('/'))
  .sort()

const roomOf = (file: string): string => file.split('/')[0] ?? ''
const rank = (room: string): number => ORDER.findIndex(row => row.includes(room))
const code = (file: string): string =>
  readFileSync(join(source, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

function importsOf(file: string): {from: string; typeOnly: boolean}[] {
  const found = code(file).matchAll(/^(import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm)
  return [...found].map(match => ({from: match[3] ?? match[4] ?? '', typeOnly: match[2] !== undefined}))
}

test('every folder of src has its place in the order', () => {
  expect([...new Set(files.map(roomOf))].filter(room => rank(room) < 0)).toEqual([])
})

/** What is wrong, as "file: what", over all files. */
const faults = (check: (file: string, room: string) => readonly string[]): string[] =>
  files.flatMap(file => check(file, roomOf(file)).map(what => `${file}: ${what}`))

test('imports run one way', () => {
  const wrong = faults((file, room) =>
    importsOf(file)
      .filter(({from}) => from.startsWith('.'))
      .map(({from}) => join(file, '..', from).split(sep).join('/'))
      .filter(path => {
        const other = path.includes('/') ? roomOf(path) : path.replace(/\.js$/, '.ts')
        return other !== room && !(rank(other) >= 0 && rank(other) < rank(room))
      }),
  )
  expect(wrong).toEqual([])
})

test('only the Markdown room has unified and its kind', () => {
  // The plugin is a unified plugin by its nature: it knows VFileMessage, and parses nothing.
  const apart = new Set(['markdown', 'remark.ts'])
  const wrong = faults((file, room) =>
    importsOf(file)
      .filter(({from, typeOnly}) => !apart.has(room) && !typeOnly && UNIFIED.test(from))
      .map(({from}) => from),
  )
  expect(wrong).toEqual([])
})

test('only workspace, commands and cli touch the world', () => {
  const wrong = faults((file, room) => {
    if (WORLDLY.has(room)) return []
    const modules = importsOf(file).filter(
      ({from, typeOnly}) => from.startsWith('node:') && !typeOnly && PURE.get(file) !== from,
    )
    const words = code(file).match(
      /\bprocess\.|\bDate\.now|\bnew Date\(\)|\bMath\.random|localeCompare|toLocale|\bIntl\./g,
    )
    return [...modules.map(({from}) => from), ...(words ?? [])]
  })
  expect(wrong).toEqual([])
})

test('every file is small enough to be one thing', () => {
  const long = faults(file => {
    const lines = file === 'facts/types.ts' ? 0 : readFileSync(join(source, file), 'utf8').split('\n').length - 1
    return lines > 200 ? [`${lines} lines`] : []
  })
  expect(long).toEqual([])
})

// Lists of rows and columns, of lines of one message, of the parts of a path.
const FEW = new Set([
  'commands/config.ts',
  'commands/rules.ts',
  'commands/support/list/layout.ts',
  'commands/support/questions/account-text.ts',
  'commands/support/research-listing.ts',
  'commands/support/status/request.ts',
  'facts/citations/beside/quotation.ts',
  'reporters/screen/mended.ts',
  'reporters/screen/message.ts',
  'reporters/screen/summary.ts',
  'reporters/screen/wrap.ts',
  'scaffold/address.ts',
  'scaffold/metadata-form.ts',
  'template/titles.ts',
  'workspace/foreign.ts',
  'workspace/history/spot.ts',
])

test('no list that grows with a document is spread into a call, which has room for some hundred thousand items', () => {
  const spread = /\b(?:push|unshift|splice|concat|max|min|fromCharCode|fromCodePoint)\(\s*(?:[^(){}]*,\s*)?\.\.\./
  const found = files.filter(file => spread.test(code(file)))
  expect(found.filter(file => !FEW.has(file))).toEqual([])
  expect([...FEW].filter(file => !found.includes(file))).toEqual([])
})

// Those that note what they look at by hand, or look at nothing that a document's check hangs on: what is written, watched, rehearsed,
// kept, and git's own files, whose looks `git/looks.ts` notes.
const NOTING = new Set([
  'config/find.ts',
  'create.ts',
  'folders.ts',
  'git/environment.ts',
  'git/looks.ts',
  'git/state.ts',
  'output.ts',
  'read.ts',
  'relocate.ts',
  'replace.ts',
  'store/make.ts',
  'store/own.ts',
  'store/store.ts',
  'sweep.ts',
  'trace/disk.ts',
  'trace/looks.ts',
  'trace/verdict.ts',
  'write.ts',
])

test('what looks at the disk does so by what notes it, so that a run can be told again', () => {
  const wrong = faults((file, room) => {
    const path = file.slice('workspace/'.length)
    if (room !== 'workspace' || NOTING.has(path) || /^(?:watch|rehearsal)\//.test(path)) return []
    return importsOf(file)
      .filter(({from, typeOnly}) => /^node:fs/.test(from) && !typeOnly)
      .map(({from}) => from)
  })
  expect(wrong).toEqual([])
})
