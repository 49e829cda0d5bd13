import {describe, expect, test} from 'vitest'
import {frozen, holdAgainst} from '../../src/lint/baseline/hold.js'
import {type BaselineEntry, baselineText, type Checked, countOf, readBaseline} from '../../src/lint/baseline/index.js'
import {isJudged} from '../../src/lint/baseline/match.js'
import type {Message} from '../../src/lint/types.js'
import {point} from './support.js'

const entry = (text: string, more: Partial<BaselineEntry> = {}): BaselineEntry => ({
  count: 1,
  rule: 'residue',
  section: 'costs',
  text,
  ...more,
})

describe('a baseline as text', () => {
  const TEXT = `{
  "schemaVersion": 1,
  "violations": {
    "a.md": [
      {"count": 3, "rule": "dead-citation", "section": "", "text": "x"},
      {"count": 1, "rule": "residue", "section": "costs", "text": "a \\u202e \\"b\\""}
    ],
    "b/c.md": [
      {"count": 2, "rule": "residue", "section": "costs", "text": "d"}
    ]
  }
}
`
  test('has an entry a line, equal ones as one, in order, and nothing of what has none', () => {
    const baseline = new Map([
      ['b/c.md', [entry('d', {count: 2}), entry('e', {count: 0})]],
      ['none.md', []],
      ['zero.md', [entry('e', {count: 0})]],
      [
        'a.md',
        [
          entry('a \u202E "b"'),
          entry('x', {rule: 'dead-citation', section: '', count: 2}),
          // White space does not count, and the first form stays.
          entry(' x', {rule: 'dead-citation', section: ''}),
        ],
      ],
    ])
    expect(baselineText(baseline)).toBe(TEXT)
    const reading = readBaseline(TEXT)
    expect(reading.ok && [...reading.baseline]).toEqual([
      ['a.md', [entry('x', {rule: 'dead-citation', section: '', count: 3}), entry('a \u202E "b"')]],
      ['b/c.md', [entry('d', {count: 2})]],
    ])
    expect(countOf([...(reading.ok ? reading.baseline.values() : [])].flat())).toBe(6)
    expect(baselineText(new Map())).toBe('{\n  "schemaVersion": 1,\n  "violations": {}\n}\n')
  })

  test('may be written in another form, but says nothing twice', () => {
    const yaml = 'schemaVersion: 1\nviolations:\n  a.md:\n    - {count: 1, rule: residue, section: costs, text: d}\n'
    expect(readBaseline(yaml)).toEqual({ok: true, baseline: new Map([['a.md', [entry('d')]]])})
    const twice = TEXT.replace('b/c.md', 'a.md')
    expect(readBaseline(twice)).toMatchObject({ok: false, problems: [{range: {start: {line: 8}}}]})
  })
})

