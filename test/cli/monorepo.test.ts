import {existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, test} from 'vitest'
import {folder, git, repository} from '../support/folders.js'
import {faulty, sound} from './documents.js'
import {citing, monorepo, research} from './monorepo-places.js'
import {spec} from './support.js'

const put = (root: string, path: string, text: string): void => {
  mkdirSync(join(root, path, '..'), {recursive: true})
  writeFileSync(join(root, path), text)
}

/** What `spec lint --format compact` says: the status, lines without words, and what is said beside them. */
async function linted(cwd: string, ...argv: string[]) {
  const {status, stdout, stderr} = await spec(cwd, ['lint', '--format', 'compact', ...argv])
  return {status, lines: stdout.split('\n').flatMap(line => line.match(/^.+?:\d+:\d+: \w+ [\w-]+/) ?? []), stderr}
}

const TOP = ['specs/top.md:1:1: warning no-research-citation', 'specs/top.md:5:15: error machine-author']
const NOTE = 'notes/cache.md:5:12: error missing-part'
const WEB = 'specs/web.md:6:12: error unknown-status'

describe('each document is held to what its own workspace says', () => {
  test('in a run at the top, with paths from the working folder', async () => {
    const root = repository(monorepo)
    const all = [`packages/api/${NOTE}`, `packages/web/${WEB}`, ...TOP]
    expect(await linted(root)).toEqual({status: 1, lines: all, stderr: ''})
    expect(await linted(root, '--staged')).toEqual({status: 1, lines: all, stderr: ''})
    expect(await linted(root, '.')).toEqual({status: 1, lines: all, stderr: ''})
    const {stdout} = await spec(root, ['lint'])
    expect(stdout).toContain('├─ packages/api/forms/note.yaml:3:3: The rule stands here')
    expect(stdout).toContain('4 files checked: 3 errors, 1 warning in 3 of them')
  })

  test('in a run within one, and named from there', async () => {
    const root = repository(monorepo)
    expect(await linted(join(root, 'packages/api'))).toEqual({status: 1, lines: [NOTE], stderr: ''})
    expect((await linted(join(root, 'packages/api/docs'), '../notes')).lines).toEqual([`../${NOTE}`])
    expect((await linted(join(root, 'packages/web'), '../api', '../../specs')).lines).toEqual([
      `../../${TOP[0]}`,
      `../../${TOP[1]}`,
      `../api/${NOTE}`,
    ])
    expect((await linted(root, '--root', 'packages/api')).lines).toEqual([`packages/api/${NOTE}`])
  })

  test('as a hook names the files, and as the index has them', async () => {
    const root = repository(monorepo)
    put(root, 'packages/api/notes/cache.md', '# Cache\n\n## Why\n\nSlow.\n\n## What\n\nAll.\n')
    const changed = ['packages/api/notes/cache.md', 'packages/api/research/api.md', 'specs/top.md', 'README.md']
    put(root, 'README.md', '# Readme\n')
    expect(await linted(root, '--ignore-unknown', ...changed)).toEqual({
      status: 1,
      lines: TOP,
      stderr: 'note: Left out, as no documents of the workspace: "README.md" and 1 more\n',
    })
    expect((await linted(root, '--staged', '--ignore-unknown', ...changed)).lines).toEqual([
      `packages/api/${NOTE}`,
      ...TOP,
    ])
    git(root, 'add', 'packages/api')
    expect((await linted(root, '--staged', '--since', 'HEAD')).lines).toEqual([])
    expect((await linted(join(root, 'packages/web'), '--since', 'HEAD', '../api')).lines).toEqual([])
  })

  test('with rules that only one of them knows, on the command line too', async () => {
    const root = repository(monorepo)
    const softer = await linted(root, '--rule', 'missing-part:warning', '--rule', 'machine-author:info')
    expect(softer.lines).toEqual([
      'packages/api/docs/api.md:5:15: info machine-author',
      'packages/api/notes/cache.md:5:12: warning missing-part',
      `packages/web/${WEB}`,
      TOP[0],
      'specs/top.md:5:15: info machine-author',
    ])
    expect(await linted(root, '--rule', 'missing-parts:warning')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Unexpected rule "missing-parts"'),
    })
    expect((await linted(root, '--kind', 'note', 'packages/api/notes')).lines).toEqual([`packages/api/${NOTE}`])
  })

  test('in facts, citations, rules and config', async () => {
    const root = repository(monorepo)
    expect(JSON.parse((await spec(root, ['facts', 'packages/api/notes/cache.md'])).stdout).kind).toBe('note')
    expect((await spec(root, ['config', 'packages/api/notes/new.md'])).stdout).toMatch(
      /kind +note +packages\/api\/spec\.config\.yaml:6/,
    )
    expect((await spec(root, ['config'])).stdout).toMatch(/^workspaces +packages\/api, packages\/web +default$/m)
    const {stdout} = await spec(root, ['citations', '--format', 'json'])
    expect(JSON.parse(stdout).files.map(({path, root: own}: {path: string; root?: string}) => [path, own])).toEqual([
      ['packages/api/docs/api.md', 'packages/api'],
      ['packages/api/notes/cache.md', 'packages/api'],
      ['packages/web/specs/web.md', 'packages/web'],
      ['specs/top.md', undefined],
    ])
    const cited = await spec(root, ['citations', '--research'])
    expect(cited.stdout).toContain('packages/api/research/api.md\n  packages/api/docs/api.md: 22 → #findings\n')
  })

  test('and a broken one is exit status 2, with its path and line', async () => {
    const root = repository({...monorepo, 'packages/web/spec.config.json': '{\n  "spec": "x"\n}\n'})
    for (const argv of [['lint'], ['lint', 'packages'], ['citations'], ['config', 'packages/web/specs/web.md']]) {
      const {status, stdout, stderr} = await spec(root, argv)
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr).toContain('packages/web/spec.config.json:2:3')
      expect(stderr).toContain('did you mean: "specs"?')
    }
    expect((await linted(root, 'specs')).lines).toEqual(TOP)
  })
})

