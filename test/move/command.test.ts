import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, test} from 'vitest'
import {allOrNothing} from '../../src/commands/support/all-or-nothing.js'
import {stepsOf} from '../../src/commands/support/mv/steps.js'
import {plannedMove} from '../../src/move/index.js'
import {openWorkspace} from '../../src/workspace/index.js'
import {spec} from '../cli/support.js'
import {folder, git, repository} from '../support/folders.js'

const schema = JSON.parse(readFileSync(new URL('../../schema/mv.schema.json', import.meta.url), 'utf8'))
const isReport = new Ajv2020({strictTypes: false, strictRequired: false}).compile(schema)

const FILES = {
  'specs/old.md': '# Old\n\n[r](../research/r.md)\n',
  'specs/a.md': '# A\n\n[old](old.md) and `specs/old.md:1`\n',
  'specs/b.md': '# B\n\n| Superseded by | [old](./old.md) |\n',
  'research/r.md': '# R\n\n[old]\n\n[old]: ../specs/old.md "Old"\n',
}

const text = (root: string, path: string) => readFileSync(join(root, path), 'utf8')

/** All files of a folder with their texts, git's own aside. */
function snapshot(root: string): Record<string, string> {
  const names = readdirSync(root, {recursive: true, encoding: 'utf8'}).filter(name => !name.startsWith('.git'))
  const entries = names.sort().map(name => {
    const stats = lstatSync(join(root, name))
    return [name, stats.isFile() ? `${(stats.mode & 0o777).toString(8)} ${text(root, name)}` : 'folder']
  })
  return Object.fromEntries(entries)
}

