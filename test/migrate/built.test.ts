import {spawnSync} from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, test} from 'vitest'
import {bareEnvironment, commit, git, repository} from '../support/folders.js'

// The built command, as a user runs it: `npm test` builds it first.
const bin = fileURLToPath(new URL('../../bin/spec.js', import.meta.url))
const schema = JSON.parse(readFileSync(new URL('../../schema/migrate.schema.json', import.meta.url), 'utf8'))
const isReport = new Ajv2020({strictTypes: false, strictRequired: false}).compile(schema)

function spec(cwd: string, ...argv: string[]) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [bin, ...argv], {
    cwd,
    env: {...bareEnvironment(), SPEC_NO_CACHE: '1'},
    encoding: 'utf8',
  })
  return {status, stdout, stderr}
}

const document = (title: string, section: string, mark = '') =>
  `# ${title} Technical Design Document / RFC\n\n| Document Metadata | Details |\n| --- | --- |\n| Author(s) | Ada |\n| Status | Draft (WIP) |\n\n` +
  `## ${section}\n\nOne region a day.\n${mark === '' ? '' : `\n<!-- spec: rfc ${mark} -->\n`}`
const OLD = document('Seats', '8. Migration, Rollout, and Testing')
const NEW = document('Seats', '8. Test Plan', 'v2')
const text = (root: string, path: string) => readFileSync(join(root, path), 'utf8')

/** All that may not change: names, links and texts, git's own aside. */
function snapshot(root: string): Record<string, string> {
  const names = readdirSync(root, {recursive: true, encoding: 'utf8'}).filter(name => !/^\.git\b/.test(name))
  return Object.fromEntries(
    names.sort().map(name => {
      const stats = lstatSync(join(root, name))
      if (stats.isSymbolicLink()) return [name, `link to ${readlinkSync(join(root, name))}`]
      return [name, stats.isFile() ? text(root, name) : 'folder']
    }),
  )
}

describe('a dry run', () => {
  test('shows the diff, which git applies to exactly what the run itself writes; nothing is written', () => {
    const root = repository({
      'specs/a.md': OLD,
      'specs/b.md': `# B\n\nSee [a](a.md#8-migration-rollout-and-testing).\n`,
      'specs/c.md': NEW,
    })
    const before = snapshot(root)
    const {status, stdout, stderr} = spec(root, 'migrate', 'specs/a.md', '--to', '2', '--dry-run')
    expect([status, snapshot(root)]).toEqual([0, before])
    expect(stdout).toBe(
      [
        '--- a/specs/a.md',
        '+++ b/specs/a.md',
        '@@ -5,6 +5,8 @@',
        ' | Author(s) | Ada |',
        ' | Status | Draft (WIP) |',
        ' ',
        '-## 8. Migration, Rollout, and Testing',
        '+## 8. Test Plan',
        ' ',
        ' One region a day.',
        '+',
        '+<!-- spec: rfc v2 -->',
        '--- a/specs/b.md',
        '+++ b/specs/b.md',
        '@@ -1,3 +1,3 @@',
        ' # B',
        ' ',
        '-See [a](a.md#8-migration-rollout-and-testing).',
        '+See [a](a.md#8-test-plan).',
        '',
      ].join('\n'),
    )
    expect(stderr).toContain('Would migrate 1 document to version 2\n')
    writeFileSync(join(root, 'a.diff'), stdout)
    git(root, 'apply', 'a.diff')
    const applied = [text(root, 'specs/a.md'), text(root, 'specs/b.md')]
    git(root, 'checkout', '--', 'specs')
    expect(spec(root, 'migrate', 'specs/a.md', '--to', '2')).toMatchObject({status: 0, stderr: ''})
    expect([text(root, 'specs/a.md'), text(root, 'specs/b.md')]).toEqual(applied)
    expect(applied[0]).toBe(NEW)
  })

  test('from a folder below, the paths are those of that folder', () => {
    const root = repository({'specs/a.md': OLD})
    const {stdout, stderr} = spec(join(root, 'specs'), 'migrate', 'a.md', '--to', '2', '--dry-run')
    expect(stdout).toContain('--- a/a.md\n+++ b/a.md\n')
    expect(stderr).toContain('a.md: version 1 to 2\n')
  })
})

