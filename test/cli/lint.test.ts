import {mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, test} from 'vitest'
import {folder} from '../support/folders.js'
import {doubtful, faulty, sound} from './documents.js'
import {spec} from './support.js'

const schema = JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8'))
const isReport = new Ajv2020({strictTypes: false, strictRequired: false}).compile(schema)

/** The report of `spec lint --format json`, held against its schema. */
async function report(cwd: string, argv: string[], io: Parameters<typeof spec>[2] = {}) {
  const {status, stdout, stderr} = await spec(cwd, ['lint', '--format', 'json', ...argv], io)
  const data = JSON.parse(stdout)
  expect(isReport(data), JSON.stringify(isReport.errors)).toBe(true)
  return {
    status,
    stderr,
    summary: data.summary,
    files: data.files,
    paths: data.files.map((file: {path: string}) => file.path),
  }
}

describe('exit status', () => {
  test('0 where nothing is wrong, in one calm line', async () => {
    const root = folder({'specs/a.md': sound})
    const {status, stdout, stderr} = await spec(root, ['lint'])
    expect(stdout).toMatch(/^1 file checked, no problems \([\d.]+ m?s\)\.\n$/)
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
  })

  test('0 where there are warnings only', async () => {
    const root = folder({'specs/a.md': doubtful})
    const {status, stdout, stderr} = await spec(root, ['lint'])
    expect(stdout).toContain('warning[machine-author]: ')
    expect(stdout).toContain('1 file checked: 1 warning (')
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
  })

  test('1 where there is an error', async () => {
    const root = folder({'specs/a.md': sound, 'specs/b.md': faulty})
    const {status, stdout, stderr} = await spec(root, ['lint'])
    expect(stdout).toContain('  ┌─ specs/b.md:6:12\n6 │ | Status | Drfat |\n  │            ^^^^^\n')
    expect(stdout).toContain('2 files checked: 1 error in 1 of them (')
    expect({status, stderr}).toEqual({status: 1, stderr: ''})
  })

  test('2 where a named file does not exist; the others are checked all the same', async () => {
    const root = folder({'specs/a.md': sound})
    const alone = await spec(root, ['lint', 'specs/gone.md'])
    expect(alone).toEqual({status: 2, stdout: '', stderr: 'spec: "specs/gone.md" does not exist\n'})
    const beside = await report(root, ['specs/gone.md', 'specs/a.md'])
    expect(beside).toMatchObject({status: 2, paths: ['specs/a.md'], stderr: alone.stderr})
  })

  test('2 where a glob matches nothing, or a folder holds no document', async () => {
    const root = folder({'specs/a.md': sound, 'empty/x.txt': ''})
    expect(await spec(root, ['lint', 'specs/*.mdx'])).toMatchObject({status: 2, stdout: ''})
    expect((await spec(root, ['lint', 'specs/*.mdx'])).stderr).toMatch(/^spec: "specs\/\*\.mdx" matches no [^\n]+\n$/)
    expect((await spec(root, ['lint', 'empty'])).stderr).toMatch(/^spec: No documents [^\n]+ "empty"\n$/)
    expect((await spec(root, ['lint', 'empty'])).status).toBe(2)
  })

  test('0 with a note where the workspace has no specs yet', async () => {
    const {status, stdout, stderr} = await spec(folder(), ['lint'])
    expect(stderr).toBe('note: No specs in "specs"\n')
    expect(stdout).toMatch(/^Nothing to check \([\d.]+ m?s\)\.\n$/)
    expect(status).toBe(0)
  })

  test('2 where a file cannot be checked, with the reason in the report', async () => {
    const root = folder({
      'specs/a.md': sound,
      'specs/bytes.md': new Uint8Array([0x23, 0x20, 0xff]),
      'specs/large.md': `# Large\n\n${'x '.repeat(1_100_000)}`,
    })
    mkdirSync(join(root, 'specs/folder.md'))
    symlinkSync('nowhere.md', join(root, 'specs/link.md'))
    const found = await report(root, ['specs/a.md', 'specs/bytes.md', 'specs/large.md', 'specs/link.md'])
    expect(found.status).toBe(2)
    expect(found.summary).toMatchObject({files: 4, clean: 1, errors: 0, notChecked: 3})
    const reasons = Object.fromEntries(
      found.files.map((file: {path: string; reason?: string}) => [file.path, file.reason]),
    )
    expect(reasons['specs/a.md']).toBeUndefined()
    expect(reasons['specs/bytes.md']).toMatch(/UTF-8.*0xff/)
    expect(reasons['specs/large.md']).toMatch(/of 2200009 bytes, expected at most 2 MiB/)
    expect(reasons['specs/link.md']).toMatch(/link/)

    const {status, stdout} = await spec(root, ['lint', 'specs/bytes.md'])
    expect(stdout).toMatch(
      /^not checked: [^\n]+0xff[^\n]+\n {2}┌─ specs\/bytes\.md\n\n1 file could not be checked\.\n$/,
    )
    expect(status).toBe(2)
  })

  test('2 outranks 1', async () => {
    const root = folder({'specs/a.md': faulty, 'specs/b.md': new Uint8Array([0xff])})
    expect(await report(root, [])).toMatchObject({status: 2, summary: {errors: 1, notChecked: 1}})
  })

  test('2 where the schema cannot be used, with its lines', async () => {
    const root = folder({'specs/a.md': sound, 'team.yaml': '$ref: specwright:rcf\n'})
    const {status, stdout, stderr} = await spec(root, ['lint', '--schema', 'team.yaml'])
    expect(stdout).toBe('')
    expect(stderr).toContain('  ┌─ team.yaml:1:1\n1 │ $ref: specwright:rcf\n  │ ^^^^')
    expect(stderr).toContain('  = did you mean: "specwright:rfc"?\n')
    expect(stderr.endsWith('\nspec: The schema "team.yaml" cannot be used: 1 error\n')).toBe(true)
    expect(status).toBe(2)
    const gone = await spec(root, ['lint', '--schema', 'gone.yaml'])
    expect(gone).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'spec: The schema "gone.yaml" cannot be used: The file does not exist\n',
    })
  })
})

