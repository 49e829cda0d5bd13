import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {builtInKinds} from '../../src/lint/index.js'
import {changed, type Wanted} from '../../src/status/change.js'
import {readingOf} from '../../src/status/edit/reading.js'
import {sideEffect} from '../../src/status/edit/verify.js'
import {readTemplate} from '../../src/template/index.js'
import {corpus} from '../support/corpus.js'

const {rfc} = await builtInKinds()
const FOLDERS = {specs: ['specs'], research: ['research']}

const STATUSES = `statuses:
  - {name: Draft (WIP), aliases: [Begun]}
  - In Review (RFC)
  - {name: Approved, approved: true}
  - {name: Deprecated, superseded: true}`
const ROWS = (source: string) => `metadata:
  source: ${source}
  rows:
    - {id: author, label: Author}
    - {id: status, label: Status}
    - {id: dates, label: Date, days: created / updated}
    - {id: supersedes, label: Supersedes, optional: true}
    - {id: superseded-by, label: Superseded by, optional: true}`

const FORMS: Record<string, string> = {
  table: '# [Name]\n\n| Document | Details |\n| --- | --- |\n| Author | |\n| Status | |\n| Date | |\n',
  list: '# [Name]\n\n- Author: x\n- Status: x\n- Date: x\n',
  lines: '# [Name]\n\n**Author**: x\n**Status**: x\n**Date**: x\n',
  frontmatter: '---\nAuthor: x\nStatus: x\nDate: x\n---\n\n# [Name]\n',
}

function source(name: string, path = 'specs/a.md') {
  const form = FORMS[name] ?? ''
  const head = `<!-- spec-template\nkind: note\n${STATUSES}\n${ROWS(name)}\n-->\n\n`
  const text = form.startsWith('---') ? form.replace(/---\n\n/, `---\n\n${head}`) : head + form
  return {path, kind: {name: 'note', template: readTemplate(`${text}\n## Part\n`)}, folders: FOLDERS}
}

function edited(name: string, text: string, wanted: Wanted): string {
  const change = changed(`${text}\n## Part\n\nText.\n`, source(name), wanted)
  if (!change.ok) throw new Error(change.reason)
  expect(change.text.endsWith('\n## Part\n\nText.\n')).toBe(true)
  return change.text.slice(0, -'\n## Part\n\nText.\n'.length)
}

const lines = (...each: string[]) => `${each.join('\n')}\n`
const approved: Wanted = {status: {name: 'Approved'}}
const replaced: Wanted = {
  status: {name: 'Deprecated'},
  links: [{relation: 'superseded-by', path: 'specs/b c.md'}],
}

