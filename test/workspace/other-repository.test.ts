import {writeFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {lintFiles} from '../../src/lint/index.js'
import type {WorkspaceOptions} from '../../src/workspace/index.js'
import {spec} from '../cli/support.js'
import {folder, git, repository} from '../support/folders.js'
import {from} from './support.js'

const DOCUMENT = `# RFC: Disks

The disks grow (\`research/2026-01-10-disks.md\`, \`research/2026-01-11-gone.md\`, \`src/disk.ts:1\`).
`
const files = {
  'specs/disks.md': DOCUMENT,
  'research/2026-01-10-disks.md': '# Disks\n',
  'src/disk.ts': 'export const disk = 1\n',
}

/** What is found of its citations, from a working folder. */
async function toldOfCitations(cwd: string, path: string, options: WorkspaceOptions = {}): Promise<string[]> {
  const workspace = await from(cwd, options)
  try {
    const report = await lintFiles([path], {workspace})
    expect(report.files.map(({status}) => status)).toEqual(['checked'])
    return report.files.flatMap(({messages}) =>
      messages.filter(({ruleId}) => /citation/.test(ruleId)).map(({ruleId, reason}) => `${ruleId}: ${reason}`),
    )
  } finally {
    await workspace.close()
  }
}

describe('a file of another repository, which has no config', () => {
  const gone = [expect.stringMatching(/^dead-citation: .*2026-01-11-gone\.md/)]

  test.each([
    ['another repository', () => repository({'specs/a.md': ''})],
    ['one with a config', () => repository({'spec.config.yaml': 'specs: docs\n'})],
    ['one that holds nothing but specs', () => repository({'spec.config.yaml': 'specs: .\nresearch: notes\n'})],
    ['none', () => folder()],
  ])('is checked as from within it, where the working folder is of %s', async (_, made) => {
    const theirs = repository(files)
    expect(await toldOfCitations(theirs, 'specs/disks.md')).toEqual(gone)
    expect(await toldOfCitations(made(), join(theirs, 'specs/disks.md'))).toEqual(gone)
  })

  test('by its index, where that is what counts', async () => {
    const theirs = repository(files)
    writeFileSync(join(theirs, 'research/2026-01-11-gone.md'), '# Not gone\n')
    const ours = repository({'specs/a.md': ''})
    expect(await toldOfCitations(ours, join(theirs, 'specs/disks.md'))).toEqual([])
    expect(await toldOfCitations(ours, join(theirs, 'specs/disks.md'), {staged: true})).toEqual(gone)
  })

  test('beside those of the own one, with paths of the working folder', async () => {
    const ours = repository({'specs/own.md': '# RFC: Own\n\nAs told (`research/2026-01-09-none.md`).\n'})
    const theirs = basename(repository(files))
    const {status, stdout} = await spec(ours, ['lint', 'specs', `../${theirs}/specs`, '--format', 'compact'])
    expect(status).toBe(1)
    expect(stdout.split('\n').filter(line => line.includes('dead-citation'))).toEqual([
      expect.stringMatching(`^../${theirs}/specs/disks.md:3:.*2026-01-11-gone`),
      expect.stringMatching('^specs/own.md:3:.*2026-01-09-none'),
    ])
  })

  test('below a working folder that is of none', async () => {
    const theirs = repository(files)
    const workspace = await from(dirname(theirs))
    expect(workspace.root).toBe(dirname(theirs))
    const home = await workspace.homeOf(`${basename(theirs)}/specs/disks.md`)
    expect([home.workspace.root, home.path]).toEqual([theirs, 'specs/disks.md'])
    expect(home.outward('specs/disks.md')).toBe(`${basename(theirs)}/specs/disks.md`)
    expect(await toldOfCitations(dirname(theirs), `${basename(theirs)}/specs/disks.md`)).toEqual(gone)
    // Whoever names a root, or says by a config that it is one, means it.
    const fixed = await from(dirname(theirs), {root: '.'})
    expect((await fixed.homeOf(`${basename(theirs)}/specs/disks.md`)).workspace).toBe(fixed)
    const ruled = folder({'spec.config.yaml': '', 'part/specs/a.md': ''})
    git(ruled, 'init', '--quiet', 'part')
    const configured = await from(ruled)
    expect((await configured.homeOf('part/specs/a.md')).workspace).toBe(configured)
    const plain = await from(folder({'part/specs/a.md': ''}))
    expect((await plain.homeOf('part/specs/a.md')).workspace).toBe(plain)
  })

  test('not where a root was named, or the file lies in no repository', async () => {
    const [ours, theirs, none] = [repository({'specs/a.md': ''}), repository(files), folder(files)]
    const path = join(theirs, 'specs/disks.md')
    const fixed = await from(ours, {root: ours})
    expect(await fixed.homeOf(path)).toMatchObject({workspace: fixed, path})
    const workspace = await from(ours)
    expect((await workspace.homeOf(join(none, 'specs/disks.md'))).workspace).toBe(workspace)
    const home = await workspace.homeOf(path)
    expect([home.workspace.root, home.path]).toEqual([theirs, 'specs/disks.md'])
    expect(home.outward('specs/disks.md')).toBe(path)
  })

  test('is of the repository around, for one below another', async () => {
    const around = repository(files)
    const below = join(around, 'parts/one')
    git(around, 'init', '--quiet', below)
    const workspace = await from(below)
    expect(workspace.root).toBe(below)
    const home = await workspace.homeOf('../../specs/disks.md')
    expect([home.workspace.root, home.path]).toEqual([around, 'specs/disks.md'])
    // Named from around, it is that one's, as all that lies below a root and has no config.
    expect((await (await from(around)).homeOf('parts/one/specs/a.md')).workspace.root).toBe(around)
  })
})

test('research that the config lets in stays of the workspace, though it lies in a repository of its own', async () => {
  const place = folder({
    'theirs/r.md': '# R\n',
    'theirs/deep/s.md': '# S\n',
    'ours/spec.config.yaml': 'research: [{path: ../theirs, outside: true}]\n',
  })
  for (const part of ['theirs', 'ours']) git(place, 'init', '--quiet', part)
  const theirs = join(place, 'theirs')
  const workspace = await from(join(place, 'ours'))
  const {files: found, problems} = await workspace.select([join(theirs, 'r.md'), theirs])
  expect(problems).toEqual([])
  expect(found).toEqual([
    {path: '../theirs/deep/s.md', kind: 'research', named: false},
    {path: '../theirs/r.md', kind: 'research', named: true},
  ])
  expect((await workspace.homeOf(join(theirs, 'r.md'))).workspace).toBe(workspace)
})

test('folders of documents stay of the workspace around, though they are repositories of their own', async () => {
  const root = folder(files)
  for (const part of ['specs', 'research']) git(root, 'init', '--quiet', part)
  const workspace = await from(root)
  expect(workspace.root).toBe(root)
  for (const path of ['specs/disks.md', 'specs/new.md', 'research/2026-01-10-disks.md'])
    expect((await workspace.homeOf(path)).workspace).toBe(workspace)
  expect((await workspace.select([])).files).toEqual([{path: 'specs/disks.md', kind: 'rfc', named: false}])
  expect(await toldOfCitations(root, 'specs/disks.md')).toEqual([expect.stringContaining('2026-01-11-gone.md')])
})