test('citations across the workspaces of a repository are looked up, down to the anchor and the line', async () => {
  const root = repository({
    'spec.config.yaml': '',
    'research/seats.md': research,
    'specs/a.md': citing('../api/research/api.md#findings'),
    'specs/b.md': citing('../api/research/api.md#nope'),
    'api/spec.config.yaml': 'specs: docs\n',
    'api/research/api.md': research,
    'api/docs/up.md': citing('../../research/seats.md#nope'),
    'api/docs/gone.md': citing('../../specs/gone.md'),
    'api/docs/code.md': citing('../../web/src/x.ts#L9'),
    'api/docs/fine.md': citing('../../specs/a.md'),
    'web/src/x.ts': 'a\nb\n',
  })
  const errors = (lines: readonly string[]) => lines.filter(line => line.includes(' error '))
  const within = [
    'docs/code.md:22:32: error code-line-out-of-range',
    'docs/gone.md:22:32: error dead-citation',
    'docs/up.md:22:32: error dead-anchor',
  ]
  expect(errors((await linted(root)).lines)).toEqual([
    ...within.map(line => `api/${line}`),
    'specs/b.md:22:32: error dead-anchor',
  ])
  expect(errors((await linted(join(root, 'api'))).lines)).toEqual(within)
  // No document is the new place of what it cites itself.
  const {stdout} = await spec(root, ['lint', 'api/docs/gone.md', '--format', 'compact'])
  expect(stdout).toContain('"../../specs/gone.md", expected a document that exists')
})

