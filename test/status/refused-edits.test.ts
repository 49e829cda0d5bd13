import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, test} from 'vitest'
import {sound} from '../cli/documents.js'
import {spec} from '../cli/support.js'
import {folder, repository} from '../support/folders.js'

const schema = JSON.parse(readFileSync(new URL('../../schema/status.schema.json', import.meta.url), 'utf8'))
const isReport = new Ajv2020({strictTypes: false, strictRequired: false}).compile(schema)

const BODY = '\n## Words\n\nSome.\n'

/** A folder with a kind of its own: statuses, and rows in the form that `blank` shows. */
function notes(
  form: {statuses: string; source: string; rows: string; blank: string},
  files: Record<string, string>,
  rules = '',
): string {
  const head = `<!-- spec-template\nstatuses:\n${form.statuses}metadata:\n  source: ${form.source}\n  rows:\n${form.rows}-->\n\n`
  const template = form.blank.startsWith('---') ? form.blank.replace(/---\n\n/, `---\n\n${head}`) : head + form.blank
  return folder({
    'spec.config.yaml': `kinds:\n  note: {files: 'notes/*.md', template: forms/note.md}\n${rules}`,
    'forms/note.md': template + BODY,
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text + BODY])),
  })
}
const text = (root: string, path: string) => readFileSync(join(root, path), 'utf8').replace(BODY, '')
const refused = (path: string, reason: string) => ({
  status: 2,
  stdout: '',
  stderr: `spec: "${path}" cannot be changed: ${reason}\n`,
})

const PLAIN = {
  statuses:
    '  - {name: Begun, next: [Done, Gone]}\n  - {name: Done, next: [Gone], approved: true}\n  - {name: Gone, superseded: true, next: []}\n',
  rows:
    '    - {id: status, label: Status}\n    - {id: supersedes, label: Takes over from, optional: true}\n' +
    '    - {id: superseded-by, label: Taken over by, optional: true}\n',
}
const list = {...PLAIN, source: 'list', blank: '# [Name]\n\n- Status: Begun\n'}
const lines = {...PLAIN, source: 'lines', blank: '# [Name]\n\n**Status**: Begun\n'}
const table = {...PLAIN, source: 'table', blank: '# [Name]\n\n| Field | Value |\n| --- | --- |\n| Status | Begun |\n'}
const front = {...PLAIN, source: 'frontmatter', blank: '---\nStatus: Begun\n---\n\n# [Name]\n'}

