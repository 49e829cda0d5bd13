import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {faulty, sound} from '../cli/documents.js'
import {spec} from '../cli/support.js'
import {folder} from '../support/folders.js'

const DEEP = `${'>'.repeat(200)} a\n`
const TOO_DEEP = 'its quotes and lists nest deeper than 100 levels'
const FILES = {
  'spec.config.yaml': '',
  'specs/a.md': sound,
  'specs/b.md': faulty,
  'specs/deep.md': DEEP,
  'specs/README.md': `# Specs\n\n<!-- spec-list -->\n<!-- /spec-list -->\n\n<!-- spec-list columns=path -->\n<!-- /spec-list -->\n`,
  'research/deep.md': DEEP,
  'packages/one/spec.config.yaml': '',
  'packages/one/specs/c.md': sound,
}

describe('what cannot be done is told in one line', () => {
  test.each<[string, string]>([
    ['facts specs/deep.md', `"specs/deep.md" cannot be read: ${TOO_DEEP}`],
    ['status specs/deep.md', `"specs/deep.md" cannot be read: ${TOO_DEEP}`],
    ['mv specs/deep.md specs/e.md', `"specs/deep.md" cannot be read: ${TOO_DEEP}`],
    [
      'config unclosed-fence',
      'Unexpected rule "unclosed-fence" in the place of a file, expected: spec config FILE unclosed-fence',
    ],
    ['config specs', 'Unexpected folder "specs", expected a document, there or not'],
    ['config specs/a\0.md', 'Unexpected NUL in the path of a document'],
    ['completion tcsh', 'Unknown shell "tcsh", expected bash, zsh, fish or powershell'],
    [
      'status specs/a.md Approved --superseded-by packages/one/specs/c.md',
      'Unexpected status "Approved" beside --superseded-by, expected "Deprecated"',
    ],
    [
      'status specs/a.md --superseded-by packages/one/specs/c.md',
      '"packages/one/specs/c.md" belongs to another workspace than "specs/a.md", expected one of the same',
    ],
    [
      'status specs/a.md --supersedes specs/a.md',
      'Unexpected "specs/a.md", expected another document than the one that it is linked with',
    ],
    [
      'status specs/a.md xyzzy',
      'Unknown status "xyzzy", expected "Draft (WIP)", "In Review (RFC)", "Approved", "Implemented", "Deprecated" or "Rejected"',
    ],
    ['list --write specs/deep.md', `"specs/deep.md" cannot be read: ${TOO_DEEP}`],
    ['list --write specs', 'Unexpected page "specs", expected a Markdown document (".md")'],
    ['list --write specs/new.md --append --check', 'Unexpected --append beside --check, expected one of them'],
  ])('spec %s', async (line, reason) => {
    const told = await spec(folder(FILES), line.split(' '))
    expect(told).toEqual({status: 2, stdout: '', stderr: `spec: ${reason}\n`.replace('\0', '\\u{0}')})
  })

  test('a list of questions goes on without what could not be read', async () => {
    const told = await spec(folder(FILES), ['questions', 'specs/deep.md', 'specs/a.md'])
    expect(told.status).toBe(2)
    expect(told.stdout).toContain(`specs/deep.md\n  not read: ${TOO_DEEP}\n`)
    expect(told.stdout).toContain('1 document could not be read.')
  })

  test('citations of others are told where one could not be read', async () => {
    const told = await spec(folder(FILES), ['citations', 'specs/deep.md', 'specs/a.md'])
    expect(told.status).toBe(2)
    expect(told.stdout).toContain(`specs/deep.md\n  not read: ${TOO_DEEP}\n`)
    const json = await spec(folder(FILES), ['citations', 'specs/deep.md', '--format', 'json'])
    expect(JSON.parse(json.stdout)).toMatchObject({
      files: [{path: 'specs/deep.md', status: 'not-checked', reason: TOO_DEEP}],
    })
  })
})

describe('the kind of a document may be told', () => {
  test.each([
    'facts specs/a.md --kind rfc',
    'citations specs/a.md --kind rfc --format json',
    'questions specs/a.md --kind rfc --format json',
    'status specs/a.md --kind rfc --format json',
    'list specs/a.md --kind rfc --format json',
  ])('spec %s', async line => {
    const root = folder(FILES)
    const words = line.split(' ')
    const told = await spec(root, words)
    expect(told).toMatchObject({status: 0, stderr: ''})
    expect(JSON.parse(told.stdout)).toBeTypeOf('object')
    // As it is told by its folder.
    expect(told).toEqual(
      await spec(
        root,
        words.filter(word => word !== '--kind' && word !== 'rfc'),
      ),
    )
  })
})

describe('a status that does not follow', () => {
  test('is refused with those that do', async () => {
    const root = folder(FILES)
    expect(await spec(root, ['status', 'specs/a.md', 'Implemented'])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('specs/a.md does not become Implemented: expected "In Review (RFC)"'),
    })
    const {stdout} = await spec(root, ['status', 'specs/a.md', 'Implemented', '--format', 'json'])
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'refused',
      files: [{path: 'specs/a.md', expected: ['In Review (RFC)', 'Deprecated', 'Rejected']}],
    })
  })

  test('is told of where there was none before', async () => {
    const root = folder({...FILES, 'specs/blank.md': sound.replace('Draft (WIP)', '')})
    expect((await spec(root, ['status', 'specs/blank.md'])).stdout).toContain('a blank status')
    expect((await spec(root, ['status', 'specs/blank.md', 'Implemented'])).stdout).toContain('after "none"')
  })
})

test('settings that are wrong in a workspace below are told by the path of it', async () => {
  const root = folder(FILES)
  writeFileSync(join(root, 'packages/one/spec.config.yaml'), 'rules: 1\n')
  const told = await spec(root, ['facts', 'packages/one/specs/c.md'])
  expect(told.status).toBe(2)
  expect(told.stderr).toContain('The settings cannot be used: 1 error in "packages/one/spec.config.yaml"')
})