describe('what is wrong with a baseline is told at its place', () => {
  const ANEW = 'delete the file and write it anew with "spec lint --update-baseline"'
  const told = (text: string) => {
    const reading = readBaseline(text)
    return reading.ok
      ? []
      : reading.problems.map(({severity, reason, range: {start, end}, suggestions = []}) => {
          expect(severity).toBe('error')
          const place = `${start.line}:${start.column}-${end.line}:${end.column}`
          return [`${place} ${reason}`, ...suggestions].join(' | ')
        })
  }

  test('as a whole', () => {
    expect(told('[1]\n')).toEqual([`1:1-1:4 Unexpected content, expected a baseline; ${ANEW}`])
    expect(told('{}\n')).toEqual([`1:1-1:3 Missing "schemaVersion", expected 1; ${ANEW}`])
    expect(told('{"schemaVersion": 2, "other": 1}')).toEqual([
      `1:2-1:17 Unexpected version 2 of the baseline, expected 1; ${ANEW}`,
    ])
    expect(told('{"schemaVersion": "1"}')).toEqual([
      `1:2-1:17 Unexpected version "1" of the baseline, expected 1; ${ANEW}`,
    ])
    expect(told('{"schemaVersion": 1}')).toEqual(['1:1-1:21 Missing "violations", expected entries by path'])
    expect(told('{\n"schemaVersion": 1,\n"violations": [],\n"violation": {}\n}')).toEqual([
      '4:1-4:12 Unexpected key "violation", expected one of schemaVersion, violations | violations',
      '3:1-3:13 Missing "violations", expected entries by path',
    ])
    expect(told('{"schemaVersion": 1,')[0]).toMatch(/^1:1-\d:\d+ Unexpected text that is no YAML or JSON/)
  })

  test('of a document', () => {
    const paths = ['', '../a.md', '/a.md', 'C:/a.md', 'a\\\\b.md', 'a\\u0000.md']
    const text = `{"schemaVersion": 1, "violations": {\n${paths.map(path => `"${path}": []`).join(',\n')}\n}}`
    expect(told(text)).toEqual(
      paths.map(
        (path, index) =>
          `${index + 2}:1-${index + 2}:${path.length + 3} Unexpected path "${JSON.parse(`"${path}"`)}", expected one below the workspace's root, with "/"`,
      ),
    )
    for (const path of ['a.md', '.a/b.md', 'ab:c.md', 'a..b/c.md'])
      expect(told(`{"schemaVersion": 1, "violations": {"${path}": []}}`), path).toEqual([])
    expect(told('{"schemaVersion": 1, "violations": {"a/b.md": {}}}')).toEqual([
      '1:37-1:45 Unexpected value, expected a list of entries',
    ])
  })

  test('of an entry', () => {
    const lines = [
      '1',
      '{}',
      '{"count": 0, "rule": "", "section": "", "text": ""}',
      '{"count": 1.5, "rule": 1, "section": null, "text": []}',
      '{"count": "1", "rule": "a", "section": "b", "txt": "c"}',
    ]
    expect(told(`{"schemaVersion": 1, "violations": {"a.md": [\n${lines.join(',\n')}\n]}}`)).toEqual([
      '2:1-2:2 Unexpected value, expected an entry with count, rule, section, text',
      ...['count', 'rule', 'section', 'text'].map(key => `3:1-3:3 Missing "${key}" of an entry`),
      '4:2-4:9 Unexpected count 0, expected a number from 1',
      '4:14-4:20 Unexpected value of "rule", expected a text',
      '5:2-5:9 Unexpected count 1.5, expected a number from 1',
      '5:16-5:22 Unexpected value of "rule", expected a text',
      '5:27-5:36 Unexpected value of "section", expected a text',
      '5:44-5:50 Unexpected value of "text", expected a text',
      '6:45-6:50 Unexpected key "txt", expected one of count, rule, section, text | text',
      '6:2-6:9 Unexpected count "1", expected a number from 1',
      '6:1-6:56 Missing "text" of an entry',
    ])
  })

  test('where git has left two sides', () => {
    const conflict =
      'Unexpected mark of a merge conflict, expected what both sides freeze; keep the lines of both, or take either side and write it anew with "spec lint --update-baseline"'
    const text = baselineText(new Map([['a.md', [entry('d')]]])).split('\n')
    for (const mark of ['<<<<<<< HEAD', '||||||| base', '=======', '>>>>>>> other', '=======\r']) {
      const marked = [...text.slice(0, 3), mark, ...text.slice(3)].join('\n')
      expect(told(marked), mark).toEqual([`4:1-4:${mark.trim().length + 1} ${conflict}`])
    }
    for (const mark of ['<<<<<< HEAD', '<<<<<<<< HEAD', ' <<<<<<< HEAD', '<<<<<<<HEAD'])
      expect(told([...text.slice(0, 3), mark, ...text.slice(3)].join('\n')).join(), mark).not.toContain(conflict)
  })
})

