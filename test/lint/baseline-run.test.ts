import {describe, expect, test} from 'vitest'
import {type BaselineEntry, type Checked, holdRun, readBaseline} from '../../src/lint/baseline/index.js'
import type {Run} from '../../src/lint/baseline/run.js'
import type {Message} from '../../src/lint/types.js'
import {folder} from '../support/folders.js'
import {open} from '../workspace/support.js'
import {point} from './support.js'

const entry = (text: string, count = 1): BaselineEntry => ({count, rule: 'residue', section: '', text})
const message = (content: string): Message => ({
  ruleId: 'residue',
  severity: 'error',
  reason: content,
  range: {start: point(1), end: point(1)},
  schemaPath: 'x',
  accused: {section: '', content},
  fingerprint: content,
})
const checked = (path: string, ...contents: string[]): Checked => ({
  report: {path, kind: 'rfc', status: 'checked', messages: contents.map(message), skipped: []},
  unjudged: {rules: new Set(), places: []},
})

describe('a run that a baseline is held against', () => {
  const BASELINE = new Map([
    ['specs/a.md', [entry('one')]],
    ['specs/there.md', [entry('two')]],
    ['specs/old.md', [entry('three'), entry('four')]],
    ['specs/gone.md', [entry('five')]],
    ['research/gone.md', [entry('six')]],
  ])
  const FILES = [checked('specs/a.md', 'one', 'seven'), checked('specs/new.md', 'three', 'four')]

  /** What comes of it in a workspace in which one of the documents is there. */
  async function held(more: Partial<Run> = {}, files = FILES) {
    const workspace = await open(folder({'spec.config.yaml': '', 'specs/there.md': '# A\n'}))
    const run: Run = {workspace, freeze: false, statuses: new Map(), isWhole: true, researchToo: false, ...more}
    const {report, notes, exempted, files: left} = await holdRun(BASELINE, files, run)
    await workspace.close()
    return {
      left: left.map(({path, messages}) => [path, ...messages.map(({reason}) => reason)].join(' ')),
      stale: report.stale.map(({path}) => path),
      renamed: report.renamed,
      next: [...report.next].map(([path, entries]) => [path, ...entries.map(({text}) => text)].join(' ')),
      notes: notes.map(({code, text}) => `${code}: ${text}`),
      exempted,
    }
  }

  test('tells what is gone, and what it has become', async () => {
    expect(await held()).toEqual({
      left: ['specs/a.md seven', 'specs/new.md'],
      stale: ['specs/gone.md'],
      renamed: [{from: 'specs/old.md', to: 'specs/new.md'}],
      next: ['research/gone.md six', 'specs/a.md one', 'specs/old.md four three', 'specs/there.md two'],
      notes: ['baseline-renamed: "specs/old.md" is gone: what the baseline has of it counts for "specs/new.md"'],
      exempted: [],
    })
  })

  test('tells of what is gone only what it could have found again', async () => {
    expect((await held({researchToo: true})).stale).toEqual(['research/gone.md', 'specs/gone.md'])
    const part = await held({isWhole: false, researchToo: true})
    expect([part.stale, part.renamed.length]).toEqual([[], 1])
  })

  test('freezes all that is found', async () => {
    const all = await held({freeze: true, statuses: new Map([['specs/a.md', {before: 'x', now: 'y'}]])})
    expect(all.left).toEqual(['specs/a.md', 'specs/new.md'])
    expect(all.notes).toEqual([])
    expect(all.next).toEqual([
      'research/gone.md six',
      'specs/a.md one seven',
      'specs/new.md four three',
      'specs/there.md two',
    ])
  })

  test('tells where it does not count, for a status has changed', async () => {
    const statuses = new Map([
      ['specs/a.md', {before: 'Draft', now: 'Approved\u202E'}],
      ['specs/new.md', {before: 'Draft', now: undefined}],
    ])
    const {left, exempted, notes} = await held({statuses})
    expect(left).toEqual(['specs/a.md one seven', 'specs/new.md three four'])
    expect(exempted).toEqual(['specs/a.md', 'specs/new.md'])
    expect(notes).toEqual([
      expect.stringMatching(
        /^baseline-status: The status of "specs\/a\.md" has changed from "Draft" to "Approved[^\u202E]+": the baseline does not count for it$/,
      ),
      'baseline-status: The status of "specs/new.md" has changed from "Draft" to "none": the baseline does not count for it',
      'baseline-renamed: "specs/old.md" is gone: what the baseline has of it counts for "specs/new.md"',
    ])
  })

  test('looks at nothing where it has checked all that is frozen', async () => {
    const workspace = {look: () => Promise.reject(new Error('Nobody asks'))} as unknown as Run['workspace']
    const files = [...BASELINE.keys()].map(path => checked(path))
    const run: Run = {workspace, freeze: false, statuses: new Map(), isWhole: true, researchToo: true}
    const {report, notes} = await holdRun(BASELINE, files, run)
    expect([report.next, report.renamed, notes, report.stale.length]).toEqual([new Map(), [], [], 5])
  })
})

test('a baseline may be as large as that of a large repository, and no larger', () => {
  const violations = (count: number) =>
    JSON.stringify({
      schemaVersion: 1,
      violations: {'a.md': Array.from({length: count}, (_, each) => ({...entry(`text ${each}`)}))},
    })
  const reading = readBaseline(violations(20_000))
  expect(reading.ok && reading.baseline.get('a.md')).toHaveLength(20_000)
  expect(readBaseline(`[${' '.repeat(16_000_000)}]`)).toMatchObject({
    ok: false,
    problems: [{range: {start: {line: 1}}}],
  })
})
