import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {canaryOf} from '../../src/commands/support/init/canary.js'
import {appendToList} from '../../src/commands/support/init/insert.js'
import {openWorkspace} from '../../src/workspace/index.js'
import {spec} from '../cli/support.js'
import {bareEnvironment, folder, git, repository} from '../support/folders.js'

const canaryIn = async (files: Record<string, string>) => {
  const root = folder(files)
  const workspace = await openWorkspace({root, cwd: root})
  return canaryOf(workspace).finally(workspace.close)
}
const rule = (severity: string) => JSON.stringify({$defs: {never: {severity, message: 'No', required: ['nothing']}}})
const form = '# [Title]\n\n## A\n'

describe('a canary', () => {
  test('is a document that is not there yet', async () => {
    expect(await canaryIn({'spec.config.yaml': '', 'specs/spec-init-check.md': '# A\n'})).toMatchObject({
      path: 'specs/0000-spec-init-check.md',
      rule: 'dead-citation',
    })
  })

  test('is of a kind that no other takes its documents from', async () => {
    const config =
      'kinds:\n  one: {files: "specs/*.md", template: t.md}\n  two: {files: "specs/spec-*.md", template: t.md}\n'
    const {path} = await canaryIn({'spec.config.yaml': `${config}rules: {dead-citation: off}\n`, 't.md': form})
    expect(path).toBe('specs/spec-init-check.md')
  })

  test.each([
    [
      'whose documents are all left out',
      {'spec.config.yaml': 'kinds: {rfc: {ignore: "**"}}\n'},
      'rfc: no path fits its files',
    ],
    [
      'whose documents are hidden',
      {'spec.config.yaml': 'kinds: {rfc: {files: ".rfcs/*.md"}}\n'},
      'rfc: Unexpected --out ".rfcs/spec-init-check.md", expected no hidden file or folder',
    ],
    [
      'whose rules are no errors',
      {'spec.config.yaml': 'kinds: {rfc: {template: t.md, schema: s.json}}\n', 't.md': form, 's.json': rule('warning')},
      'rfc: not even an empty document breaks an error of its rules',
    ],
    [
      'whose form breaks them',
      {'spec.config.yaml': 'kinds: {rfc: {template: t.md, schema: s.json}}\n', 't.md': form, 's.json': rule('error')},
      'rfc: its empty form breaks the rule never',
    ],
  ])('cannot be made of a kind %s', async (_, files, reason) => {
    await expect(canaryIn(files as never)).rejects.toThrow(`No canary can be made (${reason})`)
  })
})

describe('an item that is put behind a list', () => {
  const ITEM = '- repo: local\n'

  test('comes behind the last one', () => {
    expect(appendToList('repos:\n- repo: a\n', 'repos', ITEM)).toBe('repos:\n- repo: a\n- repo: local\n')
    expect(appendToList('repos:\n  - repo: a # the first\nci: {}', 'repos', ITEM)).toBe(
      'repos:\n  - repo: a # the first\n  - repo: local\nci: {}',
    )
  })

  test.each([
    ['without a list', 'repos: none\n'],
    ['that holds nothing', ''],
    ['that is a list itself', '- repos\n'],
    ['whose list is in flow style', 'repos: [a, b]\n'],
    ['that is no YAML', 'repos: [\n'],
    // Its last item ends with empty lines of its own.
    ['whose last item would lose lines', 'repos:\n- |+\n  text\n\n\n'],
    ['that would be longer than is read', `repos:\n- repo: a\n#${' '.repeat(65_536 - 19)}\n`],
  ])('leaves a text %s alone', (_, text) => {
    expect(appendToList(text, 'repos', ITEM)).toBeUndefined()
  })
})

describe('spec init', () => {
  test('quotes what YAML would take apart', async () => {
    const root = repository({
      "it's #1/spec.config.yaml": '',
      '.pre-commit-config.yaml': 'repos:\n- repo: a\n  hooks: []\n',
    })
    const {stdout, status} = await spec(join(root, "it's #1"), [
      'init',
      '--dry-run',
      '--hook',
      'pre-commit',
      '--ci',
      'none',
    ])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^ *\+? *entry: "npx --no-install .*it'\\\\''s #1.*"$/m)
  })

  test('keeps a job that checks already', async () => {
    const root = repository({
      'spec.config.yaml': '',
      '.github/workflows/specs.yml': 'jobs: {a: {steps: [{run: npx spec lint}]}}\n',
    })
    const {stdout} = await spec(root, ['init', '--dry-run', '--hook', 'none', '--ci', 'github'])
    expect(stdout).toContain('Keep .github/workflows/specs.yml, which has what it needs\n')
  })

  test('sets nothing up where the repository says that its files are elsewhere', async () => {
    const root = repository({'spec.config.yaml': ''})
    const elsewhere = folder()
    git(root, 'config', 'core.worktree', elsewhere)
    expect(await spec(root, ['init', '--dry-run'])).toEqual({
      status: 2,
      stdout: '',
      stderr: `spec: The workspace "${root}" does not lie in its repository "${elsewhere}"\n`,
    })
  })

  test('tells of the first file that cannot be written, before which there was none', async () => {
    const root = repository({'spec.config.yaml': '', 'specs/a.md': '# A\n', 'research/b.md': '# B\n'})
    writeFileSync(join(root, '.github'), '')
    const {status, stderr} = await spec(root, ['init', '--yes', '--hook', 'none', '--ci', 'github'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^spec: \.github\/workflows\/specs\.yml was not written: .+$/m)
    expect(stderr).not.toContain('written before')
  })

  test('takes nothing but a folder for one', async () => {
    const root = repository({'a.md': ''})
    mkdirSync(join(root, 'x'))
    symlinkSync('/', join(root, 'x/out'))
    expect((await spec(root, ['init', '--yes', '--specs', 'x/out'])).stderr).toContain(
      'Unexpected "x/out", expected a folder',
    )
  })

  test('--check proves the hook of a workspace below the top', async () => {
    const root = repository({'packages/one/spec.config.yaml': ''})
    const bin = new URL('../../bin/spec.js', import.meta.url).pathname
    writeFileSync(
      join(root, '.git/hooks/pre-commit'),
      `#!/bin/sh\nexec ${process.execPath} ${bin} lint --staged --root packages/one\n`,
      {mode: 0o755},
    )
    const told = await spec(join(root, 'packages/one'), ['init', '--check'], {env: bareEnvironment()})
    expect(told).toMatchObject({status: 0, stdout: expect.stringContaining('ok  accepts a sound one\n')})
  })
})