describe('folders of research that a clone may lack', () => {
  const place = () => {
    const parent = folder()
    const root = join(parent, 'repository')
    mkdirSync(root)
    git(root, 'init', '--quiet', '--initial-branch=main')
    put(
      root,
      'spec.config.yaml',
      'research:\n  - path: notes\n    untracked: true\n  - path: ../shared\n    outside: true\n',
    )
    put(root, '.gitignore', 'notes/\n')
    put(root, 'specs/seats.md', citing('../notes/seats.md#findings'))
    put(root, 'specs/tables.md', citing('../../shared/tables.md#findings'))
    return {parent, root}
  }
  const fill = (root: string) => {
    put(root, 'notes/seats.md', research)
    put(root, '../shared/tables.md', research.replaceAll('Seats', 'Tables'))
  }

  test('that lack it say so, and accuse nobody', async () => {
    const {root} = place()
    const {status, stdout, stderr} = await spec(root, ['lint'])
    expect([status, stdout]).toEqual([0, expect.stringContaining('2 files checked, no problems')])
    expect(stderr).toBe(
      'note: The research folder "notes" is not here (spec.config.yaml:1): what is cited of it is not looked up\n' +
        'note: The research folder "../shared" is not here (spec.config.yaml:1): what is cited of it is not looked up\n',
    )
    const report = JSON.parse((await spec(root, ['lint', '--format', 'json'])).stdout)
    expect(report.summary.skippedChecks).toBe(2)
    const {stdout: cited} = await spec(root, ['citations'])
    expect(cited).not.toMatch(/wrong|missing/)
    expect((await linted(root, '**/*.md')).status).toBe(0)
  })

  test('that have it look into it', async () => {
    const {root} = place()
    fill(root)
    expect(await linted(root)).toEqual({status: 0, lines: [], stderr: ''})
    expect(await linted(root, '--staged')).toMatchObject({status: 0, lines: []})
    put(root, 'specs/seats.md', citing('../notes/seats.md#nope'))
    put(root, 'specs/tables.md', citing('../../shared/none.md'))
    expect((await linted(root)).lines).toEqual([
      'specs/seats.md:22:32: error dead-anchor',
      'specs/tables.md:22:32: error dead-citation',
    ])
    expect((await spec(root, ['research'])).stdout).toMatch(/^\.\.\/shared\/tables\.md\n[\s\S]*^notes\/seats\.md\n/m)
    const {stdout} = await spec(root, ['scaffold', 'Seats and Tables', '--dry-run'])
    expect(stdout).toContain('(../../shared/tables.md#findings)')
    expect(stdout).toContain('(../notes/seats.md#findings)')
    // What is named there is research, and no RFC.
    expect((await linted(root, '../shared')).lines).toEqual([])
  })

  test('and nothing is read that a link leads out of them to', async () => {
    const {root} = place()
    fill(root)
    symlinkSync(join(folder({'secret.md': research}), 'secret.md'), join(root, '../shared/secret.md'))
    put(root, 'specs/tables.md', citing('../../shared/secret.md#nope'))
    expect((await linted(root)).lines).toEqual([])
    expect((await spec(root, ['research'])).stdout).not.toContain('secret')
    expect((await linted(root, '../shared/secret.md')).status).toBe(2)
  })

  test.each([
    ['from a config that others extend', 'extends: ./base.yaml\n', 'in a config that others extend'],
    ['an absolute path', 'research: [{path: /tmp, outside: true}]\n', 'of a folder outside, expected one such as'],
    [
      'what holds the workspace',
      'research: [{path: .., outside: true}]\n',
      'of a folder outside, expected one such as',
    ],
    ['without a mark', 'research: [../shared]\n', 'leaves the workspace'],
    ['both marks', 'research: [{path: ../x, outside: true, untracked: true}]\n', 'beside "outside"'],
    ['without a path', 'research: [{untracked: true}]\n', 'Missing "path"'],
  ])('%s is refused', async (_what, config, words) => {
    const root = folder({
      'spec.config.yaml': config,
      'base.yaml': 'research: [{path: ../shared, outside: true}]\n',
      'specs/a.md': sound,
    })
    const {status, stderr} = await spec(root, ['lint'])
    expect(status).toBe(2)
    expect(stderr.replace(/\s+/g, ' ')).toContain(words)
  })
})

