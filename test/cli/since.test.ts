import {mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {commit, folder, git, repository} from '../support/folders.js'
import {doubtful, faulty, sound} from './documents.js'
import {spec} from './support.js'

const put = (root: string, path: string, text: string): void => {
  mkdirSync(join(root, path, '..'), {recursive: true})
  writeFileSync(join(root, path), text)
}

async function linted(root: string, ...argv: string[]) {
  const {status, stdout, stderr} = await spec(root, ['lint', '--format', 'json', ...argv])
  const files: {path: string; messages: {ruleId: string; severity: string}[]}[] = JSON.parse(stdout).files
  return {
    status,
    stderr,
    paths: files.map(({path}) => path),
    messages: files.flatMap(({path, messages}) =>
      messages.map(({ruleId, severity}) => `${path} ${severity} ${ruleId}`),
    ),
  }
}

/** A repository of three specs, on a branch of its own that has changed nothing yet. */
function branch(files: Record<string, string> = {}): string {
  const root = repository({'specs/a.md': sound, 'specs/b.md': sound, 'specs/c.md': doubtful, ...files})
  git(root, 'checkout', '--quiet', '-b', 'work')
  return root
}

describe('--since checks the documents that have changed', () => {
  test('none: a calm line, and a note of what was left out', async () => {
    const {status, stdout, stderr} = await spec(branch(), ['lint', '--since', 'main'])
    expect(stdout).toMatch(/^Nothing to check \(/)
    expect({status, stderr}).toEqual({status: 0, stderr: 'note: Left out: 3 documents have not changed since "main"\n'})
  })

  test('in a commit, staged, in the work tree, and not known to git', async () => {
    const root = branch()
    put(root, 'specs/a.md', `${sound}\nMore.\n`)
    commit(root, 'a')
    put(root, 'specs/b.md', `${sound}\nMore.\n`)
    put(root, 'specs/new.md', faulty)
    const found = await linted(root, '--since', 'main')
    expect(found).toMatchObject({status: 1, paths: ['specs/a.md', 'specs/b.md', 'specs/new.md']})
    expect(found.stderr).toBe('note: Left out: 1 document has not changed since "main"\n')
    git(root, 'add', '--all')
    expect((await linted(root, '--since', 'main')).paths).toEqual(found.paths)
    expect((await linted(root, '--since', 'HEAD')).paths).toEqual(['specs/b.md', 'specs/new.md'])
  })

  test('since the branch parted: what main has changed meanwhile is none of ours', async () => {
    const root = branch()
    put(root, 'specs/a.md', `${sound}\nMore.\n`)
    commit(root, 'a')
    git(root, 'checkout', '--quiet', 'main')
    put(root, 'specs/b.md', `${sound}\nMain.\n`)
    commit(root, 'b')
    git(root, 'checkout', '--quiet', 'work')
    expect((await linted(root, '--since', 'main')).paths).toEqual(['specs/a.md'])
  })

  test('and not one that was changed back, nor one that a checkout gave other line breaks', async () => {
    const root = branch()
    put(root, 'specs/a.md', faulty)
    commit(root, 'a')
    put(root, 'specs/a.md', sound)
    put(root, 'specs/b.md', sound.replaceAll('\n', '\r\n'))
    expect((await linted(root, '--since', 'main')).paths).toEqual([])
  })

  test('with paths: of those that are named, the changed ones; a deleted document is no error', async () => {
    const root = branch()
    put(root, 'specs/a.md', faulty)
    put(root, 'specs/b.md', faulty)
    rmSync(join(root, 'specs/c.md'))
    expect(await linted(root, '--since', 'main')).toMatchObject({status: 1, paths: ['specs/a.md', 'specs/b.md']})
    expect((await linted(root, '--since', 'main', 'specs/b.md')).paths).toEqual(['specs/b.md'])
    expect((await linted(join(root, 'specs'), '--since', 'main', 'a.md', '../specs/b.md')).paths).toEqual([
      'a.md',
      'b.md',
    ])
  })

  test('with --staged: as the index has them, and only where the index differs', async () => {
    const root = branch()
    put(root, 'specs/a.md', faulty)
    git(root, 'add', '--all')
    put(root, 'specs/a.md', sound)
    put(root, 'specs/b.md', faulty)
    put(root, 'specs/new.md', faulty)
    expect(await linted(root, '--since', 'HEAD', '--staged')).toMatchObject({status: 1, paths: ['specs/a.md']})
    // Alone it says where to read, and limits nothing: a research document that is staged to go breaks specs that stay.
    expect((await linted(root, '--staged')).paths).toEqual(['specs/a.md', 'specs/b.md', 'specs/c.md'])
  })

  test('in a workspace below the top, and in a repository whose names are longer', async () => {
    const root = repository({
      'docs/spec.config.yaml': '',
      'docs/specs/a.md': sound,
      'docs/specs/b.md': sound,
      'specs/x.md': faulty,
    })
    put(root, 'docs/specs/b.md', faulty)
    expect((await linted(join(root, 'docs'), '--since', 'HEAD')).paths).toEqual(['specs/b.md'])
    const long = folder({'specs/a.md': sound, 'specs/b.md': sound})
    git(long, 'init', '--quiet', '--initial-branch=main', '--object-format=sha256')
    commit(long, 'first')
    put(long, 'specs/b.md', faulty)
    expect((await linted(long, '--since', 'main')).paths).toEqual(['specs/b.md'])
  })
})

test('a status that is gone with the version of the form has changed to none, and the baseline does not count', async () => {
  const form = (version: number, statuses: string) =>
    `<!-- spec-template\nkind: note\nversion: ${version}\n${statuses}metadata:\n  source: list\n  rows: [{id: status, label: Status}]\n-->\n\n# [N]\n\n- Status: x\n\n## A\n\n## B\n`
  const note = (version: number) => `# N\n\n- Status: Done\n\n## A\n\n# Another\n\n<!-- spec: note v${version} -->\n`
  const root = repository({
    'spec.config.yaml': 'kinds:\n  note: {files: "notes/*.md", template: [one.md, two.md]}\n',
    'one.md': form(1, 'statuses: [Begun, Done]\n'),
    'two.md': form(2, ''),
    'notes/a.md': note(1),
  })
  await spec(root, ['lint', '--update-baseline'])
  commit(root, 'baseline')
  put(root, 'notes/a.md', note(2))
  const {stderr} = await spec(root, ['lint', '--since', 'HEAD'])
  expect(stderr).toContain(
    'note: The status of "notes/a.md" has changed from "Done" to "none": the baseline does not count for it\n',
  )
})

describe('where the status has changed, the baseline does not count', () => {
  const draft = sound
    .replace('One table of words (https://example.org/words).', 'TBD')
    .replace('Ada Example', 'Developer')
  const review = draft.replace('Draft (WIP)', 'In Review (RFC)')

  async function frozen(): Promise<string> {
    const root = branch({'specs/a.md': draft})
    await spec(root, ['lint', '--update-baseline'])
    commit(root, 'baseline')
    git(root, 'branch', '--quiet', '--force', 'main')
    return root
  }

  test('in a document that has changed otherwise it counts', async () => {
    const root = await frozen()
    put(root, 'specs/a.md', `${draft}\nMore.\n`)
    expect(await linted(root, '--since', 'main')).toMatchObject({status: 0, paths: ['specs/a.md'], messages: []})
  })

  test('the whole law of the new status holds, committed or not', async () => {
    const root = await frozen()
    put(root, 'specs/a.md', review)
    const found = await linted(root, '--since', 'main')
    expect(found.status).toBe(1)
    expect(found.messages).toContain('specs/a.md warning machine-author')
    expect(found.messages.filter(text => text.includes(' error ')).length).toBeGreaterThan(0)
    expect(found.stderr).toContain(
      'note: The status of "specs/a.md" has changed from "Draft (WIP)" to "In Review (RFC)": the baseline does not count for it\n',
    )
    // Without a revision nothing says that the status has changed.
    expect(await linted(root)).toMatchObject({status: 0, messages: []})
    commit(root, 'review')
    expect((await linted(root, '--since', 'main')).messages).toEqual(found.messages)
  })

  test('with --staged against HEAD', async () => {
    const root = await frozen()
    put(root, 'specs/a.md', review)
    expect((await linted(root, '--staged')).status).toBe(0)
    git(root, 'add', '--all')
    expect(await linted(root, '--staged')).toMatchObject({status: 1, paths: ['specs/a.md', 'specs/b.md', 'specs/c.md']})
    commit(root, 'review')
    expect(await linted(root, '--staged')).toMatchObject({status: 0, messages: []})
    // Not a change of the status: another wording of it.
    put(root, 'specs/a.md', review.replace('In Review (RFC)', 'In Review'))
    git(root, 'add', '--all')
    expect((await linted(root, '--staged')).messages).toEqual(['specs/a.md info status-note'])
  })

  test('a renamed spec is held against what it was, renamed as it is or changed', async () => {
    const root = await frozen()
    renameSync(join(root, 'specs/a.md'), join(root, 'specs/z.md'))
    expect(await linted(root, '--since', 'main')).toMatchObject({status: 0, paths: ['specs/z.md'], messages: []})
    put(root, 'specs/z.md', review)
    const found = await linted(root, '--since', 'main')
    expect(found).toMatchObject({status: 1, paths: ['specs/z.md']})
    git(root, 'add', '--all')
    expect((await linted(root, '--since', 'main', '--staged')).messages).toEqual(found.messages)
    commit(root, 'renamed')
    expect((await linted(root, '--since', 'main')).messages).toEqual(found.messages)
  })

  test('before the first commit nothing can have changed', async () => {
    const root = repository()
    put(root, 'specs/a.md', doubtful)
    await spec(root, ['lint', '--update-baseline'])
    git(root, 'add', '--all')
    expect(await linted(root, '--staged')).toMatchObject({status: 0, messages: []})
  })
})

describe('what cannot be told is exit status 2', () => {
  async function refusal(root: string, revision: string): Promise<string> {
    const {status, stdout, stderr} = await spec(root, ['lint', `--since=${revision}`])
    expect({status, stdout}).toEqual({status: 2, stdout: ''})
    expect(stderr).toMatch(/^spec: What has changed cannot be told\. [^\n]+\n$/)
    return stderr
  }

  test('an unknown revision, and what is none', async () => {
    const root = branch()
    expect(await refusal(root, 'mian')).toContain('Unknown revision "mian", expected a branch, a tag or a commit')
    for (const revision of ['-x', '--all', 'a\u001bb', 'HEAD..main', 'HEAD:specs/a.md', '0'.repeat(40)])
      expect(await refusal(root, revision)).toMatch(/Unexpected revision|Unknown revision/)
  })

  test('no repository, and none with a commit', async () => {
    expect(await refusal(folder({'specs/a.md': sound}), 'main')).toContain('is in no git repository')
    const root = repository()
    put(root, 'specs/a.md', sound)
    expect(await refusal(root, 'main')).toContain('There is no commit yet that could be compared with "main"')
  })

  test('branches without a common commit', async () => {
    const root = branch()
    git(root, 'checkout', '--quiet', '--orphan', 'other')
    commit(root, 'other')
    expect(await refusal(root, 'main')).toContain('"main" and HEAD have no commit in common\n')
  })

  test('a shallow clone without the commit where they parted', async () => {
    const root = branch()
    put(root, 'specs/a.md', faulty)
    commit(root, 'a')
    git(root, 'checkout', '--quiet', 'main')
    put(root, 'specs/b.md', faulty)
    commit(root, 'b')
    const clone = join(folder(), 'clone')
    git(root, 'clone', '--quiet', '--depth=1', '--no-single-branch', '--branch=work', `file://${root}`, clone)
    expect(await refusal(clone, 'origin/main')).toContain('have no commit in common: this clone is shallow')
    expect(await refusal(clone, 'main~1')).toContain(
      'Unknown revision "main~1", expected a branch, a tag or a commit that this clone has: this clone is shallow',
    )
    git(clone, 'fetch', '--quiet', '--unshallow')
    expect((await linted(clone, '--since', 'origin/main')).paths).toEqual(['specs/a.md'])
  })
})