describe('spec mv', () => {
  test('moves a document with its citations; git sees a rename, and the rest as not staged', async () => {
    const root = repository(FILES)
    chmodSync(join(root, 'specs/old.md'), 0o600)
    expect(await spec(root, ['mv', 'specs/old.md', 'specs/deep/new.md'])).toEqual({
      status: 0,
      stdout: [
        'Moved specs/old.md to specs/deep/new.md',
        '  4 citations of it in 3 other documents written anew',
        '    research/r.md: 1',
        '    specs/a.md: 2',
        '    specs/b.md: 1',
        '  1 path in itself written anew',
        '',
      ].join('\n'),
      stderr: '',
    })
    expect(text(root, 'specs/deep/new.md')).toBe('# Old\n\n[r](../../research/r.md)\n')
    expect(text(root, 'specs/a.md')).toBe('# A\n\n[old](deep/new.md) and `specs/deep/new.md:1`\n')
    expect(text(root, 'specs/b.md')).toBe('# B\n\n| Superseded by | [old](./deep/new.md) |\n')
    expect(text(root, 'research/r.md')).toBe('# R\n\n[old]\n\n[old]: ../specs/deep/new.md "Old"\n')
    expect(lstatSync(join(root, 'specs/deep/new.md')).mode & 0o777).toBe(0o600)
    expect(git(root, 'status', '--porcelain').split('\n').sort()).toEqual([
      '',
      ' M research/r.md',
      ' M specs/a.md',
      ' M specs/b.md',
      'RM specs/old.md -> specs/deep/new.md',
    ])
    expect(await spec(root, ['mv', 'specs/deep/new.md', 'specs/old.md'])).toMatchObject({status: 0})
    expect(git(root, 'status', '--porcelain')).toBe('')
    for (const [path, before] of Object.entries(FILES)) expect(text(root, path)).toBe(before)
  })

  test('keeps what was staged, and what was not', async () => {
    const root = repository(FILES)
    writeFileSync(join(root, 'specs/old.md'), '# Staged\n')
    git(root, 'add', 'specs/old.md')
    writeFileSync(join(root, 'specs/old.md'), '# Neither\n')
    await spec(root, ['mv', 'specs/old.md', 'specs/new.md'])
    expect(git(root, 'show', ':specs/new.md')).toBe('# Staged\n')
    expect(text(root, 'specs/new.md')).toBe('# Neither\n')
  })

  test('moves what git does not track, and where there is no git, as a file', async () => {
    const root = repository({'specs/a.md': FILES['specs/a.md']})
    writeFileSync(join(root, 'specs/old.md'), '# Old\n')
    expect(await spec(root, ['mv', 'specs/old.md', 'specs/new.md'])).toMatchObject({status: 0, stderr: ''})
    expect(git(root, 'status', '--porcelain')).toBe(' M specs/a.md\n?? specs/new.md\n')
    const bare = folder(FILES)
    expect(await spec(bare, ['mv', 'specs/old.md', 'research/'])).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('The kind of "research/old.md" is research; it was rfc'),
    })
    expect(text(bare, 'specs/a.md')).toBe('# A\n\n[old](../research/old.md) and `research/old.md:1`\n')
  })

  test('takes a folder, there or not, and paths from the working folder, up to workspaces around it', async () => {
    const root = repository({
      ...FILES,
      'web/spec.config.yaml': 'specs: rfcs\n',
      'web/rfcs/w.md': '# W\n\n[a](../../specs/a.md)\n',
    })
    expect(await spec(join(root, 'web'), ['mv', 'rfcs/w.md', '../specs'])).toMatchObject({status: 0})
    expect(text(root, 'specs/w.md')).toBe('# W\n\n[a](a.md)\n')
    expect(await spec(join(root, 'web'), ['mv', '../specs/old.md', 'rfcs/more/'])).toMatchObject({status: 0})
    expect(text(root, 'specs/a.md')).toBe('# A\n\n[old](../web/rfcs/more/old.md) and `web/rfcs/more/old.md:1`\n')
  })

  test('--dry-run writes nothing, and its diff makes the same move', async () => {
    const root = repository(FILES)
    const before = snapshot(root)
    const {status, stdout, stderr} = await spec(root, ['mv', 'specs/old.md', 'specs/x y/new.md', '--dry-run'])
    expect(status).toBe(0)
    expect(stdout).toContain('rename from specs/old.md\nrename to specs/x y/new.md\n')
    expect(stderr).toMatch(/^Would move specs\/old\.md to specs\/x y\/new\.md\n/)
    expect(snapshot(root)).toEqual(before)
    expect(git(root, 'status', '--porcelain')).toBe('')
    const other = repository(FILES)
    writeFileSync(join(other, '.git/move.diff'), stdout)
    git(other, 'apply', '--index', '.git/move.diff')
    await spec(root, ['mv', 'specs/old.md', 'specs/x y/new.md'])
    expect(snapshot(other)).toEqual(snapshot(root))
  })

  test('--format json follows its schema', async () => {
    const root = repository({...FILES, 'README.md': '[o](specs/old.md)\n'})
    for (const more of [['--dry-run'], []]) {
      const {stdout} = await spec(root, ['mv', 'specs/old.md', 'specs/new.md', '--format', 'json', ...more])
      const report = JSON.parse(stdout)
      expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true)
      expect(report).toMatchObject({
        outcome: more.length > 0 ? 'dry-run' : 'moved',
        from: 'specs/old.md',
        to: 'specs/new.md',
        tracked: true,
        documents: 4,
        moved: {path: 'specs/old.md', rewrites: []},
        left: [{path: 'README.md', places: [{line: 1, text: 'specs/old.md', reason: 'elsewhere'}]}],
        notes: [],
      })
      expect(report.citing[1].rewrites[1]).toEqual({
        line: 3,
        column: 20,
        form: 'code-span',
        written: 'specs/old.md',
        text: 'specs/new.md',
      })
    }
  })

  test('tells where no kind claims the new place', async () => {
    const root = repository(FILES)
    const {stderr} = await spec(root, ['mv', 'specs/old.md', 'attic/'])
    expect(stderr).toBe(
      'note: No kind claims "attic/old.md": it is checked only where it is named, and counts as no rfc any more, expected a path like "specs/**/*.md"\n',
    )
  })

  test('tells of documents that it could not look at', async () => {
    const root = repository({...FILES, 'specs/c.md': new Uint8Array([0x23, 0xff, 0x0a])})
    const {status, stderr} = await spec(root, ['mv', 'specs/old.md', 'specs/new.md'])
    expect([status, stderr]).toEqual([
      0,
      expect.stringContaining('"specs/c.md" was not looked at, and may cite the old path'),
    ])
  })
})

