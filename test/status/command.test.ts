import {chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, test} from 'vitest'
import {writeAll} from '../../src/commands/support/all-or-nothing.js'
import type {PlannedFile} from '../../src/status/index.js'
import {statusNamed} from '../../src/template/index.js'
import {openWorkspace} from '../../src/workspace/index.js'
import {spec} from '../cli/support.js'
import {commit, folder, git, repository} from '../support/folders.js'
import {canDeny, unprivileged} from '../support/unprivileged.js'

const schema = JSON.parse(readFileSync(new URL('../../schema/status.schema.json', import.meta.url), 'utf8'))
const isReport = new Ajv2020({strictTypes: false, strictRequired: false}).compile(schema)

/** A kind with a law that asks one thing of a document that is done. */
const CONFIG = `kinds:
  note: {files: 'notes/*.md', template: forms/note.md, schema: forms/note.schema.json}
`
const FORM = `<!-- spec-template
statuses:
  - {name: Begun (WIP), next: [Done, Gone]}
  - {name: Done, aliases: [Ready], next: [Gone], approved: true}
  - {name: Gone, superseded: true, next: []}
metadata:
  source: list
  rows:
    - {id: status, label: Status}
    - {id: last, label: Last change, days: updated, optional: true}
    - {id: supersedes, label: Takes over from, optional: true}
    - {id: superseded-by, label: Taken over by, optional: true}
-->

# [Name]

- Status: Begun (WIP)

## Words
`
const LAW = JSON.stringify({
  $ref: 'specwright:core',
  $defs: {
    'too-short': {
      title: 'What is done has three words',
      severity: {Done: 'error', default: 'info'},
      message: 'Unexpected number of words ({value}), expected at least {limit}',
      properties: {sections: {properties: {words: {properties: {words: {minimum: 3}}}}}},
    },
  },
})
const note = (status: string, words = 'One two three.', ...rows: string[]) =>
  `# Note\n\n- Status: ${status}\n${rows.map(row => `- ${row}\n`).join('')}\n## Words\n\n${words}\n`

function notes(files: Record<string, string>): string {
  return repository({'spec.config.yaml': CONFIG, 'forms/note.md': FORM, 'forms/note.schema.json': LAW, ...files})
}

const text = (root: string, path: string) => readFileSync(join(root, path), 'utf8')

