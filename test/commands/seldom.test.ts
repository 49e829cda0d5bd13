import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {layoutOf} from '../../src/commands/support/list/layout.js'
import {sumLines} from '../../src/commands/support/list/sum.js'
import {sound} from '../cli/documents.js'
import {spec} from '../cli/support.js'
import {bareEnvironment, folder} from '../support/folders.js'

const env = {...bareEnvironment(), NO_COLOR: '1', SOURCE_DATE_EPOCH: String(Date.UTC(2026, 0, 31) / 1000)}
const on = (files: Record<string, string | Uint8Array>, ...argv: string[]) => spec(folder(files), argv, {env})

describe('threads', () => {
  const run = (...options: string[]) => on({'specs/a.md': sound}, 'lint', ...options)

  test('are as many, and wait as long, as was asked', async () => {
    expect((await run('--threads', '2', '--timeout', '2.5')).status).toBe(0)
    expect((await run('--threads', '0')).status).toBe(0)
  })

  test('of another number are refused', async () => {
    const told = async (...options: string[]) => (await run(...options)).stderr.split('\n')[0]
    for (const value of ['65', '-1', 'x'])
      expect(await told(`--threads=${value}`)).toBe(
        `spec: Unexpected value "${value}" of --threads, expected a number from 0 to 64`,
      )
    for (const value of ['0', 'x', '1e3'])
      expect(await told(`--timeout=${value}`)).toBe(
        `spec: Unexpected value "${value}" of --timeout, expected a number of seconds above 0 and below 1000000, such as 10`,
      )
  })
})

describe('a list', () => {
  test('of no document is its sum, and says what is without a status', async () => {
    expect(sumLines([], {all: 3})).toEqual(['0 of 3 documents.'])
    expect(sumLines([{path: 'a.md', kind: 'note', statuses: []}], {all: 1})).toEqual([
      '1 document: 1 without a status. 0 errors, 0 warnings.',
    ])
    const {stdout} = await on({'specs/a.md': sound}, 'list', '--status', 'approved')
    expect(stdout).toBe('0 of 1 document.\n')
  })

  test('without paths gives them no room', () => {
    const layout = layoutOf(['kind', 'owner'], {natural: () => 30, dispensable: ['owner'], columns: 40})
    expect(layout.names).toEqual(['kind', 'owner'])
  })

  test('is written where it can be, and a page with several lists is left alone', async () => {
    const files = {'specs/a.md': sound, 'spec.config.yaml': ''}
    const told = async (more: Record<string, string | Uint8Array>, ...options: string[]) => {
      const {stdout, stderr, status} = await on({...files, ...more}, 'list', ...options)
      return [status, (stdout + stderr).split('\n')[0]]
    }
    expect(await told({}, '--append')).toEqual([
      2,
      'spec: Unexpected --append without --write, expected a page to write to',
    ])
    expect(await told({}, '--check')).toEqual([
      2,
      'spec: Unexpected --check without --write, expected a page to write to',
    ])
    expect(await told({'README.md': Uint8Array.of(0xff)}, '--write', 'README.md')).toEqual([
      2,
      'spec: "README.md" cannot be read: Expected UTF-8, unexpected byte 0xff in line 1',
    ])
    const list = '<!-- spec-list: begin -->\n<!-- spec-list: end -->\n'
    expect(await told({'README.md': `# R\n\n${list}\n${list}`}, '--write', 'README.md', '--columns', 'path')).toEqual([
      2,
      'spec: "README.md" was not written: it keeps 2 lists: change what the marker of one says in the page itself',
    ])
    expect((await told({}, '--write', 'README.md', '--check'))[0]).toBe(1)
  })

  test('is put behind a last line that ends, or does not', async () => {
    for (const text of ['# R\n\nWords.', '# R\n\nWords.\n']) {
      const root = folder({'specs/a.md': sound, 'README.md': text})
      expect((await spec(root, ['list', '--write', 'README.md', '--append'], {env})).status).toBe(0)
      expect(readFileSync(join(root, 'README.md'), 'utf8')).toMatch(/^# R\n\nWords\.\n\n?<!-- spec-list: begin/)
    }
  })

  test('tells of what cannot be read in it, and ends with 2', async () => {
    const root = folder({'specs/a.md': sound, 'specs/b.md': Uint8Array.of(0xff)})
    const {status, stdout, stderr} = await spec(root, ['list', '--write', 'README.md'], {env})
    expect(status).toBe(2)
    expect(stdout).toBe('Made README.md: 2 documents\n')
    expect(stderr).toContain('"specs/b.md" cannot be read: Expected UTF-8')
  })
})

describe('explain', () => {
  test('shows each rule with what it says, and of none without a word', async () => {
    const {rules} = JSON.parse((await on({}, 'rules', '--format', 'json')).stdout)
    const ids = rules.map(({id}: {id: string}) => id)
    expect(ids.length).toBeGreaterThan(60)
    for (const id of ids) {
      const {stdout, status} = await on({}, 'explain', id)
      expect([id, status]).toEqual([id, 0])
      expect(stdout.startsWith(`${id}: `)).toBe(true)
      expect(stdout).toMatch(/It fires on|was not measured/)
    }
  })
})

describe('config', () => {
  test('tells of versions and of several templates', async () => {
    const config = 'kinds:\n  rfc: {version: 2}\n  adr: {files: "adr/*.md", template: [a.md, b.md]}\n'
    const form = (version: number) => `<!-- spec-template\nkind: adr\nversion: ${version}\n-->\n\n# [Title]\n\n## A\n`
    const files = {'spec.config.yaml': config, 'a.md': form(2), 'b.md': form(1), 'adr/x.md': '# X\n'}
    const {stdout, status} = await on(files, 'config')
    expect(status).toBe(0)
    expect(stdout).toMatch(/kinds\/rfc\/version +2 /)
    expect(stdout).toMatch(/kinds\/adr\/template +a\.md, b\.md/)
  })

  test('tells a rule of a document that no kind claims as of an RFC', async () => {
    const {stdout} = await on({'spec.config.yaml': '', 'notes/a.md': '# A\n'}, 'config', 'notes/a.md', 'residue')
    expect(stdout).toMatch(/kind +none claims it/)
    expect(stdout).toMatch(/rules\/residue/)
  })
})
