import {describe, expect, test} from 'vitest'
import type {Facts, Row, Task} from '../../src/facts/types.js'
import {listedOf} from '../../src/lint/index.js'
import {skippedOf} from '../../src/lint/skipped.js'
import {summarize} from '../../src/lint/summary.js'
import type {FileReport, Kind, Message, Severity} from '../../src/lint/types.js'
import type {Template} from '../../src/template/index.js'
import {factsWith, place, point, section, templateOf} from './support.js'

const kindOf = (template?: Template): Kind => ({
  name: 'note',
  ...(template && {template}),
  law: {id: 'x', rules: [], validators: {}, schema: {}},
})
const row = (value: string, more: Partial<Row> = {}): Row => ({
  source: 'table',
  label: 'Label',
  value,
  position: place(4),
  labelPosition: place(4, 5),
  ...more,
})
const date = (text: string, exists = true) => ({text, exists, position: place(4)})

describe('what a list tells of a document', () => {
  const listed = (more: Partial<Facts>, template?: Template, today?: string) =>
    listedOf(factsWith({path: 'notes/a.md', ...more}), kindOf(template), today)

  test('is its title, status and owner, each in one line', () => {
    const metadata = {
      status: row('In  Review\n(RFC), nearly', {name: 'In Review', known: true, note: 'nearly\n done'}),
      owner: row(' Team\n A '),
    }
    const title = {text: 'Billing RFC', name: 'Billing', ordinal: 1, position: place(1)}
    expect(listed({title, titles: [title], metadata})).toEqual({
      path: 'notes/a.md',
      kind: 'note',
      title: 'Billing',
      status: {value: 'In Review (RFC), nearly', name: 'In Review', known: true, note: 'nearly done'},
      statuses: [],
      owner: 'Team A',
    })
    expect(listed({title: {...title, name: ''}, metadata: {owner: row(''), status: row('Odd')}})).toEqual({
      path: 'notes/a.md',
      kind: 'note',
      title: 'Billing RFC',
      status: {value: 'Odd', name: 'Odd', known: false},
      statuses: [],
    })
    expect(listed({title: {...title, text: '', name: ''}})).not.toHaveProperty('title')
    const {title: _, ...untitled} = factsWith({path: 'notes/a.md'})
    expect(listedOf(untitled, kindOf())).toEqual({path: 'notes/a.md', kind: 'note', statuses: []})
    expect(listed({}, templateOf()).statuses).toEqual(templateOf().statuses)
  })

  test.each<[string, Partial<Facts>, (string | undefined)[]]>([
    [
      'the row of dates',
      {metadata: {dates: row('x', {created: date('2026-01-02'), updated: date('2026-02-03')})}},
      ['2026-01-02', '2026-02-03'],
    ],
    [
      'its first part alone',
      {metadata: {dates: row('x', {created: date('2026-01-02'), updated: date('2026-02-30', false)})}},
      ['2026-01-02', undefined],
    ],
    [
      'that there is',
      {metadata: {dates: row('2026-03-04', {created: date('2026-02-30', false)})}},
      ['2026-03-04', undefined],
    ],
    [
      'rows that are days, in any order',
      {metadata: {b: row(' 2026-03-04 '), a: row('2026-01-02'), c: row('2026-02-01')}},
      ['2026-01-02', '2026-03-04'],
    ],
    ['a day that is there twice', {metadata: {a: row('2026-01-02'), b: row('2026-01-02')}}, [undefined, '2026-01-02']],
    ['no day that no calendar has', {metadata: {a: row('2026-02-30'), b: row('soon')}}, [undefined, undefined]],
    ['the name of its file', {path: 'notes/2026-05-06-a.md'}, ['2026-05-06', undefined]],
    ['no folder, and no longer number', {path: '2026-05-06/2026-05-067.md'}, [undefined, undefined]],
    ['no impossible name', {path: 'notes/2026-02-30-a.md'}, [undefined, undefined]],
    [
      'a row before the name',
      {path: 'notes/2026-05-06-a.md', metadata: {a: row('2026-01-02')}},
      ['2026-01-02', undefined],
    ],
  ])('has its days by %s', (_, facts, days) => {
    const {created, updated} = listed(facts)
    expect([created, updated]).toEqual(days)
  })

  test('has the day of its last update by the row that the form marks', () => {
    const {metadata, ...form} = templateOf()
    const rows = ['last', 'begun'].map(id => ({id, label: id, aliases: [], optional: true}))
    const marked = {
      ...form,
      metadata: {...metadata, rows: rows.map(each => (each.id === 'last' ? {...each, days: {type: 'updated'}} : each))},
    } as Template
    const days = (values: Record<string, string>, path = 'notes/a.md') => {
      const {created, updated} = listed(
        {path, metadata: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, row(value)]))},
        marked,
      )
      return [created, updated]
    }
    expect(days({begun: '2026-05-01', last: '2026-01-02'})).toEqual(['2026-05-01', '2026-01-02'])
    expect(days({last: '2026-01-02'})).toEqual([undefined, '2026-01-02'])
    expect(days({last: '2026-01-02'}, 'notes/2025-12-01-a.md')).toEqual(['2025-12-01', '2026-01-02'])
    expect(days({last: 'soon', begun: '2026-05-01'})).toEqual(['2026-05-01', undefined])
    expect(days({begun: '2026-05-01', other: '2026-06-01'})).toEqual(['2026-05-01', '2026-06-01'])
  })

  test('has an age from its last day on', () => {
    const dates = row('x', {created: date('2026-01-02'), updated: date('2026-02-03')})
    expect(listed({metadata: {dates}}, undefined, '2026-02-13').age).toBe(10)
    expect(listed({metadata: {a: row('2026-02-03')}}, undefined, '2026-02-04').age).toBe(1)
    expect(listed({}, undefined, '2026-02-13')).not.toHaveProperty('age')
    expect(listed({metadata: {dates}})).not.toHaveProperty('age')
  })

  test('counts the sections that the form asks for', () => {
    const {
      sections: [first, second],
      ...form
    } = templateOf()
    if (!first || !second) throw new Error('The form has two sections')
    const filled = (sections: Facts['sections'], optional = false) =>
      listed({sections}, {...form, sections: [{...first, optional}, second]}).sections
    expect(filled({})).toEqual({filled: 0, all: 2, unfilled: ['First Things', 'Second Things']})
    expect(filled({}, true)).toEqual({filled: 0, all: 1, unfilled: ['Second Things']})
    const waived = {waiver: {text: 'N/A: x', reason: 'x', position: place(6)}}
    expect(
      filled({
        a: section('a', 5, 9, {claim: 'first', content: 0}),
        b: section('b', 9, 12, {claim: 'first', content: 3}),
        c: section('c', 12, 20, {claim: 'second', ...waived}),
      }),
    ).toEqual({filled: 2, all: 2, unfilled: []})
    expect(filled({first: section('first', 5, 9, {content: 3})})).toMatchObject({filled: 0})
    expect(listed({}).sections).toBeUndefined()
  })

  test('counts questions that are open, where the form has them', () => {
    const task = (checked: boolean): Task => ({text: 'x', checked, position: place(6)})
    const tasks = [task(false), task(true), task(false)]
    const {
      sections: [first, second],
      ...form
    } = templateOf()
    if (!first || !second) throw new Error('The form has two sections')
    const inner = second.sections.map(each => ({...each, role: 'questions' as const}))
    const within = {...form, sections: [first, {...second, sections: inner}]}
    const below = {x: section('x', 7, 8, {claim: 'inner', tasks}), y: section('y', 8, 9, {tasks})}
    const sections = {
      first: section('first', 4, 6, {claim: 'first', tasks}),
      second: section('second', 6, 9, {claim: 'second', tasks: [...tasks, ...tasks], sections: below}),
    }
    expect(listed({sections}, within).questions).toBe(2)
    const outer = {...form, sections: [first, {...second, role: 'questions' as const}]}
    expect(listed({sections}, outer).questions).toBe(4)
    expect(listed({}, outer).questions).toBe(0)
    expect(listed({sections}, templateOf()).questions).toBeUndefined()
  })
})

