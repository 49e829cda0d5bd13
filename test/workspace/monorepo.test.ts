import {chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {lintFiles} from '../../src/lint/index.js'
import {ConfigError, type Workspace} from '../../src/workspace/index.js'
import {monorepo} from '../cli/monorepo-places.js'
import {bareEnvironment, folder, git, repository} from '../support/folders.js'
import {from} from './support.js'

/** What is selected, as "kind path". */
async function selected(workspace: Workspace, args: string[] = [], options = {}): Promise<string[]> {
  const {files, problems} = await workspace.select(args, options)
  expect(problems).toEqual([])
  return files.map(({kind, path}) => `${kind} ${path}`)
}

const ALL = [
  'rfc packages/api/docs/api.md',
  'note packages/api/notes/cache.md',
  'rfc packages/web/specs/web.md',
  'rfc specs/top.md',
]

describe('the nearest config counts', () => {
  test('for what is selected without arguments, at every root', async () => {
    const root = repository(monorepo)
    expect(await selected(await from(root))).toEqual(ALL)
    expect(await selected(await from(join(root, 'specs')))).toEqual(ALL)
    expect(await selected(await from(join(root, 'packages/api/docs')))).toEqual([
      'rfc docs/api.md',
      'note notes/cache.md',
    ])
    expect(await selected(await from(root), [], {research: true})).toEqual([
      'rfc packages/api/docs/api.md',
      'note packages/api/notes/cache.md',
      'research packages/api/research/api.md',
      'rfc packages/web/specs/web.md',
      'research research/seats.md',
      'rfc specs/top.md',
    ])
  })

  test.each([
    [['packages/api/docs/api.md'], ['rfc packages/api/docs/api.md']],
    [['packages/api/docs'], ['rfc packages/api/docs/api.md']],
    [['packages'], ALL.slice(0, 3)],
    [['packages/api'], ALL.slice(0, 2)],
    [['.'], ALL],
    [['packages/*/docs/*.md', 'packages/api/n*/*.md'], ALL.slice(0, 2)],
  ])('for %j', async (args, expected) => {
    const root = repository(monorepo)
    expect(await selected(await from(root), args)).toEqual(expected)
    // The same of git's index.
    expect(await selected(await from(root, {staged: true}), args)).toEqual(expected)
  })

  test('for files above and beside, from within one', async () => {
    const workspace = await from(join(repository(monorepo), 'packages/web'))
    expect(await selected(workspace, ['../api/notes', '../../specs/top.md', 'specs'])).toEqual([
      'rfc ../../specs/top.md',
      'note ../api/notes/cache.md',
      'rfc specs/web.md',
    ])
    expect(await workspace.kindOf('../api/notes/new.md')).toBe('note')
    const home = await workspace.homeOf('../api/notes/new.md')
    expect([home.path, home.outward('docs/x.md')]).toEqual(['notes/new.md', '../api/docs/x.md'])
  })

  test('and none outside of a root that was named', async () => {
    const root = repository(monorepo)
    const workspace = await from(root, {root: join(root, 'packages/web')})
    const beside = join(root, 'packages/api/notes/cache.md')
    expect(await workspace.kindOf(beside)).toBeUndefined()
    expect((await workspace.homeOf(beside)).workspace).toBe(workspace)
    expect(await selected(await from(root, {root}))).toEqual(ALL)
  })

  test('for links, where their folder really is; one that leaves leads to no other workspace', async () => {
    const root = repository(monorepo)
    symlinkSync(join(root, 'packages/api/notes'), join(root, 'linked'))
    const elsewhere = folder({'spec.config.yaml': 'kinds: {}\n', 'specs/x.md': '# X\n'})
    symlinkSync(join(elsewhere, 'specs'), join(root, 'away'))
    const workspace = await from(root)
    expect(await selected(workspace, ['linked/cache.md'])).toEqual(['note packages/api/notes/cache.md'])
    expect((await workspace.homeOf('away/x.md')).workspace).toBe(workspace)
    expect((await workspace.select(['away'])).problems).toEqual([expect.stringContaining('link that leaves')])
    expect(await workspace.read('away/x.md')).toMatchObject({ok: false})
  })

  test('for what is left out of a list of named files', async () => {
    const root = repository(monorepo)
    const named = ['notes/cache.md', 'research/api.md', 'forms/note.md'].map(path => `packages/api/${path}`)
    const {files, notes} = await (await from(root)).select(named, {ignoreUnknown: true})
    expect(files.map(({path}) => path)).toEqual(['packages/api/notes/cache.md'])
    expect(notes).toEqual([
      {
        code: 'unknown',
        text: 'Left out, as no documents of the workspace: "packages/api/forms/note.md" and 1 more',
      },
    ])
  })
})

test('a package that several extend is found where the repository has it, and not out of a root that was named', async () => {
  const above = folder({'node_modules/far/spec.config.yaml': ''})
  const root = join(above, 'repository')
  const files = {
    'node_modules/@team/spec/spec.config.yaml': 'specs: docs\n',
    'packages/api/spec.config.yaml': 'extends: "@team/spec"\n',
    'packages/web/spec.config.yaml': 'extends: far\n',
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), {recursive: true})
    writeFileSync(join(root, path), text)
  }
  git(root, 'init', '--quiet')
  const api = join(root, 'packages/api')
  expect((await from(api)).settings.specs).toEqual(['docs'])
  expect((await (await from(root)).homeOf('packages/api/docs/a.md')).workspace.settings.specs).toEqual(['docs'])
  await expect(from(root, {root: api})).rejects.toThrow('expected one that is installed')
  await expect(from(join(root, 'packages/web'))).rejects.toThrow('expected one that is installed')
})