describe('is refused, with nothing changed', () => {
  const cases: [what: string, args: string[], words: string, prepare?: (root: string) => void][] = [
    ['a missing document', ['specs/od.md', 'specs/new.md'], '"specs/od.md" does not exist'],
    ['a folder', ['specs', 'more/'], 'Unexpected folder "specs", expected a document'],
    [
      'no Markdown',
      ['specs/x.png', 'specs/y.png'],
      'expected a Markdown document',
      root => writeFileSync(join(root, 'specs/x.png'), ''),
    ],
    ['its own place', ['specs/old.md', 'specs/'], '"specs/old.md" is there already'],
    ['a place that is taken', ['specs/old.md', 'specs/a.md'], '"specs/a.md" exists already'],
    [
      'a name in a folder that is taken',
      ['specs/old.md', 'research'],
      '"research/old.md" exists already',
      root => writeFileSync(join(root, 'research/old.md'), ''),
    ],
    [
      'a document that is no text',
      ['specs/x.md', 'specs/y.md'],
      '"specs/x.md" cannot be read: Expected UTF-8',
      root => writeFileSync(join(root, 'specs/x.md'), Buffer.from([0xff, 0xfe])),
    ],
    [
      'a document that is too deep',
      ['specs/x.md', 'specs/y.md'],
      '"specs/x.md" cannot be read: its quotes and lists nest deeper than 100 levels',
      root => writeFileSync(join(root, 'specs/x.md'), `${'>'.repeat(500)} x`),
    ],
    ['no ending', ['specs/old.md', 'attic'], 'Did you mean the folder "attic/"?'],
    ['a place outside', ['specs/old.md', '../new.md'], 'lies outside the workspace'],
    ['a place in git’s own folder', ['specs/old.md', '.git/new.md'], '".git/new.md" lies in git\'s own folder'],
    ['such a folder below', ['specs/old.md', 'specs/.GIT/'], '"specs/.GIT/old.md" lies in git\'s own folder'],
    ['a place below a file', ['specs/old.md', 'specs/a.md/new.md'], '"specs/a.md" is no folder'],
    // Such as a variable of a script that is not set.
    ['an empty new place', ['specs/old.md', ''], 'Unexpected empty path'],
    ['an empty document', ['', 'specs/new.md'], 'Unexpected empty path'],
    ['a control character', ['specs/old.md', 'specs/a\nb.md'], 'Unexpected control character in "specs/a\\u{a}b.md"'],
    [
      'a link',
      ['specs/link.md', 'specs/new.md'],
      'is a link, and links are not moved',
      root => symlinkSync('old.md', join(root, 'specs/link.md')),
    ],
    [
      'a place behind a link',
      ['specs/old.md', 'linked/new.md'],
      'lies behind a link',
      root => symlinkSync('research', join(root, 'linked')),
    ],
    [
      'a document behind a link',
      ['linked/r.md', 'specs/new.md'],
      'lies behind a link',
      root => symlinkSync('research', join(root, 'linked')),
    ],
    [
      'another repository',
      ['specs/old.md', 'sub/new.md'],
      'are not both in the repository',
      root => {
        mkdirSync(join(root, 'sub'))
        git(join(root, 'sub'), 'init', '-q')
      },
    ],
    [
      'a locked index',
      ['specs/old.md', 'deep/er/new.md'],
      "cannot be moved in git's index",
      root => writeFileSync(join(root, '.git/index.lock'), ''),
    ],
    ['one path only', ['specs/old.md'], 'mv'],
  ]
  for (const [what, args, words, prepare] of cases)
    test(what, async () => {
      const root = repository(FILES)
      prepare?.(root)
      const before = snapshot(root)
      const {status, stdout, stderr} = await spec(root, ['mv', ...args])
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr).toContain(words)
      expect(snapshot(root)).toEqual(before)
      expect(git(root, 'diff', '--cached', '--name-only')).toBe('')
    })

  test('a place that git’s index has still', async () => {
    const root = repository(FILES)
    git(root, 'update-index', '--skip-worktree', 'specs/b.md')
    rmSync(join(root, 'specs/b.md'))
    expect(await spec(root, ['mv', 'specs/old.md', 'specs/b.md'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("is in git's index still"),
    })
    expect(existsSync(join(root, 'specs/old.md'))).toBe(true)
  })
})

describe('all or nothing', () => {
  const show = (path: string) => path
  for (const tracked of [true, false])
    test(`a write that fails puts all before it back, ${tracked ? 'git’s index too' : 'without git'}`, async () => {
      for (let failing = 1; ; failing++) {
        const root = tracked ? repository(FILES) : folder(FILES)
        const before = snapshot(root)
        const workspace = await openWorkspace({root, cwd: root})
        const plan = await plannedMove(workspace, 'specs/old.md', 'specs/deep/er/new.md')
        let [calls, changed] = [0, false]
        const replace: typeof workspace.replace = (path, after, was) => {
          if (++calls !== failing) return workspace.replace(path, after, was)
          changed = true
          // Someone else is faster: the real write refuses.
          return workspace.replace(path, after, `${was} `)
        }
        const run = allOrNothing(stepsOf(plan, {...workspace, replace}, show))
        if (failing > plan.citing.length + 1) {
          await run
          await workspace.close()
          expect(changed).toBe(false)
          expect(existsSync(join(root, 'specs/old.md'))).toBe(false)
          return
        }
        await expect(run).rejects.toThrow('was put back as it was')
        await workspace.close()
        expect(snapshot(root)).toEqual(before)
        if (tracked) expect(git(root, 'status', '--porcelain')).toBe('')
      }
    })

  test('a document that was changed since it was read is not lost', async () => {
    const root = repository(FILES)
    const workspace = await openWorkspace({root, cwd: root})
    const plan = await plannedMove(workspace, 'specs/old.md', 'deep/new.md')
    writeFileSync(join(root, 'specs/old.md'), 'theirs\n')
    await expect(allOrNothing(stepsOf(plan, workspace, show))).rejects.toThrow('was changed meanwhile')
    await workspace.close()
    expect(text(root, 'specs/old.md')).toBe('theirs\n')
    expect(existsSync(join(root, 'deep'))).toBe(false)
  })
})
