import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, test} from 'vitest'
import {nodesOfType, parse} from '../../src/markdown/index.js'
import {displayWidth} from '../../src/reporters/index.js'
import {spec} from '../cli/support.js'
import {commit, folder, repository} from '../support/folders.js'

const isList = new Ajv2020({strictTypes: false, strictRequired: false}).compile(
  JSON.parse(readFileSync(new URL('../../schema/list.schema.json', import.meta.url), 'utf8')),
)

const env = {...process.env, NO_COLOR: '1', SOURCE_DATE_EPOCH: String(Date.UTC(2026, 0, 31) / 1000)}
const terminal = (columns: number) => ({columns, isTTY: true, env})

const rfc = (title: string, status: string, owner: string, dates: string, body = ''): string =>
  `# ${title} Technical Design Document / RFC\n\n| Document Metadata | Details |\n| --- | --- |\n| Author(s) | Ada Lund |\n` +
  `| Status | ${status} |\n| Team / Owner | ${owner} |\n| Created / Last Updated | ${dates} |\n\n## 1. Executive Summary\n\nWe build it.\n${body}`

const QUESTIONS =
  '\n## 9. Open Questions / Unresolved Issues\n\n- [ ] Who pays?\n- [ ] Who waits?\n- [x] Who asks?\n\nSee [gone](../research/gone.md).\n'

const files = {
  'spec.config.yaml': '',
  'specs/2026-01-05-berths.md': rfc('Berths', 'Draft (WIP)', '', '2026-01-05', QUESTIONS),
  'specs/2026-01-10-潮汐表.md': rfc(
    '潮汐 | Tides',
    'Approved, by the board',
    'Harbour Office',
    '2026-01-10 / 2026-01-21',
  ),
  'specs/fog.md': rfc('Fog', 'Finished', 'harbour', '2025-12-01'),
}

const list = (root: string, args: readonly string[] = [], io: object = {env}) => spec(root, ['list', ...args], io)
const page = (root: string, path = 'specs/README.md'): string => readFileSync(join(root, path), 'utf8')

