import {cpSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {git, repository} from '../support/folders.js'
import {npm, ownRepository, pack, project} from '../support/package.js'
import {isThere, lastingFolder, tools, userOf} from './tools.js'

const REAL = {timeout: 600_000}
const known = tools()
const SPEC = 'specs/2026-01-20-seat-booking.md'
const places = new Map<string, string>()

// For each framework what a user has after "npm install --save-dev" of the packed tarball and "spec init": a repository with one
// research document, and a sound spec that cites it, committed through the hook.
beforeAll(() => {
  const packages = lastingFolder()
  writeFileSync(join(packages, 'package.json'), '{"name": "user", "private": true}\n')
  const {tarball} = pack(packages)
  npm(packages, 'install', '--save-dev', '--no-audit', '--no-fund', tarball)
  for (const tool of known.filter(isThere)) {
    const root = lastingFolder()
    places.set(tool.name, root)
    git(root, 'init', '--quiet', '--initial-branch=main')
    mkdirSync(join(root, 'research'))
    writeFileSync(join(root, '.gitignore'), 'node_modules/\n')
    writeFileSync(join(root, 'research/seats.md'), '# Seats\n\n## Open Questions\n\n- [ ] How many?\n')
    for (const name of ['package.json', 'node_modules'])
      cpSync(join(packages, name), join(root, name), {recursive: true, verbatimSymlinks: true})
    const run = userOf(root, tool)
    for (const command of [
      ['npx', '--no-install', 'spec', 'init', '--yes', '--hook', tool.name],
      [tool.name, 'install'],
      [
        'npx',
        '--no-install',
        'spec',
        'scaffold',
        'Seat Booking',
        '--research',
        'research/seats.md',
        '--date',
        '2026-01-20',
      ],
      ['git', 'add', '--all'],
    ] as [string, ...string[]][])
      expect(run(...command)).toMatchObject({status: 0})
    const first = run('git', 'commit', '--message', 'first')
    expect(first.output).toMatch(/spec lint, all specs\.+Passed/)
    expect(first).toMatchObject({status: 0})
    git(root, 'tag', 'first')
  }
}, 600_000)

/** The repository of a framework as it was after its first commit. */
function workplace(tool: (typeof known)[number]) {
  const root = places.get(tool.name) ?? ''
  const run = userOf(root, tool)
  git(root, 'reset', '--quiet', '--hard', 'first')
  git(root, 'clean', '--quiet', '--force', '-d')
  const write = (path: string, text: string) => writeFileSync(join(root, path), text)
  const read = (path: string) => readFileSync(join(root, path), 'utf8')
  const commit = (...args: string[]) => run('git', 'commit', '--message', 'a change', ...args)
  return {root, run, spec: SPEC, write, read, commit, head: () => git(root, 'rev-parse', 'HEAD')}
}

const DEFECT = '\nSee [the plan](./never-written.md).\n'

for (const tool of known) {
  describe.skipIf(!isThere(tool))(`commits through ${tool.name}, from an install of the packed tarball`, () => {
    test('one with a defect is refused, and accepted once mended', REAL, () => {
      const {run, spec, write, read, commit, head} = workplace(tool)
      const [sound, before] = [read(spec), head()]
      write(spec, sound + DEFECT)
      run('git', 'add', spec)
      const refused = commit()
      expect(refused.status).not.toBe(0)
      expect(refused.output).toContain('error[dead-citation]')
      // Once: the hook for all specs need not say it again.
      expect(refused.output.match(/error\[dead-citation\]/g)).toHaveLength(1)
      expect(head()).toBe(before)

      // Mended, and not staged: what would be committed still has it.
      write(spec, sound)
      expect(commit().status).not.toBe(0)
      write(spec, `${sound}\nMended.\n`)
      run('git', 'add', spec)
      expect(commit()).toMatchObject({status: 0})
      expect(head()).not.toBe(before)
    })

    test('"git commit FILE" with another file staged lints the right one', REAL, () => {
      const {root, run, spec, write, read, commit} = workplace(tool)
      const other = 'specs/2026-01-21-other.md'
      write(other, read(spec) + DEFECT)
      run('git', 'add', other)
      write(spec, `${read(spec)}\nOne more word.\n`)
      const right = commit(spec)
      expect(right.output).not.toContain('2026-01-21-other.md')
      expect(right).toMatchObject({status: 0})
      expect(git(root, 'diff', '--cached', '--name-only')).toBe(`${other}\n`)

      // The other way round: the staged one is sound, and the named one is not.
      write(other, read(spec))
      run('git', 'add', other)
      write(spec, read(spec) + DEFECT)
      const wrong = commit(spec)
      expect(wrong.status).not.toBe(0)
      expect(wrong.output).toContain(`${spec}:`)
      expect(wrong.output).not.toContain('2026-01-21-other.md')
      // What it cites must be in that commit, too: staged for another one is not enough.
      write('research/later.md', '# Later\n')
      run('git', 'add', 'research/later.md')
      write(spec, `${read(spec).replace(DEFECT, '')}\nSee [later](../research/later.md).\n`)
      expect(commit(spec).output).toContain('error[dead-citation]')
      expect(commit(spec, 'research/later.md')).toMatchObject({status: 0})
    })

    test('the deletion of a cited document is refused, though no spec changes', REAL, () => {
      const {run, commit, head} = workplace(tool)
      const before = head()
      run('git', 'rm', '--quiet', 'research/seats.md')
      const refused = commit()
      expect(refused.status).not.toBe(0)
      expect(refused.output).toMatch(/spec lint\.+.*(?:Skipped|no files to check)/)
      expect(refused.output).toMatch(/spec lint, all specs\.+Failed/)
      expect(refused.output).toContain('error[dead-citation]')
      expect(refused.output).toContain('research/seats.md')
      expect(head()).toBe(before)
    })

    test('other Markdown is no spec, and a document that is not staged is not there', REAL, () => {
      const {run, spec, write, read, commit} = workplace(tool)
      write('README.md', '# Read me\n')
      write('research/untracked.md', '# Untracked\n')
      run('git', 'add', 'README.md')
      expect(commit()).toMatchObject({status: 0})
      write(spec, `${read(spec)}\nSee [it](../research/untracked.md).\n`)
      run('git', 'add', spec)
      expect(commit().output).toContain('error[dead-citation]')
      run('git', 'add', 'research/untracked.md')
      expect(commit()).toMatchObject({status: 0})
    })

    test('"spec init --check" proves it, and says when the hook is gone', REAL, () => {
      const {root, run} = workplace(tool)
      const check = () => run('npx', '--no-install', 'spec', 'init', '--check')
      const proven = check()
      expect(proven.output).toContain('refuses a broken spec (dead-citation)')
      expect(proven.output).toContain('accepts a sound one')
      expect(proven).toMatchObject({status: 0})
      expect(git(root, 'status', '--porcelain')).toBe('')
      run(tool.name, 'uninstall')
      expect(check()).toMatchObject({status: 1, output: expect.stringContaining('No hook runs before a commit here')})
    })
  })

  describe.skipIf(!isThere(tool))(`an install of this repository's own hooks by ${tool.name}`, () => {
    test('builds it, and lints with it', REAL, () => {
      const source = ownRepository()
      const [, shown = ''] =
        /^```yaml\n(repos:[\s\S]*?)^```/m.exec(readFileSync(join(project, 'docs', 'ci.md'), 'utf8')) ?? []
      const root = repository({
        'README.md': '# Read me\n',
        '.pre-commit-config.yaml': shown
          .replace(/repo: \S+/, `repo: ${source}`)
          .replace(/rev: \S+/, `rev: ${git(source, 'rev-parse', 'HEAD').trim()}`),
      })
      const run = userOf(root, tool)
      const sound = run(tool.name, 'run', '--all-files')
      expect(sound.output).toMatch(/spec lint, all specs\.+Passed/)
      expect(sound).toMatchObject({status: 0})
      const defect = join(project, 'test', 'rules', 'dead-citation', 'not-ok.md')
      cpSync(defect, join(root, 'specs', 'a.md'), {recursive: true})
      run('git', 'add', '--all')
      const refused = run(tool.name, 'run')
      expect(refused.status).toBe(1)
      expect(refused.output).toContain('error[dead-citation]')
    })
  })
}