describe('what would not say what it was to say is not written', () => {
  test('a status that cannot stand in code', async () => {
    const statuses = '  - {name: Begun, next: ["Done `now`"]}\n  - {name: "Done `now`", next: []}\n'
    const root = notes({...list, statuses}, {'notes/a.md': '# A\n\n- Status: `Begun`\n'})
    expect(await spec(root, ['status', 'notes/a.md', 'done `now`'])).toEqual(
      refused('notes/a.md', 'the status would read "Donenow``", not "Done `now`"'),
    )
  })

  test('a status behind a key of YAML that stands alone', async () => {
    const root = notes(front, {'notes/a.md': '---\n? Status\n---\n\n# A\n'})
    expect(await spec(root, ['status', 'notes/a.md', 'done'])).toEqual(
      refused('notes/a.md', 'the status would read "", not "Done"'),
    )
  })

  test('a day in a table whose form parts the days with a bar', async () => {
    const rows = '    - {id: status, label: Status}\n    - {id: dates, label: Days, days: created | updated}\n'
    const root = notes(
      {...table, rows, blank: `${table.blank}| Days | |\n`},
      {'notes/a.md': '# A\n\n| Field | Value |\n| --- | --- |\n| Status | Begun |\n| Days | 2026-01-01 |\n'},
    )
    expect(await spec(root, ['status', 'notes/a.md', 'done', '--date', '2026-02-01'])).toEqual(
      refused('notes/a.md', 'the row "Days" would not read "2026-02-01"'),
    )
  })

  test('words behind a status that would be read with fewer spaces', async () => {
    const statuses = '  - {name: Begun, next: [Gone]}\n  - {name: Gone, superseded: by, next: []}\n'
    const root = notes(
      {...list, statuses, rows: '    - {id: status, label: Status}\n'},
      {'notes/a.md': '# A\n\n- Status: Begun\n', 'notes/b  c.md': '# B\n\n- Status: Begun\n'},
    )
    expect(await spec(root, ['status', 'notes/a.md', '--superseded-by', 'notes/b  c.md'])).toEqual(
      refused('notes/a.md', 'the words behind the status would read "by b c.md", not "by b  c.md"'),
    )
  })

  test('a name that says that only a part is replaced', async () => {
    const root = notes(list, {'notes/a.md': '# A\n\n- Status: Begun\n', 'notes/part-2.md': '# B\n\n- Status: Begun\n'})
    expect(await spec(root, ['status', 'notes/a.md', '--superseded-by', 'notes/part-2.md'])).toEqual(
      refused('notes/a.md', 'the row "Taken over by" would not name "notes/part-2.md"'),
    )
  })

  test('a row whose label a table takes for two cells', async () => {
    const rows = `${PLAIN.rows.replace('Taken over by', '"Taken | over"')}`
    const row = '# A\n\n| Field | Value |\n| --- | --- |\n| Status | Begun |\n'
    const root = notes({...table, rows}, {'notes/a.md': row, 'notes/b.md': row})
    expect(await spec(root, ['status', 'notes/a.md', '--superseded-by', 'notes/b.md'])).toEqual(
      refused('notes/a.md', 'the row "Taken | over" would not name "notes/b.md"'),
    )
  })

  test('a document that would become too large', async () => {
    const root = notes(list, {'notes/a.md': '# A\n\n- Status: Gone\n'})
    const size = 2 * 1024 * 1024
    const begun = text(root, 'notes/a.md') + BODY
    writeFileSync(join(root, 'notes/a.md'), begun + 'x'.repeat(size - begun.length))
    expect(await spec(root, ['status', 'notes/a.md', 'begun', '--force', 'again'])).toEqual(
      refused('notes/a.md', 'with that it is larger than 2 MiB'),
    )
  })
})

describe('where a new row goes', () => {
  test('behind the line before it, within a paragraph', async () => {
    const root = notes(lines, {
      'notes/a.md': '# A\n\n**Status**: Begun  \n**Owner**: Ada\n',
      'notes/b.md': '# B\n\n**Status**: Begun\n',
    })
    expect((await spec(root, ['status', 'notes/a.md', '--superseded-by', 'notes/b.md'])).status).toBe(0)
    expect(text(root, 'notes/a.md')).toBe(
      '# A\n\n**Status**: Gone  \n**Taken over by**: [b.md](b.md)  \n**Owner**: Ada\n',
    )
  })

  test('behind the last of all where the form has it first', async () => {
    const rows =
      '    - {id: supersedes, label: Takes over from, optional: true}\n    - {id: status, label: Status}\n    - {id: owner, label: Owner}\n    - {id: superseded-by, label: Taken over by, optional: true}\n'
    const root = notes(
      {...list, rows, blank: `${list.blank}- Owner: x\n`},
      {'notes/a.md': '# A\n\n- Owner: Ada\n- Status: Begun\n', 'notes/b.md': '# B\n\n- Status: Begun\n'},
    )
    expect((await spec(root, ['status', 'notes/a.md', '--supersedes', 'notes/b.md'])).status).toBe(0)
    expect(text(root, 'notes/a.md')).toBe('# A\n\n- Owner: Ada\n- Status: Begun\n- Takes over from: [b.md](b.md)\n')
  })
})

describe('where a value goes', () => {
  test('behind the space of a row that is blank', async () => {
    const root = notes(lines, {'notes/a.md': '# A\n\n**Status**: \n'})
    expect((await spec(root, ['status', 'notes/a.md', 'done'])).status).toBe(0)
    expect(text(root, 'notes/a.md')).toBe('# A\n\n**Status**: Done\n')
  })

  test('into a cell as wide as its table, without a space more', async () => {
    const root = notes(table, {'notes/a.md': '# A\n\n|Field |Value|\n|------|-----|\n|Status|Begun|\n|Owner |Ada  |\n'})
    expect((await spec(root, ['status', 'notes/a.md', 'done'])).status).toBe(0)
    expect(text(root, 'notes/a.md')).toBe('# A\n\n|Field |Value|\n|------|-----|\n|Status|Done |\n|Owner |Ada  |\n')
  })
})