describe('what had to be left out is told once, with the reason', () => {
  const cites = (kind: 'code' | 'research', gap: string) =>
    ({form: 'link', kind, text: '', target: '', position: place(5), gap}) as unknown as Facts['citations'][number]
  const gaps = ['ignored', 'shallow', 'unknown-commit'].map(code => ({code, text: `because of ${code}`}))

  test.each<[string, Partial<Facts>, [check: string, reason: string][]]>([
    ['nothing', {citations: [{...cites('code', 'x'), gap: undefined} as never]}, []],
    [
      'code, as the repository says',
      {citations: [cites('code', 'ignored'), cites('code', 'shallow'), cites('code', 'shallow')]},
      [
        ['source code', 'because of ignored'],
        ['source code', 'because of shallow'],
      ],
    ],
    [
      'documents, by what they are',
      {
        citations: [
          cites('research', 'ignored'),
          cites('research', 'not-here'),
          cites('research', 'link'),
          cites('research', 'outside'),
        ],
      },
      [
        ['citations', 'documents that others cannot look up, for git ignores them'],
        ['citations', 'documents in a folder of research that is not here, as the config says it may be'],
        [
          'citations',
          'documents that others cannot look up, for they lie behind a link that leads out of the workspace',
        ],
        ['citations', 'documents that lie outside the workspace, though in its repository'],
      ],
    ],
    [
      'a gap of which nothing is told',
      {citations: [cites('code', 'other')], approval: {gap: 'other', position: place(1)}},
      [],
    ],
    [
      'a commit of research',
      {sources: [{commitKnown: false} as never]},
      [['source code', 'because of unknown-commit']],
    ],
    ['none where it is known', {sources: [{commitKnown: true} as never, {} as never]}, []],
    [
      'what was approved',
      {approval: {gap: 'shallow', position: place(1)}},
      [['changes since the approval', 'because of shallow']],
    ],
    [
      'once',
      {citations: [cites('code', 'shallow')], approval: {gap: 'shallow', position: place(1)}},
      [['source code', 'because of shallow']],
    ],
    ['no approval', {approval: {position: place(1)}}, []],
  ])('%s', (_, facts, skipped) => {
    expect(skippedOf(factsWith(facts), gaps)).toEqual(skipped.map(([check, reason]) => ({check, reason})))
  })
})

