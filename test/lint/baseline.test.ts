import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {frozen, holdAgainst} from '../../src/lint/baseline/hold.js'
import type {Checked} from '../../src/lint/baseline/index.js'
import {type Baseline, type BaselineEntry, baselineText, countOf, readBaseline} from '../../src/lint/baseline/index.js'
import {lintFiles} from '../../src/lint/index.js'
import type {Message} from '../../src/lint/types.js'
import {doubtful, sound} from '../cli/documents.js'
import {repository} from '../support/folders.js'

const here = {line: 1, column: 1, offset: 0}
const messageOf = (rule: string, content: string, section = ''): Message => ({
  ruleId: rule,
  severity: 'error',
  reason: 'x',
  range: {start: here, end: here},
  schemaPath: 'x',
  accused: {section, content},
  fingerprint: 'x',
})
const checkedOf = (path: string, ...messages: Message[]): Checked => ({
  report: {path, kind: 'rfc', status: 'checked', messages, skipped: []},
  unjudged: {rules: new Set(), places: []},
})
const settled = (...gone: string[]) => ({gone, isSettled: () => true, exempt: new Set<string>()})
const keep = {gone: [], isSettled: () => false, exempt: new Set<string>()}

const word = fc.constantFrom('a', 'b', 'a  b', 'ab', '\u202E"\\', '…')
const message = fc.tuple(word, word, word).map(([rule, content, section]) => messageOf(rule, content, section))
const documents = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a.md', 'b.md', '__proto__', 'd/c.md'), fc.array(message, {maxLength: 6})), {
    selector: ([path]) => path,
  })
  .map(all => all.map(([path, messages]) => checkedOf(path, ...messages)))

describe('whatever is found', () => {
  test('is left out once it is frozen, and what is written is read back', () => {
    fc.assert(
      fc.property(documents, all => {
        const baseline = frozen(new Map(), all, keep)
        const {files, report} = holdAgainst(baseline, all, keep)
        expect(files.flatMap(({messages}) => messages)).toEqual([])
        expect(report.stale).toEqual([])
        const text = baselineText(baseline)
        const reading = readBaseline(text)
        expect(reading).toEqual({ok: true, baseline})
        // As JSON of another form too.
        expect(readBaseline(JSON.stringify(JSON.parse(text)))).toEqual(reading)
        expect(baselineText(frozen(baseline, [...all].reverse(), keep))).toBe(text)
      }),
      {numRuns: 300, seed: 20_261_126},
    )
  })

  test('of it and of what is frozen, each is matched, told or stale, and nothing twice', () => {
    fc.assert(
      fc.property(documents, documents, (before, after) => {
        const baseline = frozen(new Map(), before, keep)
        const {files, report} = holdAgainst(baseline, after, keep)
        for (const {
          report: {path, messages},
        } of after) {
          const file = files.find(file => file.path === path)
          const matched = file?.baselined ?? 0
          expect(matched + (file?.messages.length ?? 0)).toBe(messages.length)
          const stale = countOf(report.stale.find(part => part.path === path)?.entries ?? [])
          expect(matched + stale).toBe(countOf(baseline.get(path) ?? []))
        }
        // Pruned, nothing is stale, and nothing else is told.
        const again = holdAgainst(report.next, after, keep)
        expect(again.report.stale).toEqual([])
        expect(again.files).toEqual(files)
      }),
      {numRuns: 300, seed: 20_261_126},
    )
  })
})

describe('a document that is gone', () => {
  const three = ['one', 'two', 'three'].map(text => messageOf('r', text))
  const baseline = (paths: Record<string, Message[]>): Baseline =>
    frozen(
      new Map(),
      Object.entries(paths).map(([path, messages]) => checkedOf(path, ...messages)),
      keep,
    )
  const renamed = (frozenAs: Record<string, Message[]>, now: Record<string, Message[]>, ...gone: string[]) =>
    holdAgainst(
      baseline(frozenAs),
      Object.entries(now).map(([path, messages]) => checkedOf(path, ...messages)),
      settled(...gone),
    ).report.renamed

  test('goes on as the one that has most of its entries, exactly one', () => {
    expect(renamed({'old.md': three}, {'x.md': three.slice(0, 2), 'y.md': three}, 'old.md')).toEqual([
      {from: 'old.md', to: 'y.md'},
    ])
  })
  test('of equal ones as the one with its file name, else the first by path', () => {
    expect(renamed({'old.md': three}, {'y.md': three, 'x.md': three}, 'old.md')).toEqual([{from: 'old.md', to: 'x.md'}])
    expect(renamed({'old.md': three}, {'x.md': three, 'z/old.md': three}, 'old.md')).toEqual([
      {from: 'old.md', to: 'z/old.md'},
    ])
  })
  test('not as one that has less than half of them, or entries of its own', () => {
    expect(renamed({'old.md': three}, {'x.md': three.slice(0, 1)}, 'old.md')).toEqual([])
    expect(renamed({'old.md': three, 'x.md': three}, {'x.md': three}, 'old.md')).toEqual([])
  })
  test('of two that are gone each has its own', () => {
    const found = renamed(
      {'a.md': three, 'b.md': three.slice(0, 2)},
      {'x.md': three, 'y.md': three.slice(0, 2)},
      'a.md',
      'b.md',
    )
    expect(found).toEqual([
      {from: 'a.md', to: 'x.md'},
      {from: 'b.md', to: 'y.md'},
    ])
  })
})

test('what could not be looked up here is neither told as stale nor pruned', async () => {
  const text = sound.replace('In one go.', 'In one go, as `src/old.ts:1` had it (commit 1234abc).')
  const root = repository({'specs/a.md': text, 'src/a.ts': 'a\n'})
  const entry: BaselineEntry = {
    count: 1,
    rule: 'dead-code-citation',
    section: 'migration-rollout-and-testing',
    text: 'src/old.ts',
  }
  const baseline: Baseline = new Map([['specs/a.md', [entry, {...entry, section: 'open-questions'}]]])
  const report = await lintFiles([], {root, baseline})
  expect(report.files[0]?.skipped).toMatchObject([{check: 'source code'}])
  expect(report.baseline?.stale).toEqual([{path: 'specs/a.md', entries: [{...entry, section: 'open-questions'}]}])
  expect(report.baseline?.next).toEqual(new Map([['specs/a.md', [entry]]]))
})

test('the library: frozen, written, read, and left out', async () => {
  const root = repository({'specs/a.md': doubtful})
  const {baseline: made} = await lintFiles([], {root, baseline: new Map(), freeze: true})
  const reading = readBaseline(baselineText(made?.next ?? new Map()))
  if (!reading.ok) throw new Error('It cannot be read')
  const {summary} = await lintFiles([], {root, baseline: reading.baseline})
  expect(summary).toMatchObject({warnings: 0, baselined: 1, stale: 0})
})
