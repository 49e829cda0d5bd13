import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {spec} from '../cli/support.js'
import {folder} from '../support/folders.js'

const TEMPLATE = '---\nstatus: open\nreviewer:\n---\n\n# [Name]\n\n## Context\n\n### Causes\n\n## Decision\n'
const CONFIG =
  'specs: notes\nkinds:\n  note:\n    files: notes/*.md\n    template: form.md\n    schema: form.schema.yaml\n'
const workspace = () => folder({'form.md': TEMPLATE, 'notes/a.md': '# A\n\n## Decision\n\nYes.\n'})

describe('spec schema derive', () => {
  test('prints a schema that a kind can be held to', async () => {
    const root = workspace()
    const {status, stdout, stderr} = await spec(root, ['schema', 'derive', 'form.md', '--kind', 'note'])
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('title: What a document of the kind "note" holds\n')
  })

  test('writes a new file, which check and lint take as it is', async () => {
    const root = workspace()
    const written = await spec(root, ['schema', 'derive', 'form.md', '--out', 'form.schema.yaml'])
    expect(written).toMatchObject({status: 0, stderr: ''})
    expect(written.stdout).toBe(
      'Wrote form.schema.yaml\nCheck it: spec schema check form.schema.yaml --template form.md\n',
    )
    const check = ['schema', 'check', 'form.schema.yaml', '--template', 'form.md']
    expect((await spec(root, check)).stdout).toBe('form.schema.yaml: no problems.\n')
    const files = folder({
      'form.md': TEMPLATE,
      'form.schema.yaml': readFileSync(join(root, 'form.schema.yaml')),
      'spec.config.yaml': CONFIG,
      'notes/a.md': '# A\n\n## Decision\n\nYes.\n',
    })
    expect(await spec(files, ['schema', 'check', 'form.schema.yaml'])).toMatchObject({
      status: 0,
      stdout: 'form.schema.yaml: no problems.\n',
    })
    const {status, stdout} = await spec(files, ['lint'])
    expect(status).toBe(1)
    expect(stdout).toContain('Missing section "Context"')
    expect(stdout).toContain('Missing metadata "status"')
  })

  test('a fresh document of the template has no error', async () => {
    const root = folder({
      'form.md': TEMPLATE,
      'form.schema.yaml': (await spec(workspace(), ['schema', 'derive', 'form.md'])).stdout,
      'spec.config.yaml': CONFIG,
      'notes/list.txt': '',
    })
    const made = await spec(root, ['scaffold', 'First', '--template', 'form.md', '--date', '2026-01-31'])
    expect(made.status).toBe(0)
    const {stdout} = await spec(root, ['lint', '--format', 'json'])
    expect(JSON.parse(stdout).summary).toMatchObject({files: 1, errors: 0})
  })

  test('never touches a file that exists', async () => {
    const root = workspace()
    const {status, stderr} = await spec(root, ['schema', 'derive', 'form.md', '--out', 'form.md'])
    expect([status, stderr]).toEqual([2, expect.stringContaining('"form.md" exists already')])
    expect(readFileSync(join(root, 'form.md'), 'utf8')).toBe(TEMPLATE)
  })

  test.each([
    ['a template that is not there', ['none.md'], 'The template "none.md" cannot be used'],
    ['a template without sections', ['notes/b.md'], 'The template "notes/b.md" cannot be used'],
    ['a format that is none', ['form.md', '--format', 'yml'], 'Did you mean "yaml"?'],
    ['a file outside', ['form.md', '--out', '../x.yaml'], 'outside the workspace'],
    ['no template', [], 'TEMPLATE'],
  ])('%s is exit status 2', async (_what, args, words) => {
    const root = folder({'form.md': TEMPLATE, 'notes/b.md': 'text\n'})
    const {status, stdout, stderr} = await spec(root, ['schema', 'derive', ...args])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(words)
  })

  test('JSON for a name that ends so, and for --format json', async () => {
    const root = workspace()
    await spec(root, ['schema', 'derive', 'form.md', '--out', 'x.json'])
    const {stdout} = await spec(root, ['schema', 'derive', 'form.md', '--format', 'json'])
    expect(readFileSync(join(root, 'x.json'), 'utf8')).toBe(stdout)
    expect(JSON.parse(stdout)).toHaveProperty('$defs.missing-section')
  })
})