describe('what a run makes of a baseline', () => {
  const here = {start: point(1), end: point(1)}
  const message = (content: string, ruleId = 'residue'): Message => ({
    ruleId,
    severity: 'error',
    reason: content,
    range: here,
    schemaPath: 'x',
    accused: {section: 'costs', content},
    fingerprint: content,
  })
  const checked = (path: string, messages: Message[], more: Partial<Checked> = {}): Checked => ({
    report: {path, kind: 'rfc', status: 'checked', messages, skipped: []},
    unjudged: {rules: new Set(), places: []},
    ...more,
  })
  const around = (more: object = {}) => ({gone: [], isSettled: () => false, exempt: new Set<string>(), ...more})
  const [one, two] = [message('one'), message('two')]

  test('leaves out what is frozen, as often as it is, and tells what is stale', () => {
    const baseline = new Map([['a.md', [entry('one', {count: 2}), entry('old', {count: 3})]]])
    const files = [checked('a.md', [one, two, {...one}, {...one, reason: 'third'}]), checked('b.md', [two])]
    const held = holdAgainst(baseline, files, around())
    expect(held.files.map(({messages, baselined}) => [messages.map(({reason}) => reason), baselined])).toEqual([
      [['two', 'third'], 2],
      [['two'], undefined],
    ])
    expect(held.files[1]).toBe(files[1]?.report)
    expect(held.report).toEqual({
      stale: [{path: 'a.md', entries: [entry('old', {count: 3})]}],
      renamed: [],
      next: new Map([['a.md', [entry('one', {count: 2})]]]),
    })
    expect(held.exempted).toEqual([])
  })

  test('says nothing of what was not checked, and of what is off', () => {
    const baseline = new Map([['a.md', [entry('one')]]])
    const unread = checked('a.md', [])
    const report = {...unread.report, status: 'not-checked' as const, reason: 'none'}
    const held = holdAgainst(baseline, [{...unread, report}], around())
    expect([held.files, held.report.stale, held.report.next]).toEqual([[report], [], baseline])
    const off = checked('a.md', [], {unjudged: {rules: new Set(['residue']), places: []}})
    expect(holdAgainst(baseline, [off], around()).report).toEqual({stale: [], renamed: [], next: baseline})
    expect(frozen(baseline, [off, {...unread, report}], around())).toEqual(baseline)
    expect(frozen(baseline, [checked('a.md', [])], around())).toEqual(new Map())
  })

  test('goes on under another path, and ends with a document that is gone', () => {
    const baseline = new Map([
      ['old.md', [entry('one'), entry('two')]],
      ['gone.md', [entry('three')]],
      ['lost.md', [entry('four')]],
    ])
    const gone = {gone: ['old.md', 'gone.md', 'lost.md'], isSettled: (path: string) => path === 'gone.md'}
    const files = [checked('new.md', [one]), checked('outside.md', [two], {isOutside: true})]
    const held = holdAgainst(baseline, files, around(gone))
    expect(held.files.map(({messages, baselined}) => [messages.length, baselined])).toEqual([
      [0, 1],
      [1, undefined],
    ])
    expect(held.report).toEqual({
      stale: [
        {path: 'gone.md', entries: [entry('three')]},
        {path: 'old.md', entries: [entry('two')]},
      ],
      renamed: [{from: 'old.md', to: 'new.md'}],
      next: new Map([
        ['lost.md', [entry('four')]],
        ['old.md', [entry('one')]],
      ]),
    })
    expect(frozen(baseline, files, around(gone))).toEqual(
      new Map([
        ['lost.md', [entry('four')]],
        ['new.md', [entry('one')]],
      ]),
    )
  })

  test('takes over to one document what is at least half the same, the most alike first', () => {
    const four = ['one', 'two', 'three', 'four'].map(text => entry(text))
    const renamed = (now: Record<string, Message[]>, ...gone: string[]) =>
      holdAgainst(
        new Map(gone.map(path => [path, four])),
        Object.entries(now).map(([path, messages]) => checked(path, messages)),
        around({gone}),
      ).report.renamed
    expect(renamed({'new.md': [one, two]}, 'old.md')).toEqual([{from: 'old.md', to: 'new.md'}])
    expect(renamed({'new.md': [one]}, 'old.md')).toEqual([])
    expect(renamed({'new.md': []}, 'old.md')).toEqual([])
    expect(renamed({'b/x.md': [one, two], 'a/y.md': [one, two]}, 'y.md', 'x.md')).toEqual([
      {from: 'x.md', to: 'b/x.md'},
      {from: 'y.md', to: 'a/y.md'},
    ])
    expect(renamed({'new.md': [one, two]}, 'z.md', 'a.md')).toEqual([{from: 'a.md', to: 'new.md'}])
  })

  test('does not count where a status has changed', () => {
    const baseline = new Map([['a.md', [entry('one')]]])
    const exempt = around({exempt: new Set(['a.md'])})
    const held = holdAgainst(baseline, [checked('a.md', [one, two])], exempt)
    expect([held.exempted, held.files[0]?.messages, held.files[0]?.baselined]).toEqual([
      ['a.md'],
      [one, two],
      undefined,
    ])
    expect(holdAgainst(baseline, [checked('a.md', [two])], exempt).exempted).toEqual([])
  })

  test('goes by what could have been found again', () => {
    const places = [{section: 'costs', content: 'see src/a.ts and src/b.ts'}]
    const judged = (more: Partial<BaselineEntry>, rules: string[] = []) =>
      isJudged(entry('x', more), {rules: new Set(rules), places})
    expect(judged({})).toBe(true)
    expect(judged({}, ['residue'])).toBe(false)
    expect(judged({text: 'src/ b.ts'})).toBe(false)
    expect(judged({text: 'src/b.ts', section: 'other'})).toBe(true)
    expect(judged({text: ' '})).toBe(false)
    expect(isJudged(entry(''), {rules: new Set(), places: []})).toBe(true)
  })
})
