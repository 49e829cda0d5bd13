import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {spec} from '../cli/support.js'
import {repository} from '../support/folders.js'

const TABLE = '| Document Metadata | Details |\n| --- | --- |\n| Author(s) | Ada |\n| Status | Draft (WIP) |\n\n'
const rfc = (body: string) => `# Seats Technical Design Document / RFC\n\n${TABLE}${body}`
const OLD = rfc('## 8. Migration, Rollout, and Testing\n\nOne region a day.\n')
const text = (root: string, path: string) => readFileSync(join(root, path), 'utf8')
const flat = (words: string) => words.replace(/\s+/g, ' ')

describe('what cites a document that is migrated', () => {
  test('by its bare name, too, where only one document bears it', async () => {
    const cites = 'As `a.md#8-migration-rollout-and-testing` and `b.md#8-migration-rollout-and-testing` say.\n'
    const root = repository({
      'specs/a.md': OLD,
      'specs/one/b.md': OLD,
      'specs/two/b.md': OLD,
      'specs/sub/c.md': rfc(`## 1. Executive Summary\n\n${cites}`),
    })
    await spec(root, ['migrate', '--to', '2'])
    expect(text(root, 'specs/sub/c.md')).toContain(
      'As `a.md#8-test-plan` and `b.md#8-migration-rollout-and-testing` say.',
    )
    const {stdout} = await spec(root, ['lint', '--format', 'compact'])
    expect(stdout).not.toContain('dead-anchor')
  })

  test('in index pages follows; in other pages and in workspaces below it is told', async () => {
    const cites = (path: string) => `# Notes\n\nSee [a](${path}#8-migration-rollout-and-testing).\n`
    const root = repository({
      'spec.config.yaml': '',
      'specs/a.md': OLD,
      'specs/README.md': cites('a.md'),
      'README.md': cites('specs/a.md'),
      'low/spec.config.yaml': '',
      'low/specs/b.md': cites('../../specs/a.md'),
    })
    const {stdout, status} = await spec(root, ['migrate', 'specs/a.md', '--to', '2'])
    expect(status).toBe(0)
    expect(text(root, 'specs/README.md')).toContain('(a.md#8-test-plan)')
    expect(text(root, 'README.md')).toBe(cites('specs/a.md'))
    expect(text(root, 'low/specs/b.md')).toBe(cites('../../specs/a.md'))
    for (const path of ['README.md', 'low/specs/b.md'])
      expect(flat(stdout)).toContain(
        `${path}:3: look at #8-migration-rollout-and-testing, which is "#8-test-plan" now in specs/a.md`,
      )
  })

  test('follows where it is the document itself, by its path', async () => {
    const own = (anchor: string) =>
      `See [x](a.md#${anchor}), [y](./a.md#${anchor} "Y"), \`a.md#${anchor}\`, \`specs/a.md#${anchor}\` and [z].\n\n[z]: ../specs/a.md#${anchor}\n`
    const root = repository({'specs/a.md': `${OLD}\n${own('8-migration-rollout-and-testing')}`})
    await spec(root, ['migrate', '--to', '2'])
    expect(text(root, 'specs/a.md')).toContain(own('8-test-plan'))
    const {stdout} = await spec(root, ['lint', '--format', 'compact'])
    expect(stdout).not.toContain('dead-anchor')
  })

  test('is told as such where it is of the version already', async () => {
    const cites = rfc('## 8. Test Plan\n\nSee [a](a.md#8-migration-rollout-and-testing).\n\n<!-- spec: rfc v2 -->\n')
    const root = repository({'specs/a.md': OLD, 'specs/b.md': cites})
    const {stdout} = await spec(root, ['migrate', '--to', '2', '--dry-run', '--format', 'json'])
    expect(JSON.parse(stdout).documents).toMatchObject([
      {path: 'specs/a.md', outcome: 'migrated'},
      {
        path: 'specs/b.md',
        outcome: 'unchanged',
        from: 2,
        text: cites.replace('8-migration-rollout-and-testing', '8-test-plan'),
      },
    ])
    const words = (await spec(root, ['migrate', '--to', '2'])).stdout
    expect(words).not.toContain('version 2 to 2')
    expect(words).toContain('Migrated 1 document to version 2, 1 of that version already')
  })

  test('is a note where it cannot be read', async () => {
    const root = repository({'specs/a.md': OLD, 'specs/b.md': OLD})
    writeFileSync(join(root, 'specs/b.md'), Buffer.from([0x23, 0x20, 0xff]))
    const one = await spec(root, ['migrate', 'specs/a.md', '--to', '2', '--dry-run'])
    expect(one.status).toBe(0)
    expect(one.stderr).toContain('note: "specs/b.md" was not looked at, and may cite what is migrated: ')
    const all = await spec(root, ['migrate', '--to', '2', '--dry-run'])
    expect(all.stderr).not.toContain('was not looked at')
    expect(all.status).toBe(2)
  })
})
