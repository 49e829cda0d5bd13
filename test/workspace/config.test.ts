import {mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, test} from 'vitest'
import {config as shape} from '../../src/workspace/config/shape.js'
import {ConfigError, openWorkspace} from '../../src/workspace/index.js'
import {folder} from '../support/folders.js'

const open = (root: string, cwd = root) => openWorkspace({cwd, date: '2026-01-31'})

/** What is wrong with the config of a folder, as "line reason". */
async function problems(files: Record<string, string>): Promise<string[]> {
  const root = folder(files)
  const error = await open(root).catch(caught => caught)
  expect(error).toBeInstanceOf(ConfigError)
  return (error as ConfigError).problems.map(
    ({path, range, reason}) => `${path.slice(root.length + 1)}:${range.start.line} ${reason}`,
  )
}

describe('a config', () => {
  test.each([
    ['spec.config.yaml', 'specs: docs/rfcs\nresearch: [notes, docs/notes/]\nrules:\n  residue: off\n'],
    ['spec.config.yml', 'specs: [docs/rfcs]\nresearch:\n  - ./notes\n  - docs/notes\nrules: {residue: "off"}\n'],
    ['spec.config.json', '{"specs": "docs/rfcs", "research": ["notes", "docs/notes"], "rules": {"residue": "off"}}'],
  ])('%s', async (name, text) => {
    const {settings} = await open(folder({[name]: text}))
    expect(settings.specs).toEqual(['docs/rfcs'])
    expect(settings.research).toEqual(['notes', 'docs/notes'])
    expect(settings.rules).toEqual({residue: 'off'})
    expect(settings.kinds.map(({name, files}) => [name, files])).toEqual([
      ['rfc', ['docs/rfcs/**/*.md']],
      ['research', ['notes/**/*.md', 'docs/notes/**/*.md']],
    ])
  })

  test('is found upwards, before the top of a git repository', async () => {
    const root = folder({'.git/HEAD': 'ref: refs/heads/main\n', 'app/spec.config.yaml': '', 'app/docs/a.md': ''})
    expect((await open(root, join(root, 'app/docs'))).root).toBe(join(root, 'app'))
  })

  test('that is empty, or of comments, says nothing', async () => {
    for (const text of ['', '# later\n', '{}'])
      expect((await open(folder({'spec.config.yaml': text}))).settings.specs).toEqual(['specs'])
  })

  test('claims files by kinds of one’s own first, and by built-in ones what is left', async () => {
    const workspace = await open(
      folder({
        'spec.config.yaml':
          'ignore: specs/old/**\nkinds:\n  adr: {files: specs/adr/*.md, template: t.md}\n  rfc: {ignore: specs/drafts/*}\n',
      }),
    )
    const kinds = ['specs/a.md', 'specs/adr/a.md', 'specs/old/a.md', 'specs/drafts/a.md', 'research/a.md'].map(path =>
      workspace.kindOf(path),
    )
    expect(await Promise.all(kinds)).toEqual(['rfc', 'adr', undefined, undefined, 'research'])
  })
})

