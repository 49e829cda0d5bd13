import {describe, expect, test} from 'vitest'
import {sound} from '../cli/documents.js'
import {spec} from '../cli/support.js'
import {folder} from '../support/folders.js'

const CONFIG = `kinds:
  note: {files: 'notes/*.md', template: forms/note.md}
`
const FORM = `<!-- spec-template
statuses:
  - {name: Begun, next: [Done]}
  - {name: Done, aliases: [Ready], next: []}
  - {name: Dropped, aliases: [READY], next: []}
metadata:
  source: list
  rows:
    - {id: status, label: Status}
-->

# [Name]

- Status: Begun

## Words
`
const note = (status: string) => `# A\n\n- Status: ${status}\n\n## Words\n\nSome.\n`
const files = (status: string) => ({'spec.config.yaml': CONFIG, 'forms/note.md': FORM, 'notes/a.md': note(status)})
const status = (root: string, ...args: string[]) => spec(root, ['status', 'notes/a.md', ...args])

describe("a status of a kind of one's own", () => {
  test('that is the last is followed by nothing', async () => {
    expect((await status(folder(files('Done')), 'Begun')).stdout).toContain('nothing follows "Done"')
  })

  test('that several bear is not set', async () => {
    expect(await status(folder(files('Begun')), 'ready')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'spec: Unexpected status "ready" that several bear, expected "Done" or "Dropped"\n',
    })
  })

  test('whose form has no row for a successor has none', async () => {
    const root = folder({...files('Begun'), 'notes/b.md': note('Begun')})
    expect(await status(root, '--superseded-by', 'notes/b.md')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('The form of "note" has no row "superseded-by", expected one in its template'),
    })
  })

  test('is told with what it was near to', async () => {
    expect((await status(folder(files('Begun')), 'Dine')).stderr).toContain('Did you mean "Done"?')
  })
})

test('a document without a status is as it was to be already', async () => {
  const root = folder({'spec.config.yaml': '', 'specs/a.md': sound})
  const {status: code, stdout} = await spec(root, ['status', 'specs/a.md', 'draft'])
  expect(code).toBe(0)
  expect(stdout).toBe('specs/a.md is as it was to be already: Draft (WIP)\n')
})