describe('what is checked', () => {
  const files = {
    'specs/a.md': sound,
    'specs/deep/b.md': sound,
    'specs/README.md': '# Specs\n',
    'specs/.hidden/c.md': faulty,
    'research/r.md': '---\ndate: 2026-01-02\nstatus: complete\ngit_commit: TBD\n---\n\n# Research: x\n',
    'notes/n.md': sound.replaceAll('Draft (WIP)', 'Approved'),
  }

  test('without paths the specs, with --research the research documents too', async () => {
    const root = folder(files)
    expect((await report(root, [])).paths).toEqual(['specs/a.md', 'specs/deep/b.md'])
    const both = await report(root, ['--research'])
    expect(both.paths).toEqual(['research/r.md', 'specs/a.md', 'specs/deep/b.md'])
    expect(both.files[0]).toMatchObject({
      kind: 'research',
      messages: [{ruleId: 'research-commit', severity: 'warning'}],
    })
    expect(both.status).toBe(0)
  })

  test('files, folders and globs', async () => {
    const root = folder(files)
    expect((await report(root, ['specs/a.md'])).paths).toEqual(['specs/a.md'])
    expect((await report(root, ['specs'])).paths).toEqual(['specs/a.md', 'specs/deep/b.md'])
    expect((await report(root, ['**/b.md', 'specs/a.md'])).paths).toEqual(['specs/a.md', 'specs/deep/b.md'])
    expect((await report(root, ['--', 'specs/a.md'])).paths).toEqual(['specs/a.md'])
  })

  test('paths are printed from the working folder, with the root upwards', async () => {
    const root = folder({...files, '.git/HEAD': 'ref: refs/heads/main\n'})
    expect((await report(join(root, 'specs/deep'), ['../a.md', 'b.md'])).paths).toEqual(['../a.md', 'b.md'])
    expect((await report(join(root, 'notes'), [])).paths).toEqual(['../specs/a.md', '../specs/deep/b.md'])
    expect((await report('/', ['--root', root, join(root, 'specs/a.md')])).paths).toEqual([
      join(root, 'specs/a.md').slice(1),
    ])
  })

  test('a file that no kind claims is an RFC, with a note; --kind says what it is', async () => {
    const root = folder(files)
    const assumed = await report(root, ['notes/n.md'])
    expect(assumed.stderr).toMatch(/^note: "notes\/n\.md" belongs to no kind [^\n]+ rfc\n$/)
    expect(assumed).toMatchObject({status: 1, files: [{kind: 'rfc'}]})
    expect(assumed.files[0].messages.map((message: {ruleId: string}) => message.ruleId)).toContain('open-questions')
    const told = await report(root, ['notes/n.md', '--kind', 'research'])
    expect(told).toMatchObject({stderr: '', files: [{kind: 'research'}]})
  })

  test('Markdown that no kind claims is counted', async () => {
    const root = folder({'specs/a.md': sound, 'specs/notes.markdown': '# x\n'})
    const {summary} = await report(root, [])
    const {stdout} = await spec(root, ['lint'])
    if (summary.unclaimed > 0) expect(stdout).toContain('left out, for no kind claims it.')
    expect(summary.files).toBe(1)
  })

  test('--max-size raises the limit', async () => {
    const root = folder({'specs/a.md': sound.replace('One table', `<!-- ${'x'.repeat(2_150_000)} -->\n\nOne table`)})
    expect((await report(root, [])).summary.notChecked).toBe(1)
    expect((await report(root, ['--max-size', '3MB'])).summary).toMatchObject({notChecked: 0})
    expect((await report(root, ['--max-size', '3MiB'])).status).toBe(0)
    for (const value of ['512MiB', '536870912', '500 m'])
      expect((await report(root, ['--max-size', value])).status).toBe(0)
    for (const value of ['0', '-1', '1e9', 'lots', '0GB', '1IB'])
      expect((await spec(root, ['lint', `--max-size=${value}`])).stderr).toContain(
        `Unexpected value "${value}" of --max-size, expected a number of bytes such as 10MB`,
      )
    for (const value of ['1GB', '513MiB', '536870913', '999999999999GiB'])
      expect((await spec(root, ['lint', `--max-size=${value}`])).stderr).toContain(
        `Unexpected value "${value}" of --max-size, expected 512MiB at the most`,
      )
  })
})