describe('a kind of one’s own', () => {
  test('shows what bars what, with places in the document as it is', async () => {
    const root = notes({'notes/a.md': note('Begun', 'One.', 'Last change: 2026-01-01')})
    const {status, stdout} = await spec(root, ['status', 'notes/a.md'])
    expect(status).toBe(0)
    expect(stdout).toBe(
      [
        'notes/a.md: Begun, since 2026-01-15 (commit '.concat(git(root, 'rev-parse', 'HEAD').slice(0, 10), ')'),
        '',
        'Done: barred by 1 error',
        '  6:1 too-short: Unexpected number of words (1), expected at least 3',
        'Gone: nothing bars it',
        '',
      ].join('\n'),
    )
    const json = JSON.parse((await spec(root, ['status', 'notes/a.md', '--format', 'json'])).stdout)
    expect(isReport(json), JSON.stringify(isReport.errors)).toBe(true)
    expect(json).toMatchObject({
      path: 'notes/a.md',
      kind: 'note',
      status: {known: true, name: 'Begun (WIP)', value: 'Begun'},
      since: {date: '2026-01-15'},
      next: [
        {name: 'Done', barredBy: [{ruleId: 'too-short', line: 6, column: 1}]},
        {name: 'Gone', barredBy: []},
      ],
    })
  })

  test('is refused, with the list, and nothing is written', async () => {
    const before = note('Begun', 'One.')
    const root = notes({'notes/a.md': before})
    const {status, stdout} = await spec(root, ['status', 'notes/a.md', 'ready'])
    expect({status, stdout}).toEqual({
      status: 1,
      stdout: [
        'Refused: notes/a.md does not become Done, barred by 1 error',
        '  5:1 too-short: Unexpected number of words (1), expected at least 3',
        '',
        '--force REASON sets it all the same, and the reason stands behind the status.',
        '',
      ].join('\n'),
    })
    const json = JSON.parse((await spec(root, ['status', 'notes/a.md', 'done', '--format', 'json'])).stdout)
    expect(isReport(json), JSON.stringify(isReport.errors)).toBe(true)
    expect(json).toMatchObject({outcome: 'refused', files: [{to: 'Done', barredBy: [{ruleId: 'too-short'}]}]})
    expect(text(root, 'notes/a.md')).toBe(before)
  })

  test('a frozen message bars it all the same', async () => {
    const root = notes({'notes/a.md': note('Begun', 'One.')})
    writeFileSync(join(root, 'notes/a.md'), note('Done', 'One.'))
    expect((await spec(root, ['lint', '--update-baseline'])).status).toBe(0)
    writeFileSync(join(root, 'notes/a.md'), note('Begun', 'One.'))
    expect((await spec(root, ['status', 'notes/a.md', 'done'])).status).toBe(1)
  })

  test('is set with a reason, which stands behind it until the next one', async () => {
    const root = notes({'notes/a.md': note('Begun', 'One.', 'Last change: 2026-01-01')})
    const set = await spec(root, [
      'status',
      'notes/a.md',
      'done',
      '--force',
      ' short\n by  design ',
      '--date',
      '2026-02-01',
    ])
    expect(set).toEqual({
      status: 0,
      stderr: '',
      stdout:
        'Set notes/a.md to Done, before Begun (WIP)\n  last updated on 2026-02-01\n' +
        '  against what bars it, for this reason: short by design\n',
    })
    expect(text(root, 'notes/a.md')).toBe(note('Done (short by design)', 'One.', 'Last change: 2026-02-01'))
    const back = await spec(root, ['status', 'notes/a.md', 'begun', '--force', 'try again', '--date', '2026-01-20'])
    expect(back.stdout).toContain('  without the words behind the former status: (short by design)\n')
    expect(text(root, 'notes/a.md')).toBe(note('Begun (WIP) (try again)', 'One.', 'Last change: 2026-02-01'))
  })

  test('a reason that is not needed is not written', async () => {
    const root = notes({'notes/a.md': note('Begun')})
    const {status, stderr} = await spec(root, ['status', 'notes/a.md', 'done', '--force', 'x'])
    expect({status, stderr}).toEqual({
      status: 0,
      stderr: 'note: Nothing bars it: the reason of --force was not written\n',
    })
    expect(text(root, 'notes/a.md')).toBe(note('Done'))
  })

  test('--dry-run prints a patch that git applies, and writes nothing', async () => {
    const root = notes({'notes/a.md': note('Begun').replaceAll('\n', '\r\n'), 'notes/b.md': note('Done')})
    const argv = ['status', 'notes/a.md', '--superseded-by', 'notes/b.md']
    const dry = await spec(root, [...argv, '--dry-run'])
    expect(dry.status).toBe(0)
    expect(dry.stderr).toBe('Would set notes/a.md to Gone, before Begun (WIP)\nWould link notes/b.md\n')
    expect(git(root, 'status', '--porcelain')).toBe('')
    writeFileSync(join(root, 'patch'), dry.stdout)
    git(root, 'apply', 'patch')
    const applied = [text(root, 'notes/a.md'), text(root, 'notes/b.md')]
    git(root, 'checkout', '--', 'notes')
    expect((await spec(root, argv)).status).toBe(0)
    expect([text(root, 'notes/a.md'), text(root, 'notes/b.md')]).toEqual(applied)
    expect(applied[0]).toBe(note('Gone', undefined, 'Taken over by: [b.md](b.md)').replaceAll('\n', '\r\n'))
    const json = JSON.parse(
      (await spec(root, ['status', 'notes/b.md', 'gone', '--dry-run', '--format', 'json'])).stdout,
    )
    expect(isReport(json), JSON.stringify(isReport.errors)).toBe(true)
    expect(json.files[0].text).toContain('- Status: Gone\n')
  })

  test('two at once are refused where one is: neither is written', async () => {
    const [a, b] = [note('Gone'), note('Begun', 'One.')]
    const root = notes({'notes/a.md': a, 'notes/b.md': b})
    // The one that takes over is not yet fit for its status.
    const {status, stdout} = await spec(root, ['status', 'notes/b.md', 'done', '--supersedes', 'notes/a.md'])
    expect(status).toBe(1)
    expect(stdout).toContain('Refused: notes/b.md does not become Done')
    expect([text(root, 'notes/a.md'), text(root, 'notes/b.md')]).toEqual([a, b])
    // Gone already: linked only.
    const linked = await spec(root, ['status', 'notes/b.md', '--supersedes', 'notes/a.md'])
    expect(linked).toMatchObject({status: 0, stdout: 'Linked notes/b.md\nLinked notes/a.md\n'})
    expect((await spec(root, ['lint', '--format', 'compact', '--fail-on', 'warning'])).status).toBe(0)
  })

  test('a link that lint makes an error does not bar what sets both sides', async () => {
    const root = notes({'notes/a.md': note('Begun'), 'notes/b.md': note('Begun')})
    const rules = 'rules: {one-sided-supersession: error, superseded-status: error}\n'
    writeFileSync(join(root, 'spec.config.yaml'), `${CONFIG}${rules}`)
    expect((await spec(root, ['status', 'notes/a.md', '--superseded-by', 'notes/b.md'])).status).toBe(0)
  })

  test('a form that names the successor behind the status', async () => {
    const adr = new URL('../../examples/kinds/adr/', import.meta.url)
    const record = (status: string) =>
      `---\nstatus: ${status}\ndate: 2026-01-01\n---\n\n# Use it\n\n## Context and Problem Statement\n\nWhich?\n\n## Considered Options\n\n- A\n- B\n\n## Decision Outcome\n\nChosen option: "A", because it is.\n`
    const root = repository({
      'spec.config.yaml': 'kinds:\n  adr: {files: "decisions/*.md", template: form.md, schema: law.yaml}\n',
      'form.md': readFileSync(new URL('template.md', adr), 'utf8'),
      'law.yaml': readFileSync(new URL('schema.yaml', adr), 'utf8'),
      'decisions/0001-a.md': record('accepted # as agreed'),
      'decisions/0002-b.md': record('proposed'),
    })
    // Without a successor the law bars it.
    expect((await spec(root, ['status', 'decisions/0001-a.md', 'superseded'])).status).toBe(1)
    const argv = [
      'status',
      'decisions/0002-b.md',
      'accepted',
      '--supersedes',
      'decisions/0001-a.md',
      '--date',
      '2026-02-01',
    ]
    expect(await spec(root, argv)).toMatchObject({status: 0, stderr: ''})
    expect(text(root, 'decisions/0001-a.md')).toBe(
      record('superseded by 0002-b.md # as agreed').replace('2026-01-01', '2026-02-01'),
    )
    expect(text(root, 'decisions/0002-b.md')).toBe(record('accepted').replace('2026-01-01', '2026-02-01'))
    expect((await spec(root, ['lint', '--format', 'compact', '--fail-on', 'warning'])).status).toBe(0)
    expect((await spec(root, argv)).stdout).toContain('is as it was to be already: accepted')
    expect((await spec(root, ['status', 'decisions/0001-a.md'])).stdout).toContain('\nNo status follows it.\n')
  })

  test('an unknown or missing status counts as the first', async () => {
    const root = notes({
      'notes/a.md': note('Wip'),
      'notes/b.md': note('Begun').replace('- Status: Begun', '- Last change: x'),
    })
    expect((await spec(root, ['status', 'notes/a.md'])).stdout).toMatch(
      /^notes\/a\.md: Wip which is none of its form\n\nBegun \(WIP\): nothing bars it\nDone: nothing bars it\n/,
    )
    expect((await spec(root, ['status', 'notes/a.md', 'begun'])).status).toBe(0)
    expect(text(root, 'notes/a.md')).toBe(note('Begun (WIP)'))
    expect((await spec(root, ['status', 'notes/b.md'])).stdout).toMatch(/^notes\/b\.md: no status \(it counts as Begun/)
    expect((await spec(root, ['status', 'notes/b.md', 'done'])).status).toBe(0)
    expect(text(root, 'notes/b.md')).toContain('- Last change: x\n- Status: Done\n')
  })
})

describe('what cannot be followed', () => {
  const root = () =>
    notes({
      'notes/a.md': note('Begun'),
      'notes/b.md': note('Begun'),
      'research/r.md': '# R\n',
      'forms/bare.md': '# [Name]\n\n## A\n',
    })
  test.each([
    [['notes/x.md'], /^spec: "notes\/x\.md" cannot be read: /],
    [
      ['notes/a.md', 'dnoe'],
      /^spec: Unknown status "dnoe", expected "Begun \(WIP\)", "Done" or "Gone"\. Did you mean "Done"\?/,
    ],
    [['notes/a.md', '--force', 'x'], /^spec: Unexpected --force without a status/],
    [['notes/a.md', '--dry-run'], /^spec: Unexpected --dry-run without a status/],
    [['notes/a.md', 'done', '--force', ' - '], /^spec: Unexpected reason " - " of --force/],
    [
      ['notes/a.md', 'done', '--force', 'a\u202Eb'],
      /^spec: Unexpected reason of --force with signs that cannot be seen/,
    ],
    [
      ['notes/a.md', 'done', '--superseded-by', 'notes/b.md'],
      /^spec: Unexpected status "Done" beside --superseded-by, expected "Gone"/,
    ],
    [['notes/a.md', '--superseded-by', 'notes/a.md'], /^spec: Unexpected "notes\/a\.md", expected another document/],
    [
      ['notes/a.md', '--superseded-by', 'notes/b.md', '--supersedes', 'notes/b.md'],
      /^spec: Unexpected "notes\/b\.md" on both sides/,
    ],
    [
      ['notes/a.md', '--superseded-by', 'research/r.md'],
      /^spec: "research\/r\.md" is of the kind "research", whose form has no statuses/,
    ],
    [['notes/a.md', 'done', '--date', '2026-02-30'], /^spec: Unexpected date "2026-02-30"/],
    [['notes/a.md', 'done', '--kind', 'nte'], /^spec: Unknown kind "nte".*Did you mean "note"/],
  ])('%j', async (argv, expected) => {
    const {status, stderr} = await spec(root(), ['status', ...argv])
    expect(stderr.split('\n').slice(0, 1).join('')).toMatch(expected)
    expect(status).toBe(2)
  })

  test('a form without rows for the links', async () => {
    const cwd = repository({
      'spec.config.yaml': 'kinds:\n  note: {files: "notes/*.md", template: form.md}\n',
      'form.md': '<!-- spec-template\nstatuses: [a, b]\n-->\n\n# [N]\n\n- Status: a\n\n## A\n',
      'notes/a.md': '# A\n\n- Status: a\n\n## A\n\nx\n',
      'notes/b.md': '# B\n\n- Status: a\n\n## A\n\nx\n',
    })
    const {status, stderr} = await spec(cwd, ['status', 'notes/a.md', '--superseded-by', 'notes/b.md'])
    expect({status, stderr}).toEqual({
      status: 2,
      stderr:
        'spec: The form of "note" has no row "superseded-by", expected one in its template (see docs/status.md)\n',
    })
    // It says nothing of what follows: anything may.
    expect((await spec(cwd, ['status', 'notes/a.md'])).stdout).toMatch(/\n\nb: nothing bars it\n$/)
  })

  test('a link as target is refused, and left alone', async () => {
    const cwd = notes({'notes/a.md': note('Begun'), 'elsewhere.txt': ''})
    symlinkSync('a.md', join(cwd, 'notes/l.md'))
    const {status, stderr} = await spec(cwd, ['status', 'notes/l.md', 'done'])
    expect(status).toBe(2)
    expect(stderr).toContain('"notes/l.md" was not written: ')
    expect(text(cwd, 'notes/a.md')).toBe(note('Begun'))
  })
})

describe('both files or none', () => {
  const files = (root: string): PlannedFile[] =>
    ['a.md', 'b.md'].map(path => ({path, before: text(root, path), after: `${path} changed\n`}))
  const show = (path: string) => path

  test('the first is put back where the second was changed meanwhile', async () => {
    const root = folder({'a.md': 'a\n', 'b.md': 'b\n'})
    const workspace = await openWorkspace({root})
    const wanted = files(root)
    writeFileSync(join(root, 'b.md'), 'b, by somebody\n')
    await expect(writeAll(wanted, workspace, show)).rejects.toThrow(
      '"b.md" was not written: "b.md" was changed meanwhile, or is no regular file: nothing was written. "a.md" was put back as it was',
    )
    expect([text(root, 'a.md'), text(root, 'b.md')]).toEqual(['a\n', 'b, by somebody\n'])
    await workspace.close()
  })

  test.skipIf(!canDeny)('and where its folder cannot be written to', async () => {
    const root = folder({'a.md': 'a\n', 'locked/b.md': 'b\n'})
    chmodSync(root, 0o777)
    chmodSync(join(root, 'a.md'), 0o666)
    chmodSync(join(root, 'locked'), 0o555)
    const workspace = await openWorkspace({root})
    const wanted = [
      {path: 'a.md', before: 'a\n', after: 'x\n'},
      {path: 'locked/b.md', before: 'b\n', after: 'x\n'},
    ]
    await workspace.read('a.md')
    await unprivileged(async () => {
      await expect(writeAll(wanted, workspace, show)).rejects.toThrow(
        '"locked/b.md" was not written: "locked/b.md" cannot be written: permission denied. "a.md" was put back as it was',
      )
    })
    expect(text(root, 'a.md')).toBe('a\n')
    await workspace.close()
  })

  test('where it cannot be put back either, that is told', async () => {
    const root = folder({'a.md': 'a\n', 'b.md': 'b\n'})
    const workspace = await openWorkspace({root})
    const replace: typeof workspace.replace = async (path, after, before) => {
      if (path === 'b.md') {
        writeFileSync(join(root, 'a.md'), 'a, by somebody\n')
        writeFileSync(join(root, 'b.md'), 'b, by somebody\n')
      }
      return workspace.replace(path, after, before)
    }
    await expect(writeAll(files(root), {replace}, show)).rejects.toThrow(
      /"b\.md" was not written: .*\. "a\.md" could not be put back, and stays changed: "a\.md" was changed meanwhile/,
    )
    await workspace.close()
  })
})

test('a status is known by any of its words, case aside', () => {
  const statuses = [
    {name: 'In Review (RFC)', short: 'In Review', aliases: ['Open for comments']},
    {name: 'Open', short: 'Open', aliases: []},
    {name: 'Done (yes)', short: 'Done', aliases: ['Ready']},
    {name: 'Done (no)', short: 'Done', aliases: ['ready']},
  ]
  const named = (word: string) => {
    const reading = statusNamed(word, statuses)
    return reading.type === 'found' ? reading.status.name : reading
  }
  for (const word of ['in review (rfc)', 'IN REVIEW', 'open for  comments', 'in-review', 'open-for-comments'])
    expect(named(word), word).toBe('In Review (RFC)')
  expect(named('open')).toBe('Open')
  expect(named('done (no)')).toBe('Done (no)')
  expect(named('done')).toEqual({type: 'ambiguous', names: ['Done (yes)', 'Done (no)']})
  expect(named('READY')).toEqual({type: 'ambiguous', names: ['Done (yes)', 'Done (no)']})
  expect(named('opne')).toEqual({type: 'unknown', near: ['Open']})
  expect(named('zzzz')).toEqual({type: 'unknown', near: []})
})

describe('since when', () => {
  test('renames are followed, and a status that was mended breaks nothing', async () => {
    const root = notes({'notes/a.md': note('Begun')})
    writeFileSync(join(root, 'notes/a.md'), note('Done'))
    const done = commit(root, 'done')
    writeFileSync(join(root, 'notes/a.md'), note('Doen'))
    commit(root, 'a slip')
    git(root, 'mv', 'notes/a.md', 'notes/b.md')
    writeFileSync(join(root, 'notes/b.md'), note('Ready'))
    commit(root, 'elsewhere')
    const json = JSON.parse((await spec(root, ['status', 'notes/b.md', '--format', 'json'])).stdout)
    expect(json.since.commit).toBe(done)
  })

  test('a shallow clone cannot tell, and lint says that it could not', async () => {
    const root = notes({'notes/a.md': note('Done')})
    writeFileSync(join(root, 'x'), '')
    commit(root, 'more')
    const clone = join(folder(), 'clone')
    git(root, 'clone', '--quiet', '--depth', '1', `file://${root}`, clone)
    expect((await spec(clone, ['status', 'notes/a.md'])).stdout.replace(/\s+/g, ' ')).toContain(
      'notes/a.md: Done (since when cannot be told: The git repository is a shallow clone',
    )
    const lint = JSON.parse((await spec(clone, ['lint', '--format', 'json'])).stdout)
    expect(lint.summary.skippedChecks).toBe(1)
    const shown = await spec(clone, ['lint'])
    expect(shown.stdout).toContain('changes since the approval: The git repository is a shallow clone')
  })

  test('without a repository', async () => {
    const root = folder({'spec.config.yaml': CONFIG, 'forms/note.md': FORM, 'forms/note.schema.json': LAW})
    mkdirSync(join(root, 'notes'))
    writeFileSync(join(root, 'notes/a.md'), note('Done'))
    expect((await spec(root, ['status', 'notes/a.md'])).stdout).toContain('The workspace is in no git repository')
    expect((await spec(root, ['status', 'notes/a.md', 'gone'])).status).toBe(0)
  })
})