describe('spec scaffold --kind', () => {
  const config = 'kinds:\n  adr: {files: "docs/decisions/**/[0-9]*.md", template: forms/adr.md}\n'
  const files = {'spec.config.yaml': config, 'forms/adr.md': '# [Title]\n\n## Context\n\n## Decision\n'}
  const scaffold = (root: string, ...argv: string[]) =>
    spec(root, ['scaffold', 'Use Git', '--date', '2026-01-31', ...argv])

  test('takes the form of the kind and the folder of its globs', async () => {
    const root = repository(files)
    const {status, stdout} = await scaffold(root, '--kind', 'adr')
    expect([status, stdout]).toEqual([0, expect.stringContaining('docs/decisions/2026-01-31-use-git.md')])
    const text = readFileSync(join(root, 'docs/decisions/2026-01-31-use-git.md'), 'utf8')
    expect(text).toMatch(/^# Use Git\n[\s\S]*## Context\n[\s\S]*## Decision\n/)
    expect((await linted(root)).lines.filter(line => line.includes(' error '))).toEqual([])
    // Without it all is as ever.
    expect((await scaffold(root)).stdout).toContain('specs/2026-01-31-use-git.md')
  })

  test('of the workspace that --out lies in', async () => {
    const root = repository(monorepo)
    const {status, stdout} = await scaffold(root, '--kind', 'note', '--out', 'packages/api/notes/')
    expect([status, stdout]).toEqual([0, expect.stringContaining('packages/api/notes/2026-01-31-use-git.md')])
    expect((await scaffold(root, '--kind', 'note')).stderr).toContain('Unknown kind "note"')
  })

  test.each([
    [['--kind', 'adr', '--template', 'forms/adr.md'], 'Unexpected --template beside --kind'],
    [['--kind', 'adr', '--schema', 'x.yaml'], 'Unexpected --schema beside --kind'],
    [['--kind', 'ard'], 'Did you mean "adr"?'],
    [['--kind', 'research'], 'The kind "research" has no template to start from'],
  ])('%j is refused', async (argv, words) => {
    const root = folder(files)
    const {status, stdout, stderr} = await scaffold(root, ...argv)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(words)
  })
})

test('spec config --format json keeps to its schema', async () => {
  const schema = readFileSync(new URL('../../schema/config-report.schema.json', import.meta.url), 'utf8')
  const isReport = new Ajv2020({strictTypes: false, strictRequired: false}).compile(JSON.parse(schema))
  const root = repository({
    ...monorepo,
    'spec.config.yaml': `research: [research, {path: ../none, outside: true}, {path: n, untracked: true}]
ignore: "specs/old/**"
rules: {residue: off}
`,
  })
  for (const argv of [
    [],
    ['packages/api/notes/a.md'],
    ['specs/top.md', 'residue'],
    ['x.txt'],
    ['specs/top.md', 'unset-value'],
  ]) {
    const {status, stdout} = await spec(root, ['config', '--format', 'json', ...argv])
    expect(status).toBe(0)
    expect(isReport(JSON.parse(stdout)), JSON.stringify(isReport.errors)).toBe(true)
  }
  const all = JSON.parse((await spec(root, ['config', '--format', 'json'])).stdout)
  expect(all.settings).toContainEqual({
    key: 'research/outside',
    value: ['../none'],
    source: 'config',
    path: 'spec.config.yaml',
    line: 1,
  })
  expect(isReport({...all, settings: [{key: 'specs', value: [], source: 'config'}]})).toBe(false)
})

describe('each workspace has a baseline of its own', () => {
  const FILE = 'spec.baseline.json'
  const frozenIn = (root: string, folder: string) =>
    Object.keys(JSON.parse(readFileSync(join(root, folder, FILE), 'utf8')).violations)

  test('written from the top, and the same when written from within', async () => {
    const root = repository(monorepo)
    const {status, stderr} = await spec(root, ['lint', '--update-baseline'])
    expect([status, stderr]).toEqual([
      0,
      `note: Wrote the baseline "${FILE}": 2 messages of 1 document\n` +
        `note: Wrote the baseline "packages/api/${FILE}": 1 message of 1 document\n` +
        `note: Wrote the baseline "packages/web/${FILE}": 1 message of 1 document\n`,
    ])
    expect(['', 'packages/api', 'packages/web'].map(each => frozenIn(root, each))).toEqual([
      ['specs/top.md'],
      ['notes/cache.md'],
      ['specs/web.md'],
    ])
    for (const place of ['', 'packages/api', 'packages/web']) {
      expect(await linted(join(root, place))).toMatchObject({status: 0, lines: []})
      const again = await spec(join(root, place), ['lint', '--update-baseline'])
      expect(again.stderr).toContain('stays as it is')
      expect(again.stderr).not.toContain('Wrote')
    }
    const none = await linted(root, '--no-baseline')
    expect(none.lines).toEqual([`packages/api/${NOTE}`, `packages/web/${WEB}`, ...TOP])
  })

  test('which counts for a document from wherever it is named', async () => {
    const root = repository(monorepo)
    await spec(join(root, 'packages/api'), ['lint', '--update-baseline'])
    expect((await linted(root)).lines).toEqual([`packages/web/${WEB}`, ...TOP])
    expect((await linted(root, 'packages/api/notes/cache.md')).lines).toEqual([])
    expect((await linted(join(root, 'packages/web'), '../api')).lines).toEqual([])
    expect((await linted(root, '--staged')).lines).toEqual([`packages/web/${WEB}`, ...TOP])
    // A named file alone is frozen where it belongs, and none is made for the workspace that asks.
    const {stderr} = await spec(root, ['lint', '--update-baseline', 'packages/web/specs/web.md'])
    expect(stderr).toBe(`note: Wrote the baseline "packages/web/${FILE}": 1 message of 1 document\n`)
    expect(existsSync(join(root, FILE))).toBe(false)
  })

  test('of which the stale entries are told and pruned from the top as from within', async () => {
    const root = repository({...monorepo, 'packages/web/specs/old.md': faulty.replace('Drfat', 'Dratf')})
    await spec(root, ['lint', '--update-baseline'])
    rmSync(join(root, 'packages/web/specs/old.md'))
    put(root, 'packages/api/notes/cache.md', '# Cache\n\n## Why\n\nSlow.\n\n## What\n\nAll.\n')
    const stale = async (place: string) => {
      const {stdout} = await spec(join(root, place), ['lint', '--format', 'json'])
      const {summary, baseline} = JSON.parse(stdout)
      return [summary.stale, baseline.stale.map(({path}: {path: string}) => path)]
    }
    expect(await stale('')).toEqual([2, ['packages/api/notes/cache.md', 'packages/web/specs/old.md']])
    expect(await stale('packages/web')).toEqual([1, ['specs/old.md']])
    const {stderr} = await spec(root, ['lint', '--prune-baseline'])
    expect(stderr).toContain(`Wrote the baseline "packages/api/${FILE}": 0 messages of 0 documents`)
    expect(frozenIn(root, 'packages/web')).toEqual(['specs/web.md'])
    expect(await stale('')).toEqual([0, []])
  })

  test('and --baseline names that of the workspace that is asked, and no other', async () => {
    const root = repository(monorepo)
    await spec(root, ['lint', '--update-baseline', '--baseline', 'frozen.json'])
    expect(JSON.parse(readFileSync(join(root, 'frozen.json'), 'utf8')).violations).toHaveProperty('specs/top.md')
    expect(frozenIn(root, 'packages/api')).toEqual(['notes/cache.md'])
    expect((await linted(root)).lines).toEqual(TOP)
    expect((await linted(root, '--baseline', 'frozen.json')).lines).toEqual([])
    const {status, stderr} = await linted(root, '--baseline', `packages/api/${FILE}`)
    expect([status, stderr]).toEqual([
      2,
      `spec: Unexpected --baseline "packages/api/${FILE}", expected one of this workspace: it counts by itself for that in "packages/api"\n`,
    ])
  })

  test('and one of the top says nothing of what has become a workspace of its own', async () => {
    const root = repository({...monorepo, 'packages/web/spec.config.json': ''})
    rmSync(join(root, 'packages/web/spec.config.json'))
    put(root, 'spec.config.yaml', 'specs: [specs, packages/web/specs]\n')
    await spec(root, ['lint', '--update-baseline'])
    expect(frozenIn(root, '')).toEqual(['packages/web/specs/web.md', 'specs/top.md'])
    put(root, 'packages/web/spec.config.json', '{}')
    put(root, 'spec.config.yaml', '')
    const found = await linted(root)
    expect(found.lines).toEqual([`packages/web/${WEB}`])
    expect(found.stderr).toContain(`The baseline "${FILE}" does not count for "packages/web/specs/web.md"`)
    await spec(root, ['lint', '--prune-baseline'])
    expect(frozenIn(root, '')).toEqual(['specs/top.md'])
  })

  test('and a broken one is told with its path, when the run comes to it', async () => {
    const root = repository({...monorepo, [`packages/web/${FILE}`]: '{"schemaVersion": 2}'})
    const {status, stderr} = await linted(root)
    expect(status).toBe(2)
    expect(stderr).toContain(`packages/web/${FILE}:1:2`)
    expect((await linted(root, 'specs')).lines).toEqual(TOP)
  })
})