describe('two documents at once', () => {
  const FILES = {'notes/a.md': '# A\n\n- Status: Done\n', 'notes/b.md': '# B\n\n- Status: Begun\n'}

  test('of which one is forced: the reason stands there alone', async () => {
    const root = notes(list, {...FILES, 'notes/a.md': '# A\n\n- Status: Gone\n'})
    const told = await spec(root, [
      'status',
      'notes/a.md',
      'done',
      '--supersedes',
      'notes/b.md',
      '--force',
      'as agreed',
    ])
    expect(told.status).toBe(0)
    expect(text(root, 'notes/a.md')).toBe('# A\n\n- Status: Done (as agreed)\n- Takes over from: [b.md](b.md)\n')
    expect(text(root, 'notes/b.md')).toBe('# B\n\n- Status: Gone\n- Taken over by: [a.md](a.md)\n')
  })

  test('one of which is named twice are linked once', async () => {
    const root = notes(list, FILES)
    const twice = ['--supersedes', 'notes/b.md', '--supersedes', 'notes/../notes/b.md']
    expect((await spec(root, ['status', 'notes/a.md', ...twice])).stdout).toBe(
      'Linked notes/a.md\nSet notes/b.md to Gone, before Begun\n',
    )
    expect(text(root, 'notes/a.md')).toBe('# A\n\n- Status: Done\n- Takes over from: [b.md](b.md)\n')
  })

  test('are linked only where the form has no status for what is replaced', async () => {
    const root = notes(
      {...list, statuses: '  - {name: Begun, next: []}\n'},
      {...FILES, 'notes/a.md': '# A\n\n- Status: Begun\n'},
    )
    expect((await spec(root, ['status', 'notes/a.md', '--supersedes', 'notes/b.md'])).stdout).toBe(
      'Linked notes/a.md\nLinked notes/b.md\n',
    )
  })

  test('that have no status, and are linked already', async () => {
    const statuses = '  - {name: Begun, next: []}\n'
    const root = notes(
      {...list, statuses},
      {
        'notes/a.md': '# A\n\n- Takes over from: [b.md](b.md)\n',
        'notes/b.md': '# B\n\n- Taken over by: [a.md](a.md)\n',
      },
    )
    expect(await spec(root, ['status', 'notes/a.md', '--supersedes', 'notes/b.md'])).toEqual({
      status: 0,
      stdout: 'notes/a.md is as it was to be already: no status\n',
      stderr: '',
    })
  })
})

describe('a report for programs', () => {
  const json = async (root: string, ...argv: string[]) => {
    const report = JSON.parse((await spec(root, ['status', ...argv, '--format', 'json'])).stdout)
    expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true)
    return report
  }

  test('has the words behind a status, and those that went with it', async () => {
    const root = notes(list, {'notes/a.md': '# A\n\n- Status: Begun (for now)\n'})
    expect(await json(root, 'notes/a.md')).toMatchObject({status: {name: 'Begun', note: '(for now)'}})
    expect(await json(root, 'notes/a.md', 'done')).toMatchObject({
      outcome: 'set',
      files: [{path: 'notes/a.md', from: 'Begun', to: 'Done', lost: '(for now)'}],
    })
  })

  test('has why a document could not be checked', async () => {
    const root = repository({
      'spec.config.yaml': '',
      'specs/a.md': sound.replace('A paper card', 'See [c](../packages/one/specs/c.md). A paper card'),
      'packages/one/spec.config.yaml': 'specs: [',
      'packages/one/specs/c.md': sound,
    })
    const report = await json(root, 'specs/a.md')
    expect(report.next[0]).toEqual({
      name: 'In Review (RFC)',
      barredBy: [],
      problem: expect.stringMatching(/^a config cannot be used \(packages\/one\/spec\.config\.yaml:1: /),
    })
  })

  test('has why nobody knows since when', async () => {
    const root = folder({'spec.config.yaml': '', 'specs/a.md': sound})
    expect(await json(root, 'specs/a.md')).toMatchObject({
      status: {known: true, name: 'Draft (WIP)'},
      sinceUnknown: 'The workspace is in no git repository: nothing is known of its remote and its history',
    })
  })
})
