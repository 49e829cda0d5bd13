import {chmodSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, test} from 'vitest'
import {spec} from '../cli/support.js'
import {git, repository} from '../support/folders.js'
import {canDeny, unprivileged} from '../support/unprivileged.js'

const schema = JSON.parse(readFileSync(new URL('../../schema/migrate.schema.json', import.meta.url), 'utf8'))
const isReport = new Ajv2020({strictTypes: false, strictRequired: false}).compile(schema)

const TABLE = '| Document Metadata | Details |\n| --- | --- |\n| Author(s) | Ada |\n| Status | Draft (WIP) |\n\n'
const rfc = (body: string) => `# Seats Technical Design Document / RFC\n\n${TABLE}${body}`
const OLD = rfc('## 8. Migration, Rollout, and Testing\n\nOne region a day.\n')
const NEW = rfc('## 8. Test Plan\n\nOne region a day.\n\n<!-- spec: rfc v2 -->\n')
const text = (root: string, path: string) => readFileSync(join(root, path), 'utf8')

describe('spec migrate', () => {
  test('writes, tells what it did, and finds nothing to do a second time', async () => {
    const root = repository({'specs/a.md': OLD, 'specs/b.md': NEW})
    const first = await spec(root, ['migrate', '--to', '2'])
    expect(first.stdout).toBe(
      [
        'specs/a.md: version 1 to 2',
        '  renamed "8. Migration, Rollout, and Testing" to "8. Test Plan"',
        'Version 2 may also have "Backwards Compatibility": 1 document without it',
        'Migrated 1 document to version 2, 1 of that version already',
        '',
      ].join('\n'),
    )
    expect([first.status, text(root, 'specs/a.md'), text(root, 'specs/b.md')]).toEqual([0, NEW, NEW])
    const second = await spec(root, ['migrate', '--to', 'v2'])
    expect(second).toMatchObject({status: 0, stdout: 'Migrated 0 documents to version 2, 2 of that version already\n'})
    expect(text(root, 'specs/a.md')).toBe(NEW)
  })

  test('with --dry-run prints a diff that git applies, and writes nothing', async () => {
    const root = repository({'specs/a.md': OLD})
    const {status, stdout, stderr} = await spec(root, ['migrate', '--to', '2', '--dry-run'])
    expect([status, text(root, 'specs/a.md')]).toEqual([0, OLD])
    expect(stderr).toContain('Would migrate 1 document to version 2')
    writeFileSync(join(root, 'a.diff'), stdout)
    git(root, 'apply', 'a.diff')
    expect(text(root, 'specs/a.md')).toBe(NEW)
  })

  test('citations in other documents follow, in links and definitions; words are told', async () => {
    const root = repository({
      'specs/a.md': OLD,
      'specs/b.md': rfc(
        '## 1. Executive Summary\n\nSee [a](a.md#8-migration-rollout-and-testing), [b][a] and [c][a].\n\nAs [a](a.md), Section "Migration, Rollout, and Testing" says.\n\n[a]: ./a.md#8-migration-rollout-and-testing "A"\n',
      ),
      'research/2026-01-01-x.md': '# X\n\n[spec](../specs/a.md#8-Migration-Rollout-and-Testing)\n',
    })
    const {status, stdout} = await spec(root, ['migrate', 'specs/a.md', '--to', '2'])
    expect(status).toBe(0)
    expect(text(root, 'specs/b.md')).toContain('See [a](a.md#8-test-plan), [b][a] and [c][a].')
    expect(text(root, 'specs/b.md')).toContain('[a]: ./a.md#8-test-plan "A"')
    expect(text(root, 'specs/b.md')).not.toContain('spec: rfc v2')
    expect(text(root, 'research/2026-01-01-x.md')).toContain('(../specs/a.md#8-test-plan)')
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'specs/b.md:10: cites #8-test-plan of specs/a.md, not #8-migration-rollout-and-testing specs/b.md:14: ',
    )
    expect(stdout.match(/specs\/b.md:10: cites/g)).toHaveLength(1)
    expect(stdout.replace(/\s+/g, ' ')).toContain('which is "Test Plan" now in specs/a.md')
    const lint = await spec(root, ['lint', '--format', 'compact'])
    expect(lint.stdout).not.toMatch(/dead-anchor/)
  })

  test('prints what other tools can read', async () => {
    const root = repository({'specs/a.md': OLD, 'specs/b.md': NEW, 'specs/c.md': '# Notes\n\nRain.\n'})
    const {status, stdout} = await spec(root, ['migrate', '--to', '2', '--format', 'json', '--dry-run'])
    const report = JSON.parse(stdout)
    expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true)
    expect(status).toBe(1)
    expect(report).toMatchObject({
      schemaVersion: 1,
      to: 2,
      written: false,
      documents: [
        {path: 'specs/a.md', kind: 'rfc', outcome: 'migrated', from: 1, text: NEW},
        {path: 'specs/b.md', outcome: 'unchanged', from: 2, parts: []},
        {path: 'specs/c.md', outcome: 'left', reason: 'it has neither metadata nor sections of its template'},
      ],
    })
  })

  test('what is left, is left with the reason; the others are migrated', async () => {
    const root = repository({'specs/a.md': OLD, 'specs/b.md': rfc('<!-- spec: rfc v7 -->\n')})
    const {status, stdout} = await spec(root, ['migrate', '--to', '2'])
    expect(status).toBe(1)
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'specs/b.md: left as it is, "rfc v7" is no version that is known: correct the comment',
    )
    expect(text(root, 'specs/a.md')).toBe(NEW)
  })

  test.skipIf(!canDeny)('all are written or none', async () => {
    const root = repository({'specs/a.md': OLD, 'specs/below/b.md': OLD})
    for (const path of ['', 'specs', 'specs/a.md', 'specs/below/b.md']) chmodSync(join(root, path), 0o777)
    chmodSync(join(root, 'specs/below'), 0o555)
    const {status, stderr} = await unprivileged(() => spec(root, ['migrate', '--to', '2']))
    chmodSync(join(root, 'specs/below'), 0o755)
    expect(status).toBe(2)
    expect(stderr).toMatch(/"specs\/below\/b.md" was not written: .*"specs\/a.md" was put back as it was/)
    expect(text(root, 'specs/a.md')).toBe(OLD)
  })
})

