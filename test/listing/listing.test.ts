import {describe, expect, test} from 'vitest'
import {chosen, statusNames} from '../../src/listing/choose.js'
import {COLUMNS, type ColumnName, columnNames} from '../../src/listing/columns.js'
import {markersIn} from '../../src/listing/markers.js'
import {optionsText, readOptions} from '../../src/listing/options.js'
import {differingRows, markdownTable, titleOf} from '../../src/listing/table.js'
import type {Listed} from '../../src/listing/types.js'
import {parse} from '../../src/markdown/index.js'

const STATUSES = [
  {name: 'Draft (WIP)', short: 'Draft', aliases: []},
  {name: 'Done', short: 'Done', aliases: []},
] as Listed['statuses']
const entry = (path: string, more: object = {}): Listed =>
  ({path, kind: 'rfc', statuses: STATUSES, ...more}) as unknown as Listed
const full = entry('specs/b.md', {
  title: 'Search',
  status: {value: 'Draft (WIP), since May', name: 'Draft (WIP)', known: true, note: 'since May'},
  owner: 'Ada',
  created: '2026-01-02',
  age: 3,
  sections: {filled: 2, all: 4},
  questions: 1,
  citations: {all: 5, wrong: 1},
  messages: {errors: 2, warnings: 0},
})
const bare = entry('specs/a.md')
const blank = entry('specs/c.md', {status: {value: '', known: false}})
const odd = entry('specs/d.md', {status: {value: 'Odd', name: 'Odd', known: true}, kind: 'adr'})
const unread = entry('specs/e.md', {reason: 'it is too deep', statuses: []})
const ALL = [full, bare, blank, odd, unread]
const paths = (entries: readonly Listed[]) =>
  entries.map(({path}) => path.slice('specs/'.length, -'.md'.length)).join('')

describe('the columns of a list', () => {
  test('have a text and a key for all that is known, and nothing for the rest', () => {
    const told = (name: string, of: Listed) => [
      COLUMNS[name as ColumnName].text(of),
      COLUMNS[name as ColumnName].key(of),
    ]
    expect(Object.fromEntries(columnNames.map(name => [name, told(name, full)]))).toEqual({
      path: ['specs/b.md', 'specs/b.md'],
      title: ['Search', 'search'],
      kind: ['rfc', 'rfc'],
      status: ['Draft', 0],
      note: ['since May', 'since may'],
      owner: ['Ada', 'ada'],
      created: ['2026-01-02', '2026-01-02'],
      updated: ['2026-01-02', '2026-01-02'],
      age: ['3d', 3],
      sections: ['2/4', 0.5],
      open: ['1', 1],
      cited: ['5', 5],
      wrong: ['1', 1],
      errors: ['2', 2],
      warnings: ['0', 0],
    })
    for (const name of columnNames)
      if (name !== 'path' && name !== 'kind') expect(told(name, bare)).toEqual(['', undefined])
    expect([told('status', blank), told('status', odd)]).toEqual([
      ['', undefined],
      ['Odd', 2],
    ])
  })
})

describe('the documents of a list', () => {
  test.each<[Parameters<typeof chosen>[1], string]>([
    [{}, 'abcde'],
    [{reverse: true}, 'edcba'],
    [{sort: 'status'}, 'bdace'],
    [{sort: 'status', reverse: true}, 'dbace'],
    [{sort: 'kind'}, 'dabce'],
    [{sort: 'sections'}, 'bacde'],
    [{kind: ['adr']}, 'd'],
    [{kind: ['rfc']}, 'abce'],
    [{status: ['draft']}, 'be'],
    [{status: ['odd']}, 'de'],
    [{owner: ['AD']}, 'be'],
    [{olderThan: 2}, 'be'],
    [{olderThan: 3}, 'e'],
    [{open: true}, 'be'],
    [{errors: true}, 'be'],
  ])('%j', (choice, expected) => {
    expect(paths(chosen(ALL, choice))).toBe(expected)
  })

  test('have statuses of their form, and those that they have', () => {
    expect(statusNames(ALL)).toEqual(['Draft', 'Done', 'Draft (WIP), since May', 'Odd'])
  })
})

describe('the options of a list in a page', () => {
  test('are read and written the same', () => {
    for (const words of [
      '',
      'status=draft,done',
      'kind=rfc owner="Core Team"',
      'columns=path sort=-updated',
      'sort=title',
    ])
      expect(readOptions(words)).toMatchObject({ok: true})
    const text = 'columns=path status=draft kind=rfc owner="Core Team" sort=-updated'
    const reading = readOptions(text)
    expect(reading.ok && optionsText(reading.options)).toBe(text)
    expect(optionsText({})).toBe('')
    expect(optionsText({choice: {sort: 'title'}})).toBe('sort=title')
  })

  test.each([
    ['colour=red', 'colour'],
    ['status', 'status'],
    ['status=', 'status'],
    ['status=a status=b', 'status'],
    ['columns=age', 'age'],
    ['sort=title,path', 'columns'],
    ['sort=errors', 'errors'],
    ['sort=none', 'none'],
  ])('%s is refused', (words, what) => {
    const reading = readOptions(words)
    expect(reading.ok ? '' : reading.problem.unexpected).toContain(what)
  })
})

describe('a list in a page', () => {
  test('links each document, says what cannot be read, and calls by its file what has no title', () => {
    expect(markdownTable([full, unread], ['title', 'status'], 'specs/README.md')).toBe(
      '| Title | Status |\n| --- | --- |\n| [Search](b.md) | Draft |\n| [e](e.md) | cannot be read |\n',
    )
    expect(titleOf(entry('specs/deep/f.markdown'))).toBe('f')
  })

  test('differs by rows that are others, or stand elsewhere', () => {
    const table = '| a |\n| - |\n| b |\n| c |\n'
    expect(differingRows(table, table.replaceAll('| ', '|  '))).toBe(0)
    expect(differingRows(table, table.replace('c', 'd'))).toBe(1)
    expect(differingRows(table, '| a |\n| - |\n| c |\n| b |\n')).toBe(1)
  })

  test('has markers on lines of their own, and none in code or in the middle of a paragraph', () => {
    const found = (text: string) => markersIn(text, parse(text)).map(({type, words, inside}) => [type, words, inside])
    expect(found('# A\n')).toEqual([])
    expect(found('<!-- spec-list: begin sort=title -->\n\n> <!-- spec-list: end -->\n')).toEqual([
      ['begin', 'sort=title', false],
      ['end', '', true],
    ])
    expect(found('```\n<!-- spec-list: begin -->\n```\n')).toEqual([])
    expect(found('Words\n      <!-- spec-list: begin -->\n')).toEqual([])
  })
})