describe('a table', () => {
  const table = (status: string, date = '2026-01-20') =>
    lines(
      '# A',
      '',
      '| Document | Details |',
      '| --- | --- |',
      '| Author | Ada |',
      `| Status | ${status} |`,
      `| Date | ${date} |`,
    )

  test.each([
    ['Draft (WIP)', 'Approved'],
    ['draft? no', 'Approved'],
    ['**Draft** - waiting for Bob', '**Approved**'],
    ['`Begun`', '`Approved`'],
    ['[Draft](x.md)', 'Approved'],
    ['TBD', 'Approved'],
  ])('%s becomes %s', (before, after) => {
    expect(edited('table', table(before), approved)).toBe(table(after))
  })

  test('a blank cell, and one that is missing', () => {
    const blank = edited('table', table('').replace('|  |', '|           |'), approved)
    expect(blank).toContain('| Status | Approved  |\n')
    expect(edited('table', table('x').replace('| Status | x |', '| Status |'), approved)).toContain(
      '| Status | Approved |\n',
    )
    expect(edited('table', table('x').replace('| Status | x |', '| Status ||'), approved)).toContain(
      '| Status | Approved |\n',
    )
  })

  const wide = lines(
    '# A',
    '',
    '| Document | Details     |',
    '| -------- | :---------- |',
    '| Author   | Ada         |',
    '| Status   | Draft (WIP) |',
    '| Date     | 2026-01-20  |',
  )

  test('keeps its alignment: padding is used up, then all rows grow', () => {
    expect(edited('table', wide, approved)).toBe(wide.replace('Draft (WIP)', 'Approved   '))
    expect(edited('table', wide, {status: {name: 'In Review (RFC)', note: 'soon'}})).toBe(
      lines(
        '# A',
        '',
        '| Document | Details                |',
        '| -------- | :--------------------- |',
        '| Author   | Ada                    |',
        '| Status   | In Review (RFC) (soon) |',
        '| Date     | 2026-01-20             |',
      ),
    )
  })

  test('gets a new row where the template has it', () => {
    expect(edited('table', wide, {...replaced, day: '2026-02-01'})).toBe(
      lines(
        '# A',
        '',
        '| Document | Details                 |',
        '| -------- | :---------------------- |',
        '| Author   | Ada                     |',
        '| Status   | Deprecated              |',
        '| Date     | 2026-01-20 / 2026-02-01 |',
        '| Superseded by | [b c.md](b%20c.md)      |',
      ),
    )
  })

  test('names one document more', () => {
    const before = `${table('Deprecated')}| Superseded by | [x](x.md) |\n`
    expect(edited('table', before, replaced)).toBe(before.replace('[x](x.md)', '[x](x.md), [b c.md](b%20c.md)'))
    const none = before.replace('[x](x.md)', 'None')
    expect(edited('table', none, replaced)).toBe(none.replace('None', '[b c.md](b%20c.md)'))
    const there = before.replace('[x](x.md)', '`specs/b c.md`'.replace(' ', '%20'))
    expect(edited('table', there, replaced)).toBe(there)
  })

  test.each([
    ['2026-01-20', '2026-01-20 / 2026-02-01'],
    ['2026-01-20 / 2026-01-25', '2026-01-20 / 2026-02-01'],
    ['2026-01-20 / TBD', '2026-01-20 / 2026-02-01'],
    ['**2026-01-20** (Bob)', '**2026-01-20 / 2026-02-01** (Bob)'],
    ['2026-01-20 / 2026-03-01', '2026-01-20 / 2026-03-01'],
    ['2026-02-01', '2026-02-01'],
    ['soon', 'soon'],
  ])('the day: %s becomes %s', (before, after) => {
    expect(edited('table', table('Approved', before), {...approved, day: '2026-02-01'})).toBe(table('Approved', after))
  })

  test('without bars at its edges, with CRLF and a byte order mark', () => {
    const bare =
      '\uFEFF# A\r\n\r\nDocument | Details\r\n--- | ---\r\nAuthor | Ada\r\nStatus | Draft\r\nDate | 2026-01-20\r\n'
    const change = changed(`${bare}\r\n## Part\r\n`, source('table'), {...replaced, day: '2026-02-01'})
    expect(change).toMatchObject({
      ok: true,
      text: `${bare.replace('Draft', 'Deprecated').replace('2026-01-20', '2026-01-20 / 2026-02-01')}Superseded by | [b c.md](b%20c.md)\r\n\r\n## Part\r\n`,
    })
  })
})