describe('what cannot be followed', () => {
  const CONFIG = 'kinds:\n  note: {files: notes/*.md, template: forms/note.md}\n'
  const FORM = '<!-- spec-template\nversion: 2\n-->\n\n# [Name]\n\n## Why\n\nTBD\n'
  const made = () => {
    const root = repository({
      'spec.config.yaml': CONFIG,
      'forms/note.md': FORM,
      'notes/a.md': '# A\n\n## Why\n\nSo.\n',
      'specs/a.md': OLD,
      'research/2026-01-01-x.md': '# X\n',
      'specs/bad.md': '',
    })
    writeFileSync(join(root, 'specs/bad.md'), Uint8Array.of(0xff, 0xfe, 0x41))
    return root
  }

  test.each([
    [['--to', '3'], 'Unexpected version 3 of the kind "rfc", expected 1 or 2\n'],
    [['specs/a.md', '--to', '3'], 'Unexpected version 3 of the kind "rfc", expected 1 or 2 (for "specs/a.md")'],
    [
      ['notes/a.md', '--to', '1'],
      'Unexpected version 1 of the kind "note", expected 2, the only one that it has (for "notes/a.md")',
    ],
    [
      ['research/2026-01-01-x.md', '--to', '2'],
      'Unexpected kind "research", which has no template, expected one with a version 2 (for "research/2026-01-01-x.md")',
    ],
    [['specs/none.md', '--to', '2'], 'specs/none.md'],
    [['--to', 'two'], 'Unexpected version "two", expected a whole number such as 2'],
    [[], 'Missing --to, expected a version: 1 or 2 of the kind "rfc"'],
  ])('%j', async (args, message) => {
    const root = made()
    const {status, stderr} = await spec(root, ['migrate', ...args])
    expect(status).toBe(2)
    expect(stderr).toContain(message)
    expect(text(root, 'specs/a.md')).toBe(OLD)
  })

  test('of many that are named some are told', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'].map(name => `specs/${name}.md`)
    const root = repository(Object.fromEntries(names.map(name => [name, OLD])))
    const {stderr} = await spec(root, ['migrate', ...names, '--to', '3'])
    expect(stderr).toBe(
      'spec: Unexpected version 3 of the kind "rfc", expected 1 or 2 (for "specs/a.md", "specs/b.md", "specs/c.md" and 2 more)\n',
    )
  })

  test('where no kind has several versions, none can be named', async () => {
    const root = repository({
      'spec.config.yaml': 'kinds:\n  rfc: {template: forms/rfc.md}\n',
      'forms/rfc.md': '<!-- spec-template\nversion: 1\n-->\n\n# [Name]\n\n## Why\n\nTBD\n',
    })
    const {status, stderr} = await spec(root, ['migrate'])
    expect([status, stderr]).toEqual([2, 'spec: Missing --to, expected a version; but no kind has more than one\n'])
  })

  test('where some are read and one is not, the others are migrated', async () => {
    const root = made()
    const {status, stdout} = await spec(root, ['migrate', 'specs', '--to', '2'])
    expect([status, text(root, 'specs/a.md')]).toEqual([2, NEW])
    expect(stdout).toContain('Migrated 1 document to version 2, 1 not read\n')
  })

  test('a file that cannot be read is told, and is exit status 2', async () => {
    const root = made()
    const {status, stdout} = await spec(root, ['migrate', 'specs/bad.md', '--to', '2'])
    expect(status).toBe(2)
    expect(stdout).toMatch(/^specs\/bad.md: not read, /)
  })
})

