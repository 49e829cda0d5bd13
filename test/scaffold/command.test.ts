import {execFileSync} from 'node:child_process'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, test} from 'vitest'
import {spec as run} from '../cli/support.js'
import {folder, git} from '../support/folders.js'
import {canaries, hostileRepository} from '../workspace/hostile.js'
import {cleanEnvironment} from '../workspace/support.js'
import {gates, RESEARCH} from './support.js'

const GATES = 'research/docs/2026-01-15-gates.md'
const spec = (root: string, ...argv: string[]) => run(root, argv, {env: cleanEnvironment()})
const isScaffold = validator('scaffold')
const isList = validator('research-list')

function validator(name: string) {
  const path = new URL(`../../schema/${name}.schema.json`, import.meta.url)
  return new Ajv2020({strictTypes: false, strictRequired: false}).compile(JSON.parse(readFileSync(path, 'utf8')))
}

describe('spec scaffold', () => {
  test('writes one file, and tells what it did and what comes next', async () => {
    const root = gates()
    const {status, stdout, stderr} = await spec(root, 'scaffold', 'Gates of the hall', '--date', '2026-01-31')
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    expect(git(root, 'status', '--porcelain', '--untracked-files=all')).toBe(
      '?? specs/2026-01-31-gates-of-the-hall.md\n',
    )
    expect(stdout.split('\n')[0]).toBe('Wrote specs/2026-01-31-gates-of-the-hall.md')
    expect(stdout).toContain('  author     Ada Example (git user.name)\n')
    expect(stdout).toContain('  questions  1 open, 1 resolved (the chosen research)\n')
    expect(stdout).toMatch(
      /Chose 1 research document\n {2}\d+\.\d +research\/docs\/2026-01-15-gates\.md\n {9}recent: Gates \(file name, topic, title/,
    )
    expect(stdout).toMatch(/\n {2}\d+ parts still to be filled in\.\n/)
    expect(stdout).toMatch(/See what is left: spec lint\s+specs\/2026-01-31-gates-of-the-hall\.md\n$/)
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
    expect((await spec(root, 'lint')).status).toBe(0)
  })

  test('the same bytes in two time zones, locales and folders', () => {
    const bin = fileURLToPath(new URL('../../bin/spec.js', import.meta.url))
    const texts = [
      {TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8'},
      {TZ: 'America/Los_Angeles', LC_ALL: 'C', LANG: 'de_DE.UTF-8'},
    ].map(env => {
      const root = gates({'research/iı.md': '# Iİ gates\n', 'research/ä.md': '# Ä gates\n'})
      const argv = [bin, 'scaffold', 'INVOICE gates', '--date', '2026-01-31', '--research', 'research/**/*.md']
      execFileSync(process.execPath, argv, {cwd: root, env: {...cleanEnvironment(), ...env}})
      return readFileSync(join(root, 'specs/2026-01-31-invoice-gates.md'), 'utf8')
    })
    expect(texts[1]).toBe(texts[0])
  })

  test('SOURCE_DATE_EPOCH is the day', async () => {
    const env = {...cleanEnvironment(), SOURCE_DATE_EPOCH: '1700000000'}
    const {stdout} = await run(gates(), ['scaffold', 'Gates'], {env})
    expect(stdout).toContain('Wrote specs/2023-11-14-gates.md')
  })

  test.each([
    ['notes/*.md', [], 'notes/2026-01-31-gates.md'],
    ['notes/**/*.md', [], 'notes/2026-01-31-gates.md'],
    ['notes/*/note.md', [], 'notes/2026-01-31-gates/note.md'],
    ['notes/**/note.md', [], 'notes/2026-01-31-gates/note.md'],
    ['notes/*/note.md', ['--out', 'notes/007-gates/'], 'notes/007-gates/note.md'],
  ])('a document of a kind whose files are %s %j goes where the kind claims it', async (files, more, path) => {
    const config = `kinds:\n  note: {files: '${files}', template: note.form.md}\n`
    const form = '# [Name]\n\n## Part\n'
    const root = gates({'spec.config.yaml': config, 'note.form.md': form, 'notes/1/note.md': '# One\n\n## Part\n\nx\n'})
    const argv = ['scaffold', 'Gates', '--kind', 'note', '--no-research', 'none', '--date', '2026-01-31', ...more]
    const {status, stdout, stderr} = await spec(root, ...argv)
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    expect(stdout.split('\n')[0]).toBe(`Wrote ${path}`)
  })

  test('a kind with more than one folder between is told where its file goes', async () => {
    const config = "kinds:\n  note: {files: 'notes/*/*/note.md', template: note.form.md}\n"
    const form = '# [Name]\n\n## Part\n'
    const root = gates({'spec.config.yaml': config, 'note.form.md': form, 'notes/a/b/note.md': '# One\n\n## Part\n'})
    const {stdout, stderr} = await spec(root, 'scaffold', 'Gates', '--kind', 'note', '--date', '2026-01-31')
    expect(stdout.split('\n')[0]).toBe('Wrote notes/2026-01-31-gates.md')
    expect(stderr).toContain('lies outside the folders of the workspace')
  })

  test('--dry-run prints the document and writes nothing', async () => {
    const root = gates()
    const argv = ['scaffold', 'Gates', '--date', '2026-01-31']
    const dry = await spec(root, ...argv, '--dry-run')
    expect(existsSync(join(root, 'specs'))).toBe(false)
    expect(dry.stderr).toContain('Would write specs/2026-01-31-gates.md')
    await spec(root, ...argv)
    expect(dry.stdout).toBe(readFileSync(join(root, 'specs/2026-01-31-gates.md'), 'utf8'))
  })

  test('--format json is what its schema says, paths from the working folder', async () => {
    const root = gates({'deep/x': ''})
    const argv = ['scaffold', 'Gates', '--date', '2026-01-31', '--format', 'json']
    const dry = JSON.parse((await spec(join(root, 'deep'), ...argv, '--dry-run')).stdout)
    expect(isScaffold(dry), JSON.stringify(isScaffold.errors)).toBe(true)
    expect(dry).toMatchObject({
      schemaVersion: 1,
      path: '../specs/2026-01-31-gates.md',
      written: false,
      text: expect.any(String),
    })
    expect(dry.research[0]).toMatchObject({path: `../${GATES}`, chosen: true})
    const real = JSON.parse((await spec(root, ...argv)).stdout)
    expect(isScaffold(real), JSON.stringify(isScaffold.errors)).toBe(true)
    expect(real).toMatchObject({written: true, path: 'specs/2026-01-31-gates.md'})
    expect(real.text).toBeUndefined()
    expect(Object.keys(real)[0]).toBe('schemaVersion')
  })

  test('an existing file is refused, and nothing of it lost', async () => {
    const root = gates({'specs/2026-01-31-gates.md': 'mine'})
    const {status, stdout, stderr} = await spec(root, 'scaffold', 'Gates', '--date', '2026-01-31')
    expect({status, stdout}).toEqual({status: 2, stdout: ''})
    expect(stderr).toBe(
      'spec: "specs/2026-01-31-gates.md" exists already and is left as it is, expected a new file (--out names another)\n',
    )
    expect(readFileSync(join(root, 'specs/2026-01-31-gates.md'), 'utf8')).toBe('mine')
    const named = await spec(root, 'scaffold', 'Gates', '--out', 'specs/2026-01-31-gates.md')
    expect(named.stderr).toBe(
      'spec: "specs/2026-01-31-gates.md" exists already and is left as it is, expected a new file\n',
    )
  })

  test.each([
    [['scaffold'], 'Missing title, expected one, or --research with the one document to take it from'],
    [
      ['scaffold', 'Invoice', 'export'],
      'Unexpected argument "export", expected one title. Did you mean "Invoice export"?',
    ],
    [['scaffold', 'x', '--guidance', 'all'], 'Unknown guidance "all", expected comment, visible or none'],
    [
      ['scaffold', 'x', '--date', '2026-02-30'],
      'Unexpected date "2026-02-30", expected a day of the calendar such as 2026-01-31',
    ],
    [['scaffold', 'x', '--template', 'gone.md'], 'The template "gone.md" cannot be used: The file does not exist'],
    [['scaffold', 'x', '--template', 'src/gate.ts'], 'The template "src/gate.ts" cannot be used: line 1: '],
    [['scaffold', 'x', '--schema', 'gone.json'], 'The schema "gone.json" cannot be used: The file does not exist'],
    [['scaffold', 'x', '--reseach', 'y'], 'reseach'],
    [['scaffold', '\u001b[31m'.slice(0, 1)], 'Unexpected empty title, expected some words'],
  ])('%j: exit status 2 and one line', async (argv, message) => {
    const root = gates()
    const {status, stdout, stderr} = await spec(root, ...argv)
    expect({status, stdout}).toEqual({status: 2, stdout: ''})
    expect(stderr).toContain(message)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(git(root, 'status', '--porcelain')).toBe('')
  })

  test.each([
    ['a\0.md', 'Unexpected --out "a.md", expected a path in the workspace'],
    ['\0', 'Unexpected --out'],
    ['a\0/', 'Unexpected --out'],
    [`${'x'.repeat(300)}.md`, 'was not written: '],
    [`${'x/'.repeat(3_000)}a.md`, 'was not written: '],
  ])('a place that no system can have is refused', async (out, words) => {
    const root = gates()
    const {status, stdout, stderr} = await spec(root, 'scaffold', 'Gates', '--out', out)
    expect({status, stdout}).toEqual({status: 2, stdout: ''})
    expect(stderr).toContain(words)
    expect(stderr).not.toContain('Unexpected failure')
    expect(git(root, 'status', '--porcelain')).toBe('')
  })

  test("a template and a schema of one's own", async () => {
    const root = gates({
      'form.md': '# [Name] Proposal\n\n## Why\n\nTBD\n',
      'team.yaml': '$ref: specwright:rfc\n$defs:\n  empty-section: true\n',
    })
    await spec(root, 'scaffold', 'Gates', '--template', 'form.md', '--out', 'a.md')
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe(
      '# Gates Proposal\n\n## Why\n\nTBD\n\n<!-- spec: document v0 -->\n',
    )
    const {stdout} = await spec(root, 'scaffold', 'Gates', '--schema', 'team.yaml', '--out', 'b.md')
    expect(stdout).toContain('spec lint --schema team.yaml b.md')
  })

  test('what a document says cannot act on the terminal', async () => {
    const root = gates({'research/x.md': '---\ntopic: "a \\e]0;x\\a \\u202Eb"\n---\n# T\n'})
    const {stdout, stderr} = await spec(root, 'scaffold', '--research', 'research/x.md')
    expect((stdout + stderr).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202E]/u)
  })

  test('nothing of a hostile repository runs', async () => {
    const birds = canaries()
    const root = hostileRepository(birds)
    birds.ran()
    for (const argv of [['scaffold', 'R'], ['research', 'r'], ['lint'], ['lint', '--research']]) {
      const {stderr} = await spec(root, ...argv)
      expect(stderr).not.toMatch(/unexpected failure/i)
    }
    expect(birds.ran()).toEqual([])
  })
})

describe('spec research', () => {
  const files = {
    'specs/a.md': `# A\n\nSee [gates](../${GATES}#findings).\n`,
    'research/2025-06-01-belts.md': '# Research: Belts of the hall\n\n## Open Questions\n\n- [x] Old?\n',
  }

  test('ranks by a query, and tells of each', async () => {
    const {status, stdout} = await spec(gates(files), 'research', 'hall', 'gates', '--date', '2026-01-31')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^research\/docs\/2026-01-15-gates\.md {2}\d+\.\d\n/)
    for (const line of [
      '  topic      Gates of the hall',
      '  date       2026-01-15 (recent)',
      '  status     complete',
      '  commit     0123456789abcdef0123456789abcdef01234567',
      '  sections   Findings, Open Questions',
      '  questions  1 open, 1 resolved',
      '  cited by   specs/a.md',
      '    ? **Which gate**: see [above](#findings), or `src/gate.ts`?',
    ])
      expect(stdout.split('\n')).toContain(line)
    expect(stdout).toMatch(/research\/2025-06-01-belts\.md/)
    expect(stdout).toMatch(/2 of 2 research documents match "hall gates"\.\n$/)
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
  })

  test('lists all without a query, as json of its schema', async () => {
    const {stdout} = await spec(gates(files), 'research', '--date', '2026-01-31', '--format', 'json')
    const list = JSON.parse(stdout)
    expect(isList(list), JSON.stringify(isList.errors)).toBe(true)
    expect(list).toMatchObject({schemaVersion: 1, query: '', date: '2026-01-31'})
    expect(list.documents.map((document: {path: string; tier: string}) => [document.path, document.tier])).toEqual([
      [GATES, 'recent'],
      ['research/2025-06-01-belts.md', 'oldest'],
    ])
    expect(list.documents[0]).toMatchObject({
      score: 0,
      commit: '0123456789abcdef0123456789abcdef01234567',
      sections: [{title: 'Findings', anchor: 'findings', line: 10}, {title: 'Open Questions'}],
      questions: [{resolved: false}, {resolved: true}],
      citedBy: ['specs/a.md'],
    })
  })

  test('checks the frontmatter of documents that are named', async () => {
    const bad = RESEARCH.replace(/git_commit: .*/, 'git_commit: TBD').replace(/date: .*/, 'date: yesterday')
    const root = gates({'research/bad.md': bad})
    const {status, stdout} = await spec(root, 'research', 'research/bad.md')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^ {2}warning 2:\d+ [^(]*\(research-date\)$/m)
    expect(stdout).toMatch(/^ {2}warning 3:\d+ [^(]*\(research-commit\)$/m)
    expect(stdout).not.toContain('2026-01-15-gates.md')
    const json = JSON.parse((await spec(root, 'research', 'research/bad.md', '--format', 'json')).stdout)
    expect(isList(json), JSON.stringify(isList.errors)).toBe(true)
    expect(json.documents[0].messages.map(({ruleId}: {ruleId: string}) => ruleId)).toEqual([
      'research-date',
      'research-commit',
    ])
    const all = JSON.parse((await spec(root, 'research', 'research/docs/', '--format', 'json')).stdout)
    expect(all.documents).toHaveLength(1)
  })

  test('a slash alone makes no path; a document that is not there is exit status 2', async () => {
    const root = gates()
    expect((await spec(root, 'research', 'gates/hall of it')).status).toBe(0)
    const gone = await spec(root, 'research', 'research/docs/2026-01-15-gate.md')
    expect(gone.status).toBe(2)
    expect(gone.stderr).toContain('Did you mean "research/docs/2026-01-15-gates.md"?')
    expect((await spec(root, 'research', '--date', '2026-1-1')).status).toBe(2)
  })

  test('none: a note', async () => {
    const {status, stdout, stderr} = await spec(folder(), 'research')
    expect({status, stdout, stderr}).toEqual({
      status: 0,
      stdout: '0 research documents.\n',
      stderr: 'note: No research documents in "research"\n',
    })
  })

  test('what cannot be read is left out with a note', async () => {
    const root = gates()
    writeFileSync(join(root, 'research/bad.md'), new Uint8Array([0xff]))
    const {stdout, stderr} = await spec(root, 'research')
    expect(stdout).toContain('1 research document.')
    expect(stderr).toMatch(/^note: research\/bad\.md was left out: /)
  })
})