describe('other sources', () => {
  test('a list, in its own manner', () => {
    const list = lines(
      '# A',
      '',
      '* **Author:** Ada',
      '  Example',
      '* **Status:** _Draft_ (waiting)',
      '* **Date:** 2026-01-20',
      '',
      'Words.',
    )
    expect(edited('list', list, {...replaced, day: '2026-02-01'})).toBe(
      lines(
        '# A',
        '',
        '* **Author:** Ada',
        '  Example',
        '* **Status:** _Deprecated_',
        '* **Date:** 2026-01-20 / 2026-02-01',
        '* **Superseded by:** [b c.md](b%20c.md)',
        '',
        'Words.',
      ),
    )
    const blank = lines('# A', '', '- Author: Ada', '- Status:', '- Date: x')
    expect(edited('list', blank, approved)).toBe(blank.replace('Status:', 'Status: Approved'))
  })

  test('lines: of one paragraph, with what breaks them, or of one each', () => {
    const one = lines('# A', '', '**Author**: Ada  ', '**Status**: Draft  ', '**Date**: 2026-01-20')
    expect(edited('lines', one, replaced)).toBe(
      lines(
        '# A',
        '',
        '**Author**: Ada  ',
        '**Status**: Deprecated  ',
        '**Date**: 2026-01-20  ',
        '**Superseded by**: [b c.md](b%20c.md)',
      ),
    )
    const each = lines('# A', '', '**Author**: Ada', '', '**Status**: Draft', '', '**Date**: 2026-01-20')
    expect(edited('lines', each, replaced)).toBe(
      `${each.replace('Draft', 'Deprecated')}\n**Superseded by**: [b c.md](b%20c.md)\n`,
    )
  })

  test.each([
    ['Draft', 'Approved'],
    ['"Draft (WIP)"', '"Approved"'],
    ["'Draft' # a comment", "'Approved' # a comment"],
  ])('frontmatter: %s becomes %s', (before, after) => {
    const yaml = (status: string) =>
      lines('---', 'Author: Ada', `Status: ${status}`, 'Date: 2026-01-20', '---', '', '# A')
    expect(edited('frontmatter', yaml(before), approved)).toBe(yaml(after))
  })

  test('frontmatter: quotes where YAML needs them, blank values, new keys and lists', () => {
    const yaml = (...more: string[]) => lines('---', 'Author: Ada', ...more, '---', '', '# A')
    expect(edited('frontmatter', yaml('Status:', 'Date: 2026-01-20'), {status: {name: 'Approved', note: 'a: b'}})).toBe(
      yaml('Status: "Approved (a: b)"', 'Date: 2026-01-20'),
    )
    expect(edited('frontmatter', yaml('Status: Draft', 'Date: "2026-01-20"'), {...replaced, day: '2026-02-01'})).toBe(
      yaml('Status: Deprecated', 'Date: "2026-01-20 / 2026-02-01"', 'Superseded by: b%20c.md'),
    )
    expect(edited('frontmatter', yaml('Status: Draft', 'Superseded by: [x.md]'), replaced)).toBe(
      yaml('Status: Deprecated', 'Superseded by: [x.md, b%20c.md]'),
    )
    expect(edited('frontmatter', yaml('Status: Draft', 'Superseded by:', '  - x.md'), replaced)).toBe(
      yaml('Status: Deprecated', 'Superseded by:', '  - x.md', '  - b%20c.md'),
    )
  })

  test('a section whose first paragraph is the value', () => {
    const template = readTemplate(
      `<!-- spec-template\n${STATUSES}\nmetadata: {rows: [{id: status, section: status}]}\n-->\n\n# [Name]\n\n## Status\n\nDraft\n\n## Part\n`,
    )
    const at = {path: 'specs/a.md', kind: {name: 'note', template}, folders: FOLDERS}
    const text = '# A\n\n## Status\n\nDraft\n\nMore.\n\n## Part\n\nText.\n'
    expect(changed(text, at, approved)).toMatchObject({ok: true, text: text.replace('Draft', 'Approved')})
    expect(changed(text.replace('Draft\n\nMore.\n\n', ''), at, approved)).toMatchObject({
      ok: true,
      text: '# A\n\n## Status\n\nApproved\n\n## Part\n\nText.\n',
    })
  })
})

test('where no row is to be had it is refused', () => {
  expect(changed('# A\n\nText.\n', source('table'), approved)).toEqual({
    ok: false,
    reason: 'there is no metadata that a row for the status could be added to',
  })
})

