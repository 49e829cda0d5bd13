import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {readTemplate, TemplateError} from '../../src/template/index.js'
import {folder} from '../support/folders.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const guide = readFileSync(join(root, 'docs/kinds.md'), 'utf8')
const blocks = [...guide.matchAll(/^(```|~~~)(\w+)\n([\s\S]*?)^\1$/gm)].map(match => match[3] ?? '')
const [template = '', schema = '', config = '', commands = '', review = '', output = ''] = blocks

function spec(cwd: string, ...args: string[]): {status: number | null; stdout: string; stderr: string} {
  const {status, stdout, stderr} = spawnSync(process.execPath, [join(root, 'bin/spec.js'), ...args], {
    cwd,
    encoding: 'utf8',
  })
  return {status, stdout, stderr}
}

describe('the kind that the guide shows', () => {
  const workspace = () =>
    folder({
      'spec.config.yaml': config,
      'forms/review.md': template,
      'forms/review.schema.yaml': schema,
      'reviews/late-mail.md': review,
    })

  test('says of its review what the guide says', () => {
    expect(spec(workspace(), 'lint', '--format', 'compact')).toMatchObject({status: 1, stdout: output})
  })

  test('has a schema without a problem', () => {
    expect(spec(workspace(), 'schema', 'check', 'forms/review.schema.yaml')).toMatchObject({
      status: 0,
      stdout: 'forms/review.schema.yaml: no problems.\n',
    })
  })

  test('gives a new review without an error, in which its sections are known', () => {
    const cwd = workspace()
    expect(spec(cwd, 'scaffold', 'Mail was late', '--kind', 'review', '--date', '2026-01-30').status).toBe(0)
    const path = 'reviews/2026-01-30-mail-was-late.md'
    expect(readFileSync(join(cwd, path), 'utf8')).toMatch(
      /^# Incident: Mail was late\n\n- Status: Open\n- Day: 2026-01-30\n/,
    )
    const {status, stdout} = spec(cwd, 'lint', '--format', 'compact', path)
    expect(status, stdout).toBe(0)
    expect(stdout).not.toMatch(/ error /)
    expect(JSON.parse(spec(cwd, 'facts', path).stdout)).toMatchObject({
      kind: 'review',
      counts: {impact: 1, timeline: 1, actions: 1, notes: 0},
      sections: {timeline: {counts: {phase: 1}}},
    })
  })

  test('has commands that there are', () => {
    const cwd = workspace()
    for (const line of commands.trim().split('\n')) {
      const words = [...(line.split(' #')[0] ?? '').matchAll(/"([^"]*)"|(\S+)/g)].map(
        match => match[1] ?? match[2] ?? '',
      )
      expect(words[0]).toBe('spec')
      const {status, stderr} = spec(cwd, ...words.slice(1))
      expect(status, `${line}: ${stderr}`).not.toBe(2)
    }
  })
})

describe('the tables of the guide name', () => {
  /** What may stand in a comment, as the error for something else tells it. */
  function allowedIn(source: string): string[] {
    try {
      readTemplate(source)
    } catch (error) {
      if (error instanceof TemplateError)
        return [...error.message.matchAll(/"([^"]+)"/g)].map(match => match[1] ?? '').slice(1)
      throw error
    }
    throw new Error('it can be read')
  }
  const named = new Set([...guide.matchAll(/^\| `([^`]+)` \|/gm)].map(match => match[1]))
  const header = (yaml: string): string => `<!-- spec-template\n${yaml}\n-->\n\n## A\n`

  test.each([
    ['keys of the template', header('zzzzzzzzzzzz: 1'), 11],
    ['keys of a row', header('metadata: [{id: a, label: A, zzzzzzzzzzzz: 1}]'), 8],
    ['keys of a status', header('statuses: [{name: a, zzzzzzzzzzzz: 1}]'), 5],
    ['sources', header('metadata: {source: zzzzzzzzzzzzzz, rows: []}'), 4],
    ['keys of a section', '## A\n\n<!-- section\nzzzzzzzzzzzz: 1\n-->\n', 10],
  ])('all %s', (_name, source, count) => {
    const allowed = allowedIn(source)
    expect(allowed).toHaveLength(count)
    expect(allowed.filter(key => !named.has(key))).toEqual([])
  })
})