describe('versions of a kind of one’s own', () => {
  const form = (version: number, body: string) => `<!-- spec-template\nversion: ${version}\n-->\n\n# [Name]\n\n${body}`
  const FORMS = {
    'forms/1.md': form(1, '## Analysis\n\nTBD\n'),
    'forms/2.md': form(2, '## Causes\n\n<!-- section\nwas: analysis\n-->\n\nTBD\n'),
    'forms/law.yaml':
      '$ref: specwright:core\n$defs:\n  missing-causes:\n    title: There are causes\n    severity: error\n    message: Missing section "{missing}", expected it here\n    if: {properties: {template: {properties: {version: {const: 2}}, required: [version]}}, required: [template]}\n    then: {properties: {sections: {required: [causes]}}}\n    else: {properties: {sections: {required: [analysis]}}}\n',
  }
  const config = (more: string) =>
    `kinds:\n  review:\n    files: reviews/*.md\n    schema: forms/law.yaml\n    ${more}\n`
  const REVIEW = '# Mail was late\n\n## Analysis\n\nThe queue was full.\n'

  test('one schema asks of each what its version has; scaffold goes by the first, or by what the config says', async () => {
    const root = repository({
      ...FORMS,
      'spec.config.yaml': config('template: [forms/2.md, forms/1.md]'),
      'reviews/a.md': REVIEW,
      'reviews/b.md': `${REVIEW.replace('Analysis', 'Causes')}\n<!-- spec: review v2 -->\n`,
    })
    expect((await spec(root, ['schema', 'check', 'forms/law.yaml'])).stdout).toContain('no problems')
    expect(await spec(root, ['lint', '--format', 'compact'])).toMatchObject({status: 0, stdout: ''})
    const {stdout} = await spec(root, ['scaffold', 'Disk full', '--kind', 'review', '--dry-run'])
    expect(stdout).toContain('## Causes\n')
    writeFileSync(
      join(root, 'spec.config.yaml'),
      config('{template: [forms/2.md, forms/1.md], version: 1}')
        .replace('    {', '    ')
        .replace('}', '')
        .replace(', version', '\n    version'),
    )
    expect((await spec(root, ['scaffold', 'Disk full', '--kind', 'review', '--dry-run'])).stdout).toContain(
      '## Analysis\n',
    )
    expect((await spec(root, ['migrate', '--to', '2'])).status).toBe(0)
    expect(text(root, 'reviews/a.md')).toBe(`${REVIEW.replace('Analysis', 'Causes')}\n<!-- spec: review v2 -->\n`)
    expect(await spec(root, ['lint', '--format', 'compact'])).toMatchObject({status: 0, stdout: ''})
  })

  test('a number that is another one now is told where another document names it', async () => {
    const root = repository({
      'forms/1.md': form(1, '## 1. Why\n\nTBD\n\n## 2. How\n\nTBD\n'),
      'forms/2.md': form(2, '## 1. Why\n\nTBD\n\n## 2. Who\n\nTBD\n\n## 3. How\n\nTBD\n'),
      'spec.config.yaml': 'kinds:\n  review: {files: specs/reviews/*.md, template: [forms/1.md, forms/2.md]}\n',
      'specs/reviews/a.md': '# A\n\n## 1. Why\n\nSo.\n\n## 2. How\n\nSo.\n',
      'specs/b.md': rfc('## 1. Executive Summary\n\nAs [a](reviews/a.md) §2 says, and [a](reviews/a.md#2-how).\n'),
    })
    const {stdout} = await spec(root, ['migrate', '--to', '2', '--format', 'json', 'specs/reviews'])
    const report = JSON.parse(stdout)
    expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true)
    expect(report.citations).toEqual([
      {path: 'specs/b.md', line: 10, document: 'specs/reviews/a.md', from: '2-how', to: '3-how'},
    ])
    expect(report.left).toEqual([{path: 'specs/b.md', line: 10, text: '§2', document: 'specs/reviews/a.md', to: '3'}])
    expect(text(root, 'specs/reviews/a.md')).toContain('## 2. Who\n\nTBD\n\n## 3. How\n')
  })

  test.each([
    ['template: [forms/1.md, forms/1.md]', /forms\/1.md:1: Unexpected second template of version 1/],
    [
      'template: [forms/3.md, forms/1.md]',
      /forms\/3.md:\d+: Unexpected "was: nothing", expected a section that version 1 has/,
    ],
    ['template: forms/2.md\n    version: 1', /Unexpected version 1 of the kind "review", expected one of 2/],
  ])('%s is an error with its place', async (more, message) => {
    const third = form(3, '## Causes\n\n<!-- section\nwas: nothing\n-->\n\nTBD\n')
    const root = repository({...FORMS, 'forms/3.md': third, 'spec.config.yaml': config(more), 'reviews/a.md': REVIEW})
    const {status, stderr} = await spec(root, ['lint'])
    expect(status).toBe(2)
    expect(stderr.replace(/\s+/g, ' ')).toMatch(message)
  })
})