describe('standard input', () => {
  test('stands for a file, saved or not', async () => {
    const root = folder({'specs/a.md': sound})
    const unsaved = await report(root, ['-', '--stdin-filename', 'specs/new.md'], {input: faulty})
    expect(unsaved).toMatchObject({status: 1, files: [{path: 'specs/new.md', messages: [{ruleId: 'unknown-status'}]}]})
    const changed = await spec(root, ['lint', '-', '--stdin-filename=specs/a.md'], {input: faulty})
    expect(changed.stdout).toContain('6 │ | Status | Drfat |')
    expect(changed.status).toBe(1)
  })

  test('links in it are read from where it would stand', async () => {
    const root = folder({'research/r.md': '# Research\n'})
    const input = sound.replace('A paper card', 'See [research](../research/r.md). A paper card')
    expect((await report(root, ['-', '--stdin-filename', 'specs/new.md'], {input})).summary.errors).toBe(0)
    const elsewhere = await report(root, ['-', '--stdin-filename', 'specs/deep/new.md'], {input})
    expect(elsewhere.files[0].messages.map((message: {ruleId: string}) => message.ruleId)).toContain('dead-citation')
  })

  test('text that is not UTF-8, or too long, is not checked', async () => {
    const argv = ['-', '--stdin-filename', 'specs/a.md']
    const bytes = await report(folder(), argv, {input: new Uint8Array([0x23, 0xff])})
    expect(bytes).toMatchObject({status: 2, files: [{status: 'not-checked'}], summary: {notChecked: 1}})
    const long = await report(folder(), [...argv, '--max-size', '1KB'], {input: sound.repeat(3)})
    expect(long).toMatchObject({
      status: 2,
      files: [{status: 'not-checked', reason: expect.stringContaining('1000 bytes')}],
    })
  })

  test('needs a name, and the name needs it', async () => {
    expect((await spec(folder(), ['lint', '-'])).stderr).toContain('Unexpected "-" without --stdin-filename')
    expect((await spec(folder(), ['lint', '--stdin-filename', 'a.md'])).stderr).toContain(
      'without "-" among the arguments',
    )
  })
})

describe('a schema of one’s own', () => {
  const team = `$ref: specwright:rfc
$defs:
  machine-author: true
  unknown-status:
    $ref: specwright:rfc#/$defs/unknown-status
    severity: warning
  risks:
    title: A spec tells its risks
    description: Somebody must have thought of them.
    severity: error
    message: 'Missing section "Risks", expected it here'
    properties: {sections: {required: [risks]}}
`
  test('switches off, softens and adds rules; the demand’s own place is shown', async () => {
    const root = folder({'specs/a.md': faulty.replace('Ada Example', 'Developer'), 'team.yaml': team})
    const {status, files} = await report(root, ['--schema', 'team.yaml'])
    const found = files[0].messages.map(
      (message: {ruleId: string; severity: string}) => `${message.severity} ${message.ruleId}`,
    )
    expect(found.sort()).toEqual(['error risks', 'warning unknown-status'])
    expect(status).toBe(1)
    const {stdout} = await spec(root, ['lint', '--schema', 'team.yaml'])
    expect(stdout).toMatch(/├─ team\.yaml:\d+:\d+: /)
    const away = await spec(join(root, 'specs'), ['lint', '--root', root, '--schema', '../team.yaml', 'a.md'])
    expect(away.stdout).toMatch(/├─ \.\.\/team\.yaml:\d+:\d+: /)
  })
})

test('a name or text that is hostile acts on nothing', async () => {
  const root = folder()
  const name = 'specs/\x1b[31m\u202ename.md'
  mkdirSync(join(root, 'specs'))
  writeFileSync(join(root, name), faulty.replace('Drfat', 'Dr\x1b[2J\u202efat'))
  for (const format of ['text', 'json']) {
    const {stdout, stderr} = await spec(root, ['lint', '--format', format])
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(stdout + stderr).not.toMatch(/[\x1b\u202e]/)
    expect(stdout).toContain(format === 'text' ? '\\u{1b}[31m\\u{202e}name.md' : '\\u001b[31m\\u202ename.md')
  }
})