describe('what is written', () => {
  test('the documents of a folder, those below it too, and no others', () => {
    const root = repository({'specs/one/a.md': OLD, 'specs/one/below/b.md': OLD, 'specs/two/c.md': OLD})
    const {status, stdout} = spec(root, 'migrate', 'specs/one', '--to', '2')
    expect([status, text(root, 'specs/one/a.md'), text(root, 'specs/one/below/b.md')]).toEqual([0, NEW, NEW])
    expect(text(root, 'specs/two/c.md')).toBe(OLD)
    expect(stdout).toContain('Migrated 2 documents to version 2\n')
    expect(git(root, 'status', '--porcelain')).toBe(' M specs/one/a.md\n M specs/one/below/b.md\n')
  })

  test('what is not committed goes along; what is staged stays staged as it was', () => {
    const root = repository({'specs/a.md': OLD})
    const staged = OLD.replace('One region', 'Two regions')
    writeFileSync(join(root, 'specs/a.md'), staged)
    git(root, 'add', 'specs/a.md')
    writeFileSync(join(root, 'specs/a.md'), staged.replace('a day', 'a week'))
    expect(spec(root, 'migrate', '--to', '2').status).toBe(0)
    expect(text(root, 'specs/a.md')).toBe(NEW.replace('One region a day', 'Two regions a week'))
    expect(git(root, 'show', ':specs/a.md')).toBe(staged)
    expect(git(root, 'show', 'HEAD:specs/a.md')).toBe(OLD)
  })

  test('the mode, the line endings, the byte order mark and the lack of a final newline stay; no other file comes', () => {
    const mark = '\uFEFF'
    const root = repository({'specs/a.md': `${mark}${OLD.trimEnd().replaceAll('\n', '\r\n')}`})
    chmodSync(join(root, 'specs/a.md'), 0o640)
    expect(spec(root, 'migrate', '--to', '2').status).toBe(0)
    expect(text(root, 'specs/a.md')).toBe(`${mark}${NEW.trimEnd().replaceAll('\n', '\r\n')}`)
    expect(statSync(join(root, 'specs/a.md')).mode & 0o777).toBe(0o640)
    expect(readdirSync(join(root, 'specs'))).toEqual(['a.md'])
  })

  test('of that version already: the file is not touched', () => {
    const root = repository({'specs/a.md': NEW})
    const {ino, mtimeMs} = statSync(join(root, 'specs/a.md'))
    const ran = spec(root, 'migrate', 'specs/a.md', '--to', '2')
    expect(ran).toEqual({
      status: 0,
      stdout: 'Migrated 0 documents to version 2, 1 of that version already\n',
      stderr: '',
    })
    expect(statSync(join(root, 'specs/a.md'))).toMatchObject({ino, mtimeMs})
    expect(spec(root, 'migrate', 'specs/a.md', '--to', '2', '--dry-run').stdout).toBe('')
  })

  test('without a comment it is of version 1: so it stays, and --to 1 says so', () => {
    const root = repository({'specs/a.md': OLD})
    expect(spec(root, 'migrate', '--to', '1')).toMatchObject({
      status: 0,
      stdout: 'Migrated 0 documents to version 1, 1 of that version already\n',
    })
    expect(text(root, 'specs/a.md')).toBe(OLD)
    const other = repository({'specs/a.md': `${OLD}\n<!-- spec: rfc v1 -->\n`})
    expect(spec(other, 'migrate', '--to', '2').status).toBe(0)
    expect(text(other, 'specs/a.md')).toBe(NEW)
  })

  test('an approved document is as it was approved: its words are the same', () => {
    const body =
      '## Contents\n\n- [8. Migration, Rollout, and Testing](#8-migration-rollout-and-testing)\n\n' +
      '## 1. Executive Summary\n\nSo, see [below](#8-migration-rollout-and-testing), `b.md#8-migration-rollout-and-testing`.\n\n## 8.'
    const root = repository({'specs/a.md': OLD.replace('## 8.', body), 'specs/b.md': OLD})
    writeFileSync(join(root, 'specs/a.md'), text(root, 'specs/a.md').replace('Draft (WIP)', 'Approved'))
    commit(root, 'approved')
    expect(spec(root, 'migrate', '--to', '2').status).toBe(0)
    commit(root, 'migrated')
    expect(text(root, 'specs/a.md')).toContain('- [8. Test Plan](#8-test-plan)')
    expect(text(root, 'specs/a.md')).toContain('`b.md#8-test-plan`')
    const approval = () => JSON.parse(spec(root, 'facts', 'specs/a.md').stdout).approval
    expect(approval()).toMatchObject({status: 'Approved', changed: []})
    writeFileSync(join(root, 'specs/a.md'), text(root, 'specs/a.md').replace('So, see', 'So it is, see'))
    expect(approval().changed).toEqual(['1. Executive Summary'])
  })

  test('json says what schema/migrate.schema.json describes, written or not', () => {
    const root = repository({
      'specs/a.md': OLD,
      'specs/b.md': '# Notes\n\nRain.\n',
      'specs/c.md': `# C\n\nSee [a](a.md#8-migration-rollout-and-testing), as [a](a.md), Section "Migration, Rollout, and Testing" says.\n`,
    })
    writeFileSync(join(root, 'specs/bad.md'), Uint8Array.of(0xff, 0xfe))
    const dry = spec(root, 'migrate', '--to', '2', '--format', 'json', '--dry-run')
    const ran = spec(root, 'migrate', '--to', '2', '--format', 'json')
    for (const {status, stdout} of [dry, ran]) {
      const report = JSON.parse(stdout)
      expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true)
      expect([status, report.documents.map((each: {outcome: string}) => each.outcome)]).toEqual([
        2,
        ['migrated', 'left', 'left', 'not-read'],
      ])
      expect(report.citations).toEqual([
        {
          path: 'specs/c.md',
          line: 3,
          document: 'specs/a.md',
          from: '8-migration-rollout-and-testing',
          to: '8-test-plan',
        },
      ])
      expect(report.left).toEqual([
        {
          path: 'specs/c.md',
          line: 3,
          text: 'Section "Migration, Rollout, and Testing"',
          document: 'specs/a.md',
          to: 'Test Plan',
        },
      ])
    }
    expect(JSON.parse(dry.stdout).documents[0].text).toBe(NEW)
    expect(JSON.parse(ran.stdout).documents[0]).not.toHaveProperty('text')
    expect(text(root, 'specs/a.md')).toBe(NEW)
  })
})