describe('a config that cannot be used tells where', () => {
  test.each([
    ['an unknown key', 'spec: docs\n', ['1 Unexpected key "spec", expected one of $schema, extends, specs, research']],
    [
      'a severity',
      'rules:\n  residue: of\n',
      ['2 Unexpected severity "of", expected one of error, warning, info, off'],
    ],
    ['a number', 'specs: 3\n', ['1 Unexpected value 3, expected a text']],
    ['an empty value', 'specs:\n', ['1 Unexpected empty value, expected a text']],
    ['a path that leaves', 'specs: [docs, ../x]\n', ['1 Unexpected path "../x" that leaves the workspace']],
    ['an absolute path', 'research: /etc\n', ['1 Unexpected path "/etc" that leaves the workspace']],
    ['a drive', 'research: "C:/x"\n', ['1 Unexpected path "C:/x" that leaves the workspace']],
    [
      'a glob that takes back',
      'ignore: [a/**, "!a/b.md"]\n',
      ['1 Unexpected glob "!a/b.md" that takes back what others'],
    ],
    ['no files', 'kinds:\n  rfc:\n    files: []\n', ['3 Unexpected list without a glob, expected one at least']],
    ['a kind’s name', 'kinds:\n  ADR: {files: a}\n', ['2 Unexpected name "ADR", expected small letters']],
    ['a kind’s key', 'kinds:\n  adr:\n    file: a\n', ['3 Unexpected key "file", expected one of files, ignore']],
    ['several', 'a: 1\nb: 2\n', ['1 Unexpected key "a"', '2 Unexpected key "b"']],
    ['a list', '- a\n', ['1 Unexpected list, expected settings']],
    ['no YAML', 'a: [\n', ['2 Unexpected text that is no YAML or JSON']],
    ['a key twice', 'specs: a\nspecs: b\n', ['2 Unexpected second key of this name']],
    ['an alias', 'specs: &a b\nresearch: *a\n', ['1 Unexpected']],
    ['a prototype', '__proto__: 1\n', ['1 Unexpected key "__proto__"']],
  ])('%s', async (_what, text, expected) => {
    const found = await problems({'spec.config.yaml': text})
    expect(found).toHaveLength(expected.length)
    for (const [index, words] of expected.entries()) expect(found[index]).toContain(`spec.config.yaml:${words}`)
  })

  test('near names are offered', async () => {
    const error = await open(folder({'spec.config.yaml': 'reserch: a\n'})).catch(caught => caught)
    expect(error.problems[0].suggestions).toEqual(['research'])
  })

  test('two in one folder, and one that is code', async () => {
    expect(await problems({'spec.config.json': '{}', 'spec.config.yaml': ''})).toEqual([
      expect.stringContaining('Unexpected second config'),
    ])
    expect(await problems({'spec.config.js': 'throw 1'})).toEqual([expect.stringContaining('data and no code')])
  })

  test('one that is no UTF-8', async () => {
    const root = folder({})
    writeFileSync(join(root, 'spec.config.yaml'), Uint8Array.of(0xff, 0xfe, 0x61))
    await expect(open(root)).rejects.toBeInstanceOf(ConfigError)
  })
})

describe('extends', () => {
  test('files and packages, the nearest winning', async () => {
    const root = folder({
      'spec.config.yaml': 'extends: [./base.yaml, "@team/spec"]\nrules:\n  residue: info\n',
      'base.yaml': 'specs: docs\nrules:\n  residue: off\n  status-note: off\n',
      'node_modules/@team/spec/spec.config.json': '{"research": "notes", "rules": {"status-note": "error"}}',
    })
    const {settings} = await open(root)
    expect([settings.specs, settings.research]).toEqual([['docs'], ['notes']])
    expect(settings.rules).toEqual({residue: 'info', 'status-note': 'error'})
    expect(settings.origins.get('rules/status-note')).toMatchObject({
      path: join(root, 'node_modules/@team/spec/spec.config.json'),
    })
  })

  test('templates and schemas stand where the config that names them stands', async () => {
    const root = folder({
      'spec.config.yaml': 'extends: team\n',
      'node_modules/team/spec.config.yaml': 'kinds:\n  adr: {files: adr/*.md, template: forms/adr.md}\n',
    })
    expect((await open(root)).settings.kinds[0]).toMatchObject({templates: ['node_modules/team/forms/adr.md']})
  })

  test.each([
    ['a circle', {'spec.config.yaml': 'extends: ./a.yaml\n', 'a.yaml': 'extends: ./spec.config.yaml\n'}, 'circle'],
    ['itself', {'spec.config.yaml': 'extends: ./spec.config.yaml\n'}, 'circle'],
    ['what leaves the workspace', {'spec.config.yaml': 'extends: ../a.yaml\n'}, 'leaves the workspace'],
    ['what is not there', {'spec.config.yaml': 'extends: ./a.yaml\n'}, 'expected a file that exists'],
    ['a package that is not there', {'spec.config.yaml': 'extends: team\n'}, 'expected one that is installed'],
    ['a package by a way out', {'spec.config.yaml': 'extends: team/../../x\n'}, 'expected a path that begins with'],
    [
      'a file with an error',
      {'spec.config.yaml': 'extends: ./a.yaml\n', 'a.yaml': 'x: 1\n'},
      'a.yaml:1 Unexpected key',
    ],
  ])('%s is an error', async (_what, files, words) => {
    expect(await problems(files)).toEqual([expect.stringContaining(words)])
  })

  test('a link that leaves the workspace is an error', async () => {
    const root = folder({'spec.config.yaml': 'extends: ./x/a.yaml\n'})
    mkdirSync(join(root, 'x'))
    symlinkSync(join(folder({'a.yaml': ''}), 'a.yaml'), join(root, 'x/a.yaml'))
    await expect(open(root)).rejects.toThrow('leaves the workspace')
  })
})