describe('what an edit changes besides', () => {
  const before = lines('# A', '', '- Author: Ada', '- Status: Draft', '- Date: x', '', '## Part', '', 'Text.')
  const effect = (after: string, ...meant: string[]) =>
    sideEffect(readingOf(before, source('list')), readingOf(after, source('list')), new Set(meant))

  test.each([
    [before.replace('Draft', 'Approved'), undefined],
    [`${before}`.replace('- Date: x', '- Date: x\n- Superseded by: y'), 'the row "Superseded by" would change with it'],
    [before.replace('Ada', 'Bob'), 'the row "Author" would change with it'],
    [before.replace('- Date: x\n', ''), 'the row "Date" would change with it'],
    [before.replace('Text.', 'Other.'), 'text outside of the metadata would change with it'],
    [before.replace('# A', '## A'), 'text outside of the metadata would change with it'],
    [before.replace('## Part', '```\n## Part'), 'text outside of the metadata would change with it'],
  ])('%j', (after, expected) => {
    expect(effect(after, 'status')).toBe(expected)
  })
})

test('a place in the new text leads back to the one that it was', () => {
  const text = lines('# A', '', '- Author: Ada', '- Status: Draft', '- Date: 2026-01-20', '', '## Part', '', 'Text.')
  const change = changed(text, source('list'), {...replaced, day: '2026-02-01'})
  if (!change.ok) throw new Error(change.reason)
  for (const word of ['# A', '- Author', '- Date', '2026-01-20', '## Part', 'Text.'])
    expect(change.back(change.text.indexOf(word)), word).toBe(text.indexOf(word))
})

test.each([
  'www.x.org',
  'ada@x.org',
  '&lt; &amp;',
  'https://x.org/a_b*c',
  'a_b_ c',
  '~~x~~ ~y~',
  '[^1] [x]: y',
  '<!-- x -->',
  '`code | more`',
  'a \\| \\',
  'a: b # c',
  '"quoted" \'',
  '**x** __y__',
  '![x](y)',
  '$x$ {y} %z',
  '1. a',
  '- a',
  'a) (b',
  '<b>x</b>',
  'see #12 @ada',
  'true',
  'a\\',
])('the reason %s reads so in every source', note => {
  for (const name of ['table', 'list', 'lines', 'frontmatter']) {
    const text =
      name === 'table'
        ? '# A\n\n| Document | Details |\n| --- | --- |\n| Author | Ada |\n| Status | Draft |\n'
        : name === 'list'
          ? '# A\n\n- Author: Ada\n- Status: Draft\n'
          : name === 'lines'
            ? '# A\n\n**Author**: Ada\n**Status**: Draft\n'
            : '---\nAuthor: Ada\nStatus: Draft\n---\n\n# A\n'
    const change = changed(`${text}\n## Part\n\nText.\n`, source(name), {status: {name: 'Approved', note}})
    expect(change.ok ? undefined : `${name}: ${change.reason}`).toBe(undefined)
  }
})

test('whatever the reason, it reads as it was given, or is refused', () => {
  const word = fc
    .string({minLength: 1, maxLength: 20, unit: 'grapheme'})
    .map(text => `a${text.replace(/[\p{C}\p{Z}\s]+/gu, ' ').trim()}`)
  fc.assert(
    fc.property(word, fc.constantFrom('table', 'list', 'lines', 'frontmatter'), (note, name) => {
      const text: Record<string, string> = {
        table: '# A\n\n| Document | Details |\n| --- | --- |\n| Author | Ada |\n| Status | Draft |\n',
        list: '# A\n\n- Author: Ada\n- Status: Draft\n',
        lines: '# A\n\n**Author**: Ada\n**Status**: Draft\n',
        frontmatter: '---\nAuthor: Ada\nStatus: Draft\n---\n\n# A\n',
      }
      const change = changed(`${text[name]}\n## Part\n\nText.\n`, source(name), {status: {name: 'Approved', note}})
      // What cannot be written so that it reads the same is not written.
      if (!change.ok) return
      expect(readingOf(change.text, source(name)).metadata).toMatchObject({
        author: {value: 'Ada'},
        status: {name: 'Approved', note: `(${note})`},
      })
    }),
    {numRuns: 300},
  )
})

