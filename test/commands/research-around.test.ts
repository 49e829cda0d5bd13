import {describe, expect, test} from 'vitest'
import {spec} from '../cli/support.js'
import {folder} from '../support/folders.js'

const FILES = {
  'spec.config.yaml': '',
  'research/limits.md':
    '---\ndate: 2026-01-10\ntopic: Upload limits\n---\n\n# Upload limits\n\nHow large a file may be.\n',
  'packages/one/spec.config.yaml': '',
  'packages/one/research/quotas.md': '# Quotas\n\nHow many files.\n',
  'packages/one/specs/a.md': '# A\n\nSee [limits](../../../research/limits.md) and [quotas](../research/quotas.md).\n',
  'packages/two/spec.config.yaml': '',
}

describe('research of a repository of several workspaces', () => {
  test('is listed with a word on what has research of its own below', async () => {
    expect(await spec(folder(FILES), ['research'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('research/limits.md'),
      stderr: 'note: Workspaces below have research of their own, which is not listed here: "packages/one"\n',
    })
  })

  test('that is named is cited by the specs of its own workspace', async () => {
    const {status, stdout} = await spec(folder(FILES), [
      'research',
      'packages/one/research/quotas.md',
      '--format',
      'json',
    ])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      documents: [{path: 'packages/one/research/quotas.md', citedBy: ['packages/one/specs/a.md']}],
    })
  })

  test('that cannot be read is left out, with a word', async () => {
    const root = folder({'spec.config.yaml': '', 'research/a.md': Buffer.from([0xff, 0xfe, 0, 0])})
    expect(await spec(root, ['research', 'research/a.md'])).toMatchObject({
      stdout: '0 research documents.\n',
      stderr: 'note: research/a.md was left out: Expected UTF-8, unexpected UTF-16\n',
    })
  })
})