describe('spec list', () => {
  test('shows every spec on a line, wide signs counted right', async () => {
    const {status, stdout, stderr} = await list(folder(files))
    expect(stdout).toMatchInlineSnapshot(`
      "status    owner           age  sect  open  cited  wrong  err  warn  path
      Draft     -               26d   2/9     2      1      1    9     1  specs/2026-01-05-berths.md
      Approved  Harbour Office  10d   1/9     0      0      0    8     0  specs/2026-01-10-潮汐表.md
      Finished  harbour         61d   1/9     0      0      0    9     0  specs/fog.md

      3 documents: 1 Draft, 1 Approved, 1 with another status. 2 open questions, 26
      errors, 1 warning.
      "
    `)
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
  })

  test('counts the sections of the version of its form that a document is of', async () => {
    const second = rfc(
      'Fog',
      'Draft (WIP)',
      'harbour',
      '2025-12-01',
      '\n## 8. Test Plan\n\nIt is.\n\n<!-- spec: rfc v2 -->\n',
    )
    const {stdout} = await list(folder({'spec.config.yaml': '', 'specs/fog.md': second}), ['--format', 'json'])
    const [{sections}] = JSON.parse(stdout).documents
    expect(sections).toMatchObject({filled: 2, all: 9})
    expect(sections.unfilled).not.toContain('Migration, Rollout, and Testing')
  })

  test('leaves columns out on a narrow terminal, then cuts paths, and keeps within it', async () => {
    const {stdout} = await list(folder(files), [], terminal(70))
    expect(stdout).toMatchInlineSnapshot(`
      "status    age  open  wrong  err  warn  path
      Draft     26d     2      1    9     1  specs/2026-01-05-berths.md
      Approved  10d     0      0    8     0  specs/2026-01-10-潮汐表.md
      Finished  61d     0      0    9     0  specs/fog.md

      3 documents: 1 Draft, 1 Approved, 1 with another status. 2 open
      questions, 26 errors, 1 warning.
      "
    `)
    for (const columns of [50, 60, 80, 100, 140])
      for (const line of (await list(folder(files), [], terminal(columns))).stdout.split('\n'))
        expect(displayWidth(line), line).toBeLessThanOrEqual(columns)
    // Elsewhere what is asked for is whole; of the rest, one long name pushes nothing away.
    const long = 'The Office of Harbours and Landing Stages'
    const root = folder({'specs/fog.md': rfc('Fog', 'Draft', long, '2025-12-01')})
    expect((await list(root, ['--columns', 'owner,path'])).stdout).toContain(`${long}  specs/fog.md`)
    expect((await list(root)).stdout).toContain('The Office of Harbours …')
    // What is asked for stays.
    const asked = await list(folder(files), ['--columns', 'path,owner,cited,updated'], terminal(50))
    expect(asked.stdout.split('\n').slice(0, 4)).toEqual([
      'path                      owner        cited  updated',
      'specs/2026-01-…berths.md  -                1  2026-01-05',
      'specs/2026-01-…潮汐表.md  Harbour Of…      0  2026-01-21',
      'specs/fog.md              harbour          0  2025-12-01',
    ])
    expect((await list(folder(files), [], {isTTY: true, columns: 80, env: {}})).stdout).toContain('\u001B[')
  })

  test.each([
    [['--status', 'draft'], ['berths']],
    [
      ['--status', 'DRAFT (wip)', '--status', 'approved'],
      ['berths', '潮汐表'],
    ],
    [['--status', 'finished'], ['fog']],
    [
      ['--owner', 'HARBOUR'],
      ['潮汐表', 'fog'],
    ],
    [
      ['--older-than', '20'],
      ['berths', 'fog'],
    ],
    [['--older-than', '26'], ['fog']],
    [['--open'], ['berths']],
    [['--with-errors', '--status', 'approved'], ['潮汐表']],
    [
      ['--sort', 'age'],
      ['潮汐表', 'berths', 'fog'],
    ],
    [
      ['--sort', 'owner', '-r'],
      ['潮汐表', 'fog', 'berths'],
    ],
    [
      ['--sort', 'status'],
      ['berths', '潮汐表', 'fog'],
    ],
    [['specs/fog.md'], ['fog']],
  ])('%j', async (args, expected) => {
    const {status, stdout} = await list(folder(files), [...args, '--format', 'json'])
    const json = JSON.parse(stdout)
    expect(isList(json), JSON.stringify(isList.errors)).toBe(true)
    expect(json.documents.map(({path}: {path: string}) => /(?:specs\/)(?:[\d-]*)(.*)\.md/.exec(path)?.[1])).toEqual(
      expected,
    )
    expect(status).toBe(0)
  })

  test('tells of a document what lint and its metadata say', async () => {
    const {documents, summary} = JSON.parse((await list(folder(files), ['--format', 'json'])).stdout)
    expect(documents[0]).toMatchObject({
      path: 'specs/2026-01-05-berths.md',
      kind: 'rfc',
      checked: true,
      title: 'Berths',
      status: {value: 'Draft (WIP)', name: 'Draft (WIP)', known: true},
      created: '2026-01-05',
      age: 26,
      sections: {filled: 2, all: 9},
      questions: 2,
      citations: {all: 1, wrong: 1},
    })
    expect(documents[1]).toMatchObject({
      title: '潮汐 | Tides',
      owner: 'Harbour Office',
      updated: '2026-01-21',
      age: 10,
      questions: 0,
    })
    expect(documents[1].status).toEqual({
      value: 'Approved, by the board',
      name: 'Approved',
      known: true,
      note: ', by the board',
    })
    const report = JSON.parse((await spec(folder(files), ['lint', '--format', 'json'], {env})).stdout)
    expect([summary.errors, summary.warnings]).toEqual([report.summary.errors, report.summary.warnings])
  })

  test('leaves out what the baseline freezes', async () => {
    const root = folder(files)
    await spec(root, ['lint', '--update-baseline'], {env})
    expect(JSON.parse((await list(root, ['--format', 'json'])).stdout).summary).toMatchObject({errors: 0, warnings: 0})
  })

  test('says that none could be checked where nothing else is to be said', async () => {
    const root = folder({'spec.config.yaml': ''})
    mkdirSync(join(root, 'specs'))
    writeFileSync(join(root, 'specs/fog.md'), Buffer.from([0xff, 0xfe]))
    const {status, stdout} = await list(root)
    expect(stdout).toBe(
      'status       path\nnot checked  specs/fog.md\n\n1 document: 1 not checked. 0 errors, 0 warnings.\n',
    )
    expect(status).toBe(2)
  })

  test('lists a document that cannot be checked as one, whatever is asked for', async () => {
    const root = folder(files)
    writeFileSync(join(root, 'specs/2026-01-01-broken.md'), Buffer.from([0x23, 0xff, 0xfe]))
    const {status, stdout, stderr} = await list(root, ['--status', 'draft'])
    expect(status).toBe(2)
    expect(stdout).toContain('not checked')
    expect(stdout).toContain('2 of 4 documents: 1 Draft, 1 not checked.')
    expect(stderr).toContain('"specs/2026-01-01-broken.md" was not checked:')
    const json = JSON.parse((await list(root, ['--format', 'json'])).stdout)
    expect(isList(json), JSON.stringify(isList.errors)).toBe(true)
    expect(json.documents[0]).toMatchObject({path: 'specs/2026-01-01-broken.md', checked: false})
  })

  test.each([
    [
      ['--status', 'aproved'],
      'Unknown status "aproved", expected one that a spec has or may have. Did you mean "Approved"?',
    ],
    [['--older-than', 'long'], 'Unexpected --older-than "long", expected a number of days such as 90'],
    [['--columns', 'titel'], 'Did you mean "title"?'],
    [['--columns', 'path,'], 'Unexpected "path,", expected names of columns with commas between them'],
    [['--sort', 'titel'], 'Did you mean "title"?'],
    [['--kind', 'rcf'], 'Did you mean "rfc"?'],
    [['--check'], 'Unexpected --check without --write'],
    [['--write', 'specs/README.md', '--older-than', '3'], 'Unexpected --older-than beside --write'],
    [['--write', 'specs/README.md', '--columns', 'age'], 'Unexpected column "age" in a page'],
    [['--write', 'specs/README.md', 'specs/fog.md'], 'Unexpected "specs/fog.md" beside --write'],
    [['--write', 'specs/README.md', '--owner', 'a "b"'], 'expected words without quotes'],
    [['--write', 'specs/list.md'], 'would be a document of the kind "rfc"'],
    [['--write', '../README.md'], 'outside of the workspace'],
    [['--write', 'list.txt'], 'expected a Markdown document'],
    [['specs/gone.md'], '"specs/gone.md" does not exist'],
  ])('refuses %j', async (args, words) => {
    const {status, stderr} = await list(folder(files), args)
    expect(stderr).toContain(words)
    expect(status).toBe(2)
  })

  test('knows the statuses and days of other kinds', async () => {
    const root = new URL('../../examples/kinds/', import.meta.url).pathname
    for (const kind of ['adr', 'rust-rfc', 'feature']) {
      const {status, stdout} = await spec(join(root, kind), ['list', '--format', 'json'], {env})
      const json = JSON.parse(stdout)
      expect(isList(json), JSON.stringify(isList.errors)).toBe(true)
      expect(status).toBe(0)
      expect(json.documents.length, kind).toBeGreaterThan(1)
      for (const {created, status, path} of json.documents)
        expect([typeof created, status?.known ?? true, path]).toEqual(['string', true, path])
    }
  })
})