// Each is read a dozen times; one in four tells enough.
const isOneOfFour = (_name: string, index: number) => index % 4 === 0

test.skipIf(corpus === undefined)(
  'real documents: nothing but the metadata changes, and a second time nothing',
  () => {
    const folder = join(corpus ?? '', 'specs')
    const wanted: Wanted = {...replaced, day: '2026-11-26'}
    let done = 0
    for (const name of readdirSync(folder)
      .filter(each => each.endsWith('.md'))
      .filter(isOneOfFour)) {
      const text = readFileSync(join(folder, name), 'utf8')
      if (!rfc) throw new Error('no kind')
      const at = {path: `specs/${name}`, kind: rfc, folders: FOLDERS}
      const change = changed(text, at, wanted)
      if (!change.ok) {
        // Two have no metadata at all.
        expect(readingOf(text, at).metadata, name).toEqual({})
        continue
      }
      done++
      const tail = text.indexOf('\n## ')
      expect(change.text.endsWith(text.slice(tail)), name).toBe(true)
      expect(changed(change.text, at, wanted)).toMatchObject({ok: true, text: change.text})
    }
    expect(done).toBeGreaterThan(30)
  },
  120_000,
)

describe('what has no place for it', () => {
  test('is told: a row that the form lacks, and no day without a form', () => {
    const template = readTemplate(
      '<!-- spec-template\nkind: note\nstatuses: [Open, Done]\nmetadata: [{id: status, label: Status}]\n-->\n\n# [Name]\n\n| A | B |\n| - | - |\n| Status | |\n\n## Part\n',
    )
    const note = {path: 'specs/a.md', kind: {name: 'note', template}, folders: FOLDERS}
    const text = '# A\n\n| A | B |\n| - | - |\n| Status | Open |\n'
    expect(changed(text, note, {links: [{relation: 'supersedes', path: 'specs/b.md'}]})).toEqual({
      ok: false,
      reason: 'there is no place for a row "supersedes"',
    })
    const bare = {path: 'specs/a.md', kind: {name: 'none'}, folders: FOLDERS}
    expect(changed(text, bare, {day: '2026-02-01'})).toMatchObject({ok: true, text})
    expect(changed(text, bare, {status: {name: 'Done'}})).toEqual({
      ok: false,
      reason: 'there is no metadata that a row for the status could be added to',
    })
  })

  test('is made in a row that lacks its cell', () => {
    const status = (row: string) => {
      const change = changed(`# A\n\nDocument | Details\n--- | ---\nAuthor | Ada\n${row}\n`, source('table'), {
        status: {name: 'Approved'},
      })
      return change.ok ? change.text.split('\n')[5] : change.reason
    }
    expect(status('Status')).toBe('Status | Approved')
    expect(status('Status |')).toBe('Status | Approved |')
  })

  test('is the successor in frontmatter, by its path', () => {
    const change = changed(
      '---\nAuthor: Ada\nStatus: Approved\nDate: 2026-01-01\n---\n\n# A\n',
      source('frontmatter'),
      {
        status: {name: 'Deprecated', successor: {word: 'by', path: 'specs/b.md'}},
      },
    )
    expect(change).toMatchObject({ok: true})
    expect(change.ok && change.text).toContain('Status: Deprecated by b.md')
  })

  test('is named in a table by its name', () => {
    const change = changed('# A\n\n| Document | Details |\n| --- | --- |\n| Status | Approved |\n', source('table'), {
      status: {name: 'Deprecated', successor: {word: 'by', path: 'specs/b.md'}},
    })
    expect(change.ok && change.text).toContain('| Status | Deprecated by [b.md](b.md) |')
  })
})
