import {describe, expect, test} from 'vitest'
import {paintOf} from '../../src/commands/support/list/paint.js'
import {migrationText} from '../../src/commands/support/migrate/text.js'
import {paletteOf} from '../../src/commands/support/palette.js'
import {problemsText} from '../../src/commands/support/problems.js'
import {fateWords} from '../../src/commands/support/questions/words.js'
import type {Listed} from '../../src/listing/index.js'
import {plainPalette} from '../../src/reporters/index.js'

describe('colours', () => {
  test('are around no empty text', () => {
    const {error} = paletteOf(true)
    expect(error('')).toBe('')
    expect(error('x')).toContain('x')
    expect(error('x')).not.toBe('x')
    expect(paletteOf(false).error('x')).toBe('x')
  })

  test('of a list tell what is wrong, settled and over', () => {
    const marked = {...plainPalette}
    for (const name of ['error', 'warning', 'info', 'strong', 'quiet', 'good'] as const)
      marked[name] = text => `${name}(${text})`
    const statuses = [
      {name: 'Draft', short: 'Draft', aliases: [], next: ['Done']},
      {name: 'Done', short: 'Done', aliases: [], approved: true},
      {name: 'Old', short: 'Old', aliases: [], superseded: true},
      {name: 'End', short: 'End', aliases: [], next: []},
    ]
    const entry = (more: Partial<Listed> = {}): Listed => ({path: 'a.md', kind: 'rfc', statuses, ...more})
    const status = (name: string, more: Partial<Listed> = {}) =>
      paintOf('status', entry({status: {value: name, name, known: true}, ...more}), marked)('x')
    expect(['Draft', 'Done', 'Old', 'End', 'Else', ''].map(name => status(name))).toEqual([
      'x',
      'good(x)',
      'quiet(x)',
      'quiet(x)',
      'warning(x)',
      'x',
    ])
    expect(status('Else', {statuses: []})).toBe('x')
    expect(paintOf('status', entry(), marked)('x')).toBe('x')
    const counts = (errors: number) => ({errors, warnings: errors, infos: 0})
    for (const [name, paint] of [
      ['errors', 'error'],
      ['warnings', 'warning'],
    ] as const) {
      expect(paintOf(name, entry({messages: counts(1)}), marked)('1')).toBe(`${paint}(1)`)
      expect(paintOf(name, entry({messages: counts(0)}), marked)('0')).toBe('0')
    }
    expect(paintOf('wrong', entry({citations: {all: 1, wrong: 1}}), marked)('1')).toBe('warning(1)')
    expect(paintOf('open', entry({questions: 1}), marked)('1')).toBe('info(1)')
    const unread = entry({reason: 'gone'})
    expect((['status', 'path', 'open'] as const).map(name => paintOf(name, unread, marked)('x'))).toEqual([
      'error(x)',
      'strong(x)',
      'x',
    ])
  })
})

describe('the fate of a question', () => {
  const place = {start: {line: 7, column: 1, offset: 0}, end: {line: 7, column: 2, offset: 1}}
  const entry = {research: 'r.md', line: 3, text: 'x', id: '01234567', position: place}

  test('is told in words', () => {
    expect(fateWords({...entry, fate: 'vanished'} as never)).toBe('neither its words nor its id are there')
    expect(fateWords({...entry, fate: 'open', place, by: 'id'} as never)).toBe('line 7 (by its id)')
    expect(
      fateWords({
        ...entry,
        fate: 'moved',
        place,
        role: 'goals',
        heading: '3.1 Goals',
        by: 'words',
        score: 0.666,
      } as never),
    ).toBe('a goal, line 7 in "3.1 Goals" (67 % alike)')
    expect(fateWords({...entry, fate: 'unclear', reason: 'later'} as never, 'specs/a.md')).toBe(
      'specs/a.md, it is newer than the document',
    )
    expect(fateWords({...entry, fate: 'unclear', reason: 'near', place, score: 0.3} as never, 'specs/a.md')).toBe(
      'nothing is near enough; nearest: specs/a.md:7 (30 % alike)',
    )
  })
})

describe('a migration', () => {
  const page = {palette: plainPalette, columns: 200, written: false, show: (path: string) => path}
  const migration = (more: object) => ({ok: true, from: 1, parts: [], left: [], text: 'x', edits: [], ...more})
  const run = (more: object) =>
    migrationText({version: 2, documents: [], unread: [], files: [], left: [], ...more} as never, page).split('\n')

  test('tells of each part what became of it', () => {
    const parts = [
      {change: 'kept', part: 'section', name: 'Plan', to: '8. Plan'},
      {change: 'renamed', part: 'row', name: 'Owner', to: 'Team'},
      {change: 'added', part: 'section', name: 'Risks'},
      {change: 'optional', part: 'row', name: 'Reviewers', reason: 'there is no place for it'},
      {change: 'optional', part: 'row', name: 'Sponsor'},
    ]
    const lines = run({documents: [{path: 'a.md', migration: migration({parts}), before: 'x', after: 'y'}]})
    expect(lines).toContain('  kept "Plan", now "8. Plan"')
    expect(lines).toContain('  renamed row "Owner" to "Team"')
    expect(lines).toContain('  added "Risks" (to be filled in)')
    expect(lines).toContain('  not added row "Reviewers" (there is no place for it)')
    expect(lines).toContain('Version 2 may also have the row "Sponsor": 1 document without it')
  })

  test('tells of what cites it, and what is left', () => {
    const rewritten = [{line: 3, of: 'a.md', from: 'plan', to: '8-plan'}]
    const left = [
      {path: 'b.md', line: 4, text: '#plan', of: 'a.md'},
      {path: 'a.md', line: 5, text: '§8', of: 'a.md', to: '9'},
    ]
    const lines = run({files: [{path: 'b.md', rewritten}], left})
    expect(lines).toContain('b.md:3: would cite #8-plan of a.md, not #plan')
    expect(lines).toContain('b.md:4: look at #plan, which is called otherwise now in a.md')
    expect(lines).toContain('a.md:5: look at §8, which is "9" now')
  })

  test('counts those that are left as they are', () => {
    const refused = {path: 'a.md', migration: {ok: false, reason: 'No', from: 1}}
    expect(run({documents: [refused]}).at(-2)).toContain('1 left as it is')
    expect(run({documents: [refused, {...refused, path: 'b.md'}]}).at(-2)).toContain('2 left as they are')
  })
})

test('a schema without problems has no text, and a problem elsewhere no lines', async () => {
  const context = {columns: 80, colour: false, tool: {name: 'specwright', version: '0'}}
  const workspace = {root: '/r', cwd: '/r'}
  const told = (problems: object[]) =>
    problemsText(problems as never, {text: 'one\ntwo\n', path: 'a.json'}, workspace as never, context as never)
  const range = {start: {line: 2, column: 1, offset: 4}, end: {line: 2, column: 4, offset: 7}}
  const problem = {severity: 'error', reason: 'Wrong', range}
  expect(told([])).toBe('')
  expect(told([problem])).toContain('two')
  expect(told([{...problem, path: 'b.json'}])).not.toContain('two')
})