describe('spec list --write', () => {
  test('leads to documents whatever they are called', async () => {
    const names = ['a|b', 'a`b`c', '&amp;', '&#38;', 'a b (c) [d] <e>', 'ü#1%20', "it's", '~~x~~', '*a* _b_', '\\a']
    const paths = names.map(name => `specs/${name}.md`)
    const root = folder(Object.fromEntries(paths.map(path => [path, rfc('', 'Draft', '', '2026-01-05')])))
    await list(root, ['--write', 'specs/README.md', '--columns', 'title'])
    const targets: string[] = []
    for (const {url, children} of nodesOfType(parse(page(root)), 'link')) {
      targets.push(`specs/${decodeURIComponent(url)}`)
      expect(
        children.every(({type}) => type === 'text'),
        url,
      ).toBe(true)
    }
    expect(targets.sort()).toEqual(paths.sort())
  })

  test.each([
    ['- Specs\n\n  <!-- spec-list: begin -->\n  <!-- spec-list: end -->\n', 3],
    ['1. Specs\n\n   - Ours\n\n     <!-- spec-list: begin -->\n     <!-- spec-list: end -->\n', 5],
    ['> <!-- spec-list: begin -->\n> <!-- spec-list: end -->\n', 1],
    ['- Specs\n\n  <!-- spec-list: begin -->\n\n<!-- spec-list: end -->\n', 3],
  ])('keeps no list in an item or a quote: %j', async (text, line) => {
    const root = folder({...files, 'README.md': text})
    const {status, stderr} = await list(root, ['--write', 'README.md'])
    expect(stderr).toBe(
      `spec: "README.md" was not written: line ${line}: Unexpected list in an item or a quote, expected its markers outside of them, at the beginning of a line\n`,
    )
    expect(status).toBe(2)
    expect(page(root, 'README.md')).toBe(text)
  })

  test('makes a page, and keeps what is around the list', async () => {
    const root = folder(files)
    expect(await list(root, ['--write', 'specs/README.md'])).toMatchObject({
      status: 0,
      stdout: 'Made specs/README.md: 3 documents\n',
    })
    expect(page(root)).toMatchInlineSnapshot(`
      "# Specs

      <!-- spec-list: begin -->

      | Title | Status | Owner | Updated |
      | --- | --- | --- | --- |
      | [Berths](2026-01-05-berths.md) | Draft |  | 2026-01-05 |
      | [潮汐 \\| Tides](2026-01-10-潮汐表.md) | Approved | Harbour Office | 2026-01-21 |
      | [Fog](fog.md) | Finished | harbour | 2025-12-01 |

      <!-- spec-list: end -->
      "
    `)
    expect(await list(root, ['--write', 'specs/README.md'])).toMatchObject({
      status: 0,
      stdout: 'specs/README.md is up to date\n',
    })
    writeFileSync(
      join(root, 'specs/README.md'),
      `${page(root).replace('# Specs', '\ufeff# Ours').replaceAll('\n', '\r\n')}End.`,
    )
    writeFileSync(join(root, 'specs/fog.md'), rfc('Fog', 'Approved', 'harbour', '2025-12-01'))
    expect(await list(root, ['--write', 'specs/README.md', '--check'])).toMatchObject({status: 1})
    const {status} = await list(root, ['--write', 'specs/README.md'])
    expect(status).toBe(0)
    expect(page(root)).toMatch(/^\ufeff# Ours\r\n/)
    expect(page(root)).toMatch(/\| \[Fog\]\(fog\.md\) \| Approved \| harbour \| 2025-12-01 \|\r\n/)
    expect(page(root).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(page(root).endsWith('End.')).toBe(true)
    expect(await list(root, ['--write', 'specs/README.md', '--check'])).toMatchObject({status: 0})
  })

  test('takes its options from the marker, and writes those that are given into it', async () => {
    const root = folder(files)
    const args = [
      '--write',
      'README.md',
      '--status',
      'draft',
      '--status',
      'in review',
      '--columns',
      'path,open',
      '--sort',
      'updated',
      '-r',
    ]
    await list(root, args)
    const written = page(root, 'README.md')
    expect(written).toContain('<!-- spec-list: begin columns=path,open status=draft,"in review" sort=-updated -->')
    expect(written).toContain('| [specs/2026-01-05-berths.md](specs/2026-01-05-berths.md) | 2 |')
    expect(written).not.toContain('fog')
    expect((await list(root, ['--write', 'README.md'])).stdout).toBe('README.md is up to date\n')
    await list(root, ['--write', 'README.md', '--owner', 'Harbour'])
    expect(page(root, 'README.md')).toContain('<!-- spec-list: begin owner=Harbour -->\n\n| Title |')
  })

  test('needs the markers, or is told to add them', async () => {
    const root = folder({
      ...files,
      'README.md': '# Ours\n\n```\n<!-- spec-list: begin -->\n<!-- spec-list: end -->\n```',
    })
    const before = page(root, 'README.md')
    const {status, stderr} = await list(root, ['--write', 'README.md'])
    expect(status).toBe(2)
    expect(stderr).toContain(
      'expected these two lines in it (--append adds them to its end): <!-- spec-list: begin --> and <!-- spec-list: end -->',
    )
    expect(page(root, 'README.md')).toBe(before)
    await list(root, ['--write', 'README.md', '--append'])
    expect(page(root, 'README.md').startsWith(`${before}\n\n<!-- spec-list: begin -->\n\n| Title`)).toBe(true)
  })

  test.each([['--check'], ['--append']])('tells why a page cannot be read, with %s', async option => {
    const text = `${'>'.repeat(500)} x\n`
    const root = folder({...files, 'README.md': text})
    const {status, stderr} = await list(root, ['--write', 'README.md', option])
    expect(stderr).toBe('spec: "README.md" cannot be read: its quotes and lists nest deeper than 100 levels\n')
    expect(status).toBe(2)
    expect(page(root, 'README.md')).toBe(text)
  })

  test('writes nothing where markers are broken, and tells the line', async () => {
    const text = '# Ours\n\n<!-- spec-list: begin -->\n\nWords.\n'
    const root = folder({...files, 'README.md': text})
    const {status, stderr} = await list(root, ['--write', 'README.md'])
    expect(status).toBe(2)
    expect(stderr).toContain(
      '"README.md" was not written: line 3: Unexpected list that does not end, expected <!-- spec-list: end -->',
    )
    expect(page(root, 'README.md')).toBe(text)
  })
})

describe('spec lint of pages', () => {
  const stale = '# Ours\n\n<!-- spec-list: begin -->\n<!-- spec-list: end -->\n'
  const found = async (root: string, args: readonly string[] = []) => {
    const {stdout} = await spec(root, ['lint', ...args, '--format', 'json'], {env})
    return (JSON.parse(stdout).files as {path: string; kind: string; messages: {ruleId: string; fix?: unknown}[]}[])
      .filter(({kind}) => kind === 'index')
      .map(({path, messages}) => [path, ...messages.map(({ruleId}) => ruleId)])
  }

  test('meets those that keep a list, in the folders of the specs and around them', async () => {
    const root = folder({
      ...files,
      'specs/README.md': stale,
      'README.md': stale,
      'docs/README.md': stale,
      'specs/old/index.md': '# Nothing\n',
      'CONTRIBUTING.md': stale,
    })
    expect(await found(root)).toEqual([
      ['README.md', 'stale-index'],
      ['specs/README.md', 'stale-index'],
    ])
    expect(await found(root, ['docs/README.md', '--ignore-unknown'])).toEqual([['docs/README.md', 'stale-index']])
    expect(await found(root, ['--kind', 'rfc'])).toEqual([])
    await list(root, ['--write', 'README.md'])
    expect(await found(root)).toEqual([['README.md'], ['specs/README.md', 'stale-index']])
  })

  test('keeps out of those that the config ignores', async () => {
    const root = folder({...files, 'spec.config.yaml': 'ignore: ["specs/old/**"]\n', 'specs/old/README.md': stale})
    expect(await found(root)).toEqual([])
  })

  test('tells of a page that a changed spec leaves behind', async () => {
    const root = repository()
    for (const [path, text] of Object.entries({...files, 'specs/README.md': stale})) {
      mkdirSync(join(root, 'specs'), {recursive: true})
      writeFileSync(join(root, path), text)
    }
    await list(root, ['--write', 'specs/README.md'])
    commit(root, 'all')
    expect(await found(root, ['--since', 'HEAD'])).toEqual([])
    writeFileSync(join(root, 'specs/fog.md'), rfc('Fog', 'Approved', 'harbour', '2025-12-01'))
    expect(await found(root, ['--since', 'HEAD'])).toEqual([['specs/README.md', 'stale-index']])
  })
})