describe('spec scaffold --template-version', () => {
  test('makes a document of that version, in which lint finds no error', async () => {
    const root = repository({'README.md': '# R\n'})
    const made = await spec(root, [
      'scaffold',
      'Seats',
      '--template-version',
      '2',
      '--out',
      'specs/two.md',
      '--date',
      '2026-01-15',
    ])
    expect(made.status).toBe(0)
    expect(text(root, 'specs/two.md')).toMatch(/## 8\. Test Plan\n[\s\S]*<!-- spec: rfc v2 -->\n$/)
    expect((await spec(root, ['lint', '--format', 'compact'])).stdout).not.toMatch(/ error /)
  })

  test('is what version 1 becomes that nobody has filled in', async () => {
    const root = repository({'README.md': '# R\n'})
    for (const version of ['1', '2'])
      await spec(root, [
        'scaffold',
        'Seats',
        '--template-version',
        version,
        '--out',
        `specs/${version}.md`,
        '--date',
        '2026-01-15',
      ])
    await spec(root, ['migrate', 'specs/1.md', '--to', '2'])
    expect(text(root, 'specs/1.md')).toBe(text(root, 'specs/2.md'))
    await spec(root, ['migrate', '--to', '1'])
    expect((await spec(root, ['lint', '--format', 'compact'])).stdout).not.toMatch(/ error |deprecated-part/)
  })

  test.each([
    [['--template-version', '3'], 'Unexpected version "3" of the form of "rfc", expected one of 1, 2'],
    [['--template-version', '2', '--template', 'a.md'], 'Unexpected --template-version beside --template'],
  ])('%j', async (args, message) => {
    const {status, stderr} = await spec(repository({}), ['scaffold', 'Seats', ...args])
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)])
  })
})