describe('what cannot be followed is told, and nothing is written', () => {
  const made = () => {
    const root = repository({
      'spec.config.yaml': 'kinds:\n  note: {files: notes/*.md, template: forms/note.md}\n',
      'forms/note.md': '<!-- spec-template\nversion: 2\n-->\n\n# [Name]\n\n## Why\n\nTBD\n',
      'notes/a.md': '# A\n\n## Why\n\nSo.\n',
      'specs/a.md': OLD,
      'specs/b.md': OLD,
      'specs/odd.md': document('Odd', '8. Test Plan', 'v7'),
      'research/2026-01-01-x.md': '# X\n',
    })
    symlinkSync('a.md', join(root, 'specs/link.md'))
    symlinkSync('/nowhere.md', join(root, 'specs/dangling.md'))
    mkdirSync(join(root, 'specs/empty'))
    return root
  }
  const link = 'spec: "specs/link.md" is a link, and links are not written through: name the file that it leads to\n'

  test.each([
    ['no version', [], 'spec: Missing --to, expected a version: 1 or 2 of the kind "rfc"\n'],
    ['no number', ['--to', 'two'], 'spec: Unexpected version "two", expected a whole number such as 2\n'],
    ['a number below 0', ['--to', '-1'], 'spec: Unexpected version "-1", expected a whole number such as 2\n'],
    ['no value', ['--to'], 'spec: Option --to has no value, expected one\n'],
    [
      'a version that no kind has',
      ['specs/*.md', 'notes', '--to', '9'],
      'spec: Unexpected version 9 of the kind "note", expected 2, the only one that it has\nspec: Unexpected version 9 of the kind "rfc", expected 1 or 2\n',
    ],
    [
      'a version that the kind of what is named does not have',
      ['specs/a.md', 'specs/b.md', '--to', '9'],
      'spec: Unexpected version 9 of the kind "rfc", expected 1 or 2 (for "specs/a.md", "specs/b.md")\n',
    ],
    [
      'a kind with one version, among others',
      ['specs/a.md', 'notes/a.md', '--to', '1'],
      'spec: Unexpected version 1 of the kind "note", expected 2, the only one that it has (for "notes/a.md")\n',
    ],
    [
      'a kind without a template',
      ['research/2026-01-01-x.md', '--to', '2'],
      'spec: Unexpected kind "research", which has no template, expected one with a version 2 (for "research/2026-01-01-x.md")\n',
    ],
    [
      'files that are not there',
      ['specs/c.md', 'nope.md', '--to', '2'],
      'spec: "specs/c.md" does not exist. Did you mean "specs/a.md" or "specs/b.md"?\nspec: "nope.md" does not exist\n',
    ],
    ['an empty folder', ['specs/empty', '--to', '2'], 'spec: No documents to check in "specs/empty"\n'],
    ['a link', ['specs/link.md', '--to', '2'], link],
    ['a link, in a dry run', ['specs/link.md', '--to', '2', '--dry-run'], link],
    ['a link beside a file', ['specs/b.md', 'specs/link.md', '--to', '2'], link],
    ['another command’s option', ['--to', '2', '--fix'], 'spec: Unknown option "--fix"'],
  ] as const)('%s', (_name, args, message) => {
    const root = made()
    const before = snapshot(root)
    const {status, stdout, stderr} = spec(root, 'migrate', ...args)
    expect(stderr.replace(/^note: .*\n/gm, '')).toContain(message)
    expect([status, stdout, snapshot(root)]).toEqual([2, '', before])
  })

  test('a comment whose version nobody knows: it alone is left', () => {
    const root = made()
    const {status, stdout} = spec(root, 'migrate', 'specs/odd.md', '--to', '2')
    expect([status, stdout.replace(/\s+/g, ' ')]).toEqual([
      1,
      'specs/odd.md: left as it is, "rfc v7" is no version that is known: correct the comment Migrated 0 documents to version 2, 1 left as it is ',
    ])
  })

  test('a link that leads nowhere is not read', () => {
    const root = made()
    const before = snapshot(root)
    const {status, stdout, stderr} = spec(root, 'migrate', 'specs/dangling.md', '--to', '2')
    expect(status).toBe(2)
    expect(`${stdout}${stderr}`).toMatch(/specs\/dangling.md/)
    expect(snapshot(root)).toEqual(before)
  })

  test('the workspace as a whole leaves links and kinds of one version alone', () => {
    const root = made()
    const {status, stderr} = spec(root, 'migrate', '--to', '2')
    expect(status).toBe(1)
    expect(stderr).toContain('note: Left out, as links or no regular files: ')
    expect([text(root, 'specs/a.md'), text(root, 'specs/b.md')]).toEqual([NEW, NEW])
    expect(lstatSync(join(root, 'specs/link.md')).isSymbolicLink()).toBe(true)
  })
})
