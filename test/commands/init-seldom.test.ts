import {existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {quotedWord} from '../../src/commands/support/init/hooks.js'
import {filesText} from '../../src/commands/support/init/plan-text.js'
import {plainPalette} from '../../src/reporters/index.js'
import {spec} from '../cli/support.js'
import {folder, git, repository} from '../support/folders.js'

test('words that a shell would take apart are quoted', () => {
  expect(quotedWord('docs/rfcs')).toBe('docs/rfcs')
  expect(quotedWord("it's here")).toBe(`'it'\\''s here'`)
})

test('a plan is told by what is done with each file', () => {
  const context = {columns: 80, palette: plainPalette, show: ({path}: {path: string}) => path}
  const told = (action: string, isDone: boolean) =>
    filesText({files: [{action, path: 'a.yaml', text: 'x: 1\n'}]} as never, isDone, context as never)
  expect(told('keep', false)).toBe('Keep a.yaml, which has what it needs\n')
  expect(told('show', true)).toBe('By hand: a.yaml is there already. It needs\n  + x: 1\n')
  expect(told('append', true)).toBe('Added to a.yaml\n')
  expect(told('append', false)).toBe('Add to a.yaml\n  + x: 1\n')
  expect(told('create', true)).toBe('Wrote a.yaml\n')
  expect(told('create', false)).toBe('Write a.yaml\n  + x: 1\n')
})

describe('spec init', () => {
  test('takes the root itself for a folder of specs', async () => {
    const root = folder()
    const {status} = await spec(root, ['init', '--yes', '--specs', '.'])
    expect(status).toBe(0)
    expect(readFileSync(join(root, 'spec.config.yaml'), 'utf8')).toMatch(/specs: ["']?\.["']?/)
  })

  test('refuses what is no folder, and a hook without a repository', async () => {
    const root = folder({'specs.md': ''})
    expect((await spec(root, ['init', '--yes', '--specs', 'specs.md'])).stderr).toContain(
      'Unexpected "specs.md", expected a folder',
    )
    expect((await spec(root, ['init', '--yes', '--hook', 'git'])).stderr).toContain(
      'Unexpected --hook git: there is no git repository here',
    )
    expect((await spec(root, ['init', '--yes', '--specs', '/etc'])).stderr).toContain('that leaves the workspace')
  })

  test('asks for each, and again where the answer is none', async () => {
    const root = repository({'README.md': '# R\n'})
    const answers = ['docs, ,specs', '', 'nothing', 'none', 'gitlab', 'perhaps', 'y']
    const asked: string[] = []
    const {stderr} = await spec(root, ['init'], {
      isTTY: true,
      columns: 80,
      ask: async (question: string) => {
        asked.push(question)
        return answers.shift()
      },
    })
    expect(asked.map(question => question.replace(/[?:].*/s, ''))).toEqual([
      'Folders of specs, with commas',
      'Folders of research',
      'Hook',
      'Hook',
      'CI job',
      'Write these files',
      'Write these files',
    ])
    expect(stderr).toContain('Unexpected answer "perhaps", expected y or n')
    expect(existsSync(join(root, '.gitlab-ci.yml'))).toBe(true)
  })

  test('reads a package.json of no shape as one that depends on nothing', async () => {
    const root = repository({'package.json': '{', 'package-lock.json': '{}'})
    expect((await spec(root, ['init', '--yes', '--hook', 'none', '--ci', 'github'])).status).toBe(0)
    const job = readFileSync(join(root, '.github/workflows/specs.yml'), 'utf8')
    expect(job).toContain('npm ci')
  })

  test('says what was not written, and what was before', async () => {
    const root = repository({'README.md': '# R\n'})
    symlinkSync('/nowhere/at/all', join(root, '.github'))
    const {status, stderr} = await spec(root, ['init', '--yes', '--hook', 'none', '--ci', 'github'])
    expect(status).toBe(2)
    expect(stderr).toContain('was not written')
  })

  test('proves nothing where no kind has a form that holds', async () => {
    const root = repository({
      'spec.config.yaml': 'kinds:\n  rfc: {files: "none/{a,b}.md", template: t.md, schema: s.json}\n',
      't.md': '# [Title]\n\n## A\n',
      's.json': JSON.stringify({$defs: {never: {severity: 'error', message: 'No', required: ['nothing']}}}),
    })
    mkdirSync(join(root, '.git/hooks'), {recursive: true})
    writeFileSync(join(root, '.git/hooks/pre-commit'), '#!/bin/sh\nexit 0\n', {mode: 0o755})
    const {status, stderr} = await spec(root, ['init', '--check'])
    expect(status).toBe(2)
    expect(stderr).toContain('No canary can be made (')
    expect(git(root, 'status', '--porcelain')).toBe('')
  })
})