describe('what the config names and is not there', () => {
  test.each([
    ['a folder', 'specs: docs\n', 'The folder "docs" of the config does not exist (spec.config.yaml:1)'],
    [
      'a glob',
      'kinds:\n  rfc: {files: [specs/*.md, rfcs/*.md]}\n',
      'The glob "rfcs/*.md" of the kind rfc matches nothing (spec.config.yaml:2)',
    ],
    [
      'a glob of other files than Markdown',
      'kinds:\n  rfc: {files: [specs/*.md, specs/*.mdx]}\n',
      'The glob "specs/*.mdx" of the kind rfc matches no Markdown file (spec.config.yaml:2)',
    ],
    [
      'a glob into another workspace',
      'kinds:\n  rfc: {files: [specs/*.md, api/specs/*.md]}\n',
      'The glob "api/specs/*.md" of the kind rfc begins in a workspace of its own (spec.config.yaml:2)',
    ],
  ])('%s is a problem', async (_what, text, problem) => {
    const files = {'specs/a.md': '', 'specs/a.mdx': '', 'api/spec.config.yaml': '', 'api/specs/b.md': ''}
    const {problems: found} = await (await open(folder({'spec.config.yaml': text, ...files}))).select([])
    expect(found).toEqual([problem])
  })

  test('what a package names is told with the package’s file', async () => {
    const conf = 'node_modules/@team/conf/spec.config.yaml'
    const root = folder({'spec.config.yaml': 'extends: "@team/conf"\n', [conf]: 'specs: docs\n', 'specs/a.md': ''})
    const {problems: found} = await (await open(root)).select([])
    expect(found).toEqual([`The folder "docs" of the config does not exist (${conf}:1)`])
  })

  test('two kinds that claim one file are a problem', async () => {
    const text = 'kinds:\n  a: {files: specs/*.md, template: t.md}\n  b: {files: "**/a.md", template: t.md}\n'
    const {problems: found} = await (await open(folder({'spec.config.yaml': text, 'specs/a.md': ''}))).select([])
    expect(found).toEqual([
      '"specs/a.md" is claimed by several kinds of the config: a (spec.config.yaml:2), b (spec.config.yaml:3)',
    ])
  })
})

describe('the schema that editors read', () => {
  const schema = JSON.parse(readFileSync(new URL('../../schema/config.schema.json', import.meta.url), 'utf8'))
  const isConfig = new Ajv2020({strict: false}).compile(schema)
  const cases: unknown[] = [
    {},
    {$schema: 'x', extends: ['./a'], specs: 'a', research: ['b'], ignore: ['*.md'], rules: {residue: 'off'}},
    {kinds: {adr: {files: 'a/*.md', ignore: ['x'], template: 't.md', schema: 's.yaml'}}},
    {kinds: {adr: {files: 'a/*.md', template: ['t.md', 'forms/u.md'], version: 2}}},
    {kinds: {adr: {template: []}}},
    {kinds: {adr: {template: ['../t.md']}}},
    {kinds: {adr: {version: -1}}},
    {kinds: {adr: {version: '2'}}},
    {kinds: {adr: {version: 1.5}}},
    {spec: 'a'},
    {specs: 3},
    {specs: ''},
    {specs: ['../a']},
    {specs: 'a/../b'},
    {research: '/a'},
    {research: 'C:/a'},
    {rules: {residue: 'of'}},
    {kinds: {ADR: {}}},
    {kinds: {adr: {file: 'a'}}},
    {kinds: {adr: {files: []}}},
    {kinds: {adr: {files: ['!a/b.md']}}},
    {kinds: {adr: {files: '!(a)/b.md'}}},
    {ignore: '!a'},
    {ignore: '/a'},
    {specs: '!a'},
    {kinds: []},
    [],
  ]

  test.each(cases)('says the same: %j', value => {
    const said: string[] = []
    shape(value, '', (_pointer, reason) => said.push(reason))
    expect(isConfig(value)).toBe(said.length === 0)
  })
})