test('a run is summed up', () => {
  const message = (severity: Severity) => ({severity, range: {start: point(1), end: point(1)}}) as Message
  const file = (more: Partial<FileReport>) =>
    ({
      path: 'a.md',
      kind: 'rfc',
      status: 'checked',
      messages: [],
      skipped: [],
      ...more,
    }) as FileReport
  const skipped = [{check: 'a', reason: 'b'}]
  const files = [
    file({}),
    file({messages: [message('error'), message('info'), message('info')], excepted: 2, skipped}),
    file({
      messages: [
        message('warning'),
        message('info'),
        message('error'),
        message('warning'),
        message('warning'),
        message('warning'),
      ],
      baselined: 5,
      excepted: 1,
    }),
    file({status: 'not-checked', skipped: [...skipped, ...skipped]}),
  ]
  const entry = {rule: 'a', section: '', text: ''}
  const stale = [
    {
      path: 'a.md',
      entries: [
        {...entry, count: 2},
        {...entry, count: 4},
      ],
    },
    {path: 'b.md', entries: [{...entry, count: 1}]},
  ]
  const summary = {
    files: 4,
    clean: 1,
    errors: 2,
    warnings: 4,
    infos: 3,
    notChecked: 1,
    skippedChecks: 3,
    excepted: 3,
    baselined: 5,
    stale: 7,
    unclaimed: 9,
  }
  expect(summarize(files, {unclaimed: 9, stale})).toEqual(summary)
  expect(summarize(files)).toEqual({...summary, stale: 0, unclaimed: 0})
})