test('a template of a package stands where the package does, out of the root', async () => {
  const root = repository({
    'node_modules/team/spec.config.yaml': 'kinds: {note: {files: notes/*.md, template: note.md, schema: note.yaml}}\n',
    'p/spec.config.yaml': 'extends: team\n',
    'p/own/spec.config.yaml': 'kinds: {note: {files: notes/*.md, template: note.md}}\n',
  })
  const kindOf = async (cwd: string) => (await from(join(root, cwd))).settings.kinds.find(({name}) => name === 'note')
  expect(await kindOf('p')).toMatchObject({
    templates: [join(root, 'node_modules/team/note.md')],
    schema: join(root, 'node_modules/team/note.yaml'),
  })
  expect(await kindOf('p/own')).toMatchObject({templates: ['note.md']})
})

describe('workspaces below', () => {
  test('are not looked for in hidden folders, installed packages, and what git or the config ignores', async () => {
    const broken = {
      'node_modules/p/spec.config.yaml': 'x: 1\n',
      '.cache/spec.config.yaml': 'x: 1\n',
      'build/copy/spec.config.yaml': 'x: 1\n',
      'fixtures/one/spec.config.yaml': 'x: 1\n',
    }
    const config = {'spec.config.yaml': 'ignore: fixtures/**\n', '.gitignore': 'build/\n'}
    const root = repository({...monorepo, ...config})
    for (const [path, text] of Object.entries(broken)) {
      mkdirSync(join(root, path, '..'), {recursive: true})
      writeFileSync(join(root, path), text)
    }
    const workspace = await from(root)
    expect(await workspace.nested()).toEqual(['packages/api', 'packages/web'])
    expect(await selected(workspace)).toEqual(ALL)
  })

  test('count when they are not committed yet, and without a repository', async () => {
    const root = repository({'specs/top.md': '# A\n'})
    const fresh = {
      'a/spec.config.yaml': '',
      'a/specs/x.md': '# X\n',
      'a/b/c/spec.config.json': '{}',
      'a/b/c/specs/y.md': '',
    }
    const plain = folder(fresh)
    for (const [path, text] of Object.entries(fresh)) {
      mkdirSync(join(root, path, '..'), {recursive: true})
      writeFileSync(join(root, path), text)
    }
    expect(await (await from(root)).nested()).toEqual(['a', 'a/b/c'])
    expect(await selected(await from(root))).toEqual(['rfc a/b/c/specs/y.md', 'rfc a/specs/x.md', 'rfc specs/top.md'])
    expect(await selected(await from(plain))).toEqual(['rfc a/b/c/specs/y.md', 'rfc a/specs/x.md'])
  })

  test('with a config that cannot be used are an error, with its path and line', async () => {
    const root = repository({...monorepo, 'packages/web/spec.config.json': '{\n  "spec": "x"\n}\n'})
    const workspace = await from(root)
    for (const args of [[], ['packages/web/specs/web.md'], ['packages'], ['**/*.md']]) {
      const error = await workspace.select(args).catch(caught => caught)
      expect(error).toBeInstanceOf(ConfigError)
      expect((error as ConfigError).problems).toMatchObject([
        {path: join(root, 'packages/web/spec.config.json'), range: {start: {line: 2}}},
      ])
    }
    // Who asks for nothing of it hears nothing of it.
    expect(await selected(workspace, ['specs'])).toEqual(['rfc specs/top.md'])
  })

  test('say what in them is wrong with the name of theirs', async () => {
    const root = repository({...monorepo, 'packages/web/spec.config.json': '{"specs": "spces", "research": []}'})
    const {problems} = await (await from(root)).select([])
    expect(problems).toEqual([
      'In "packages/web": The folder "spces" of the config does not exist (spec.config.json:1). Did you mean "specs"?',
    ])
  })
})

test('all workspaces of a repository share the processes of git', async () => {
  const bin = folder({starts: ''})
  const real = git(bin, '--exec-path').trim()
  writeFileSync(join(bin, 'git'), `#!/bin/sh\necho x >> '${join(bin, 'starts')}'\nexec '${real}/git' "$@"\n`)
  chmodSync(join(bin, 'git'), 0o755)
  const env = {...process.env, ...bareEnvironment(), PATH: `${bin}:${process.env.PATH}`}
  const many = Array.from({length: 12}, (_, n) => [
    [`p/${n}/spec.config.yaml`, 'specs: docs\n'],
    [`p/${n}/docs/a.md`, `See \`src/a.ts:${n}\`, \`src/gone.ts:3\` and [r](../research/${n}.md).\n`],
    [`p/${n}/src/a.ts`, 'a\nb\nc\n'],
  ]).flat()
  const workspace = await from(repository({...monorepo, ...Object.fromEntries(many)}), {env})
  const {summary} = await lintFiles([], {workspace})
  await workspace.close()
  expect(summary.files).toBe(16)
  const starts = readFileSync(join(bin, 'starts'), 'utf8').split('\n').length - 1
  expect(starts).toBeGreaterThan(2)
  expect(starts).toBeLessThan(14)
})
