import {appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {commit, folder, git, repository} from '../support/folders.js'
import {faulty, sound} from './documents.js'
import {spec} from './support.js'

// For what hangs: then it is told what came before.
const LONGEST = 120_000

/** `spec lint --watch` in this process. Waits for words, however many runs it takes, and never for a time. */
function watching(cwd: string, argv: readonly string[] = [], io: Parameters<typeof spec>[2] = {}) {
  let text = ''
  let wake = () => {}
  let end = () => {}
  const interrupted = new Promise<void>(resolve => {
    end = resolve
  })
  const write = (words: string) => {
    text += words
    wake()
  }
  let status: number | undefined
  const done = spec(cwd, ['lint', '--watch', ...argv], {
    stdout: {write},
    stderr: {write},
    interrupted: () => interrupted,
    ...io,
  }).then(told => {
    status = told.status
    wake()
    return told.status
  })
  onTestFinished(() => end())
  return {
    /** All that was written since the last call, once that fits. */
    says: async (pattern: RegExp): Promise<string> => {
      while (!pattern.test(text)) {
        if (status !== undefined) throw new Error(`Ended with ${status}, said ${JSON.stringify(text)}`)
        const waited = await Promise.race([
          new Promise<boolean>(resolve => {
            wake = () => resolve(false)
          }),
          new Promise<boolean>(resolve => setTimeout(() => resolve(true), LONGEST).unref()),
        ])
        if (waited) throw new Error(`Nothing comes after ${JSON.stringify(text)}`)
      }
      const said = text
      text = ''
      return said
    },
    ends: () => {
      end()
      return done
    },
  }
}

const READY = /Watching for changes, Ctrl-C ends it\n/
const changed = (path: string, summary: string) => new RegExp(`Changed: [^\\n]*"${path}"[\\s\\S]*^${summary}`, 'm')
const CLEAN = '\\d+ files? checked, no problems'
const ERROR = '\\d+ files? checked: 1 error'

describe('what is watched is checked again after a change of', () => {
  test('a document, a new one in a new folder, and one that is gone', async () => {
    const root = folder({'specs/a.md': sound, 'specs/.hidden/x.md': sound})
    const run = watching(root)
    await run.says(READY)
    writeFileSync(join(root, 'specs/a.md'), faulty)
    await run.says(changed('specs/a.md', ERROR))
    writeFileSync(join(root, 'new.md'), sound)
    renameSync(join(root, 'new.md'), join(root, 'specs/a.md'))
    await run.says(changed('specs/a.md', CLEAN))
    mkdirSync(join(root, 'specs/deep/er'), {recursive: true})
    writeFileSync(join(root, 'specs/deep/er/b.md'), faulty)
    await run.says(new RegExp(`^${ERROR}`, 'm'))
    rmSync(join(root, 'specs/deep'), {recursive: true})
    await run.says(new RegExp(`^${CLEAN}`, 'm'))
    expect(await run.ends()).toBe(0)
  })

  test('what it cites, and of the repository that this lies in', async () => {
    const text = `${sound}\nSee \`src/a.ts:2\` and [more](../research/r.md).\n`
    const root = repository({'specs/a.md': text, 'src/a.ts': 'one\ntwo\n', 'research/r.md': '# R\n'})
    const run = watching(root, ['--drift'])
    await run.says(READY)
    rmSync(join(root, 'research/r.md'))
    // What the commit before has written may count as changed, too: then not all is named.
    await run.says(/Changed: [\s\S]*^1 file checked: 1 error/m)
    writeFileSync(join(root, 'research/r.md'), '# R\n')
    await run.says(/Changed: [\s\S]*^1 file checked, no problems/m)
    git(root, 'rm', '--quiet', 'src/a.ts')
    commit(root, 'second')
    await run.says(/Changed: [\s\S]*^1 file checked/m)
    expect(await run.ends()).toBe(0)
  })

  test('the settings, which may be wrong for a while', async () => {
    const root = folder({'specs/a.md': faulty, 'spec.config.yaml': ''})
    const run = watching(root, ['specs'])
    await run.says(READY)
    writeFileSync(join(root, 'spec.config.yaml'), 'rules: 1\n')
    await run.says(/Changed: [\s\S]*spec: The settings cannot be used: 1 error/)
    writeFileSync(join(root, 'spec.config.yaml'), '')
    await run.says(changed('spec.config.yaml', ERROR))
    expect(await run.ends()).toBe(0)
  })

  test('more than can be named in a line', async () => {
    const root = folder({'specs/a.md': sound})
    const run = watching(root, ['specs/*.md'])
    await run.says(READY)
    for (let number = 0; number < 20; number++) writeFileSync(join(root, `specs/${number}.md`), sound)
    appendFileSync(join(root, 'specs/a.md'), '\n')
    await run.says(/^21 files checked, no problems/m)
    expect(await run.ends()).toBe(0)
  })
})

test('on a terminal each run has the screen for itself', async () => {
  const root = folder({'specs/a.md': sound})
  const run = watching(root, [], {isTTY: true, columns: 80})
  await run.says(READY)
  writeFileSync(join(root, 'specs/a.md'), faulty)
  const said = await run.says(/Changed: [\s\S]*Watching for changes/)
  expect(said.startsWith('\x1b[2J\x1b[H')).toBe(true)
  expect(await run.ends()).toBe(0)
})

test.each([
  [['--fix'], 'Unexpected --watch with --fix, expected one of them'],
  [['--format', 'sarif'], 'Unexpected --watch with --format sarif, expected '],
  [['-', '--stdin-filename', 'a.md'], 'Unexpected --watch with "-", expected files: standard input has one end'],
])('what cannot be watched is refused: %s', async (argv, reason) => {
  const {status, stderr} = await spec(folder({'specs/a.md': sound}), ['lint', '--watch', ...argv])
  expect(status).toBe(2)
  expect(stderr).toContain(reason)
})

test('a command line that cannot be followed ends it at once', async () => {
  expect(await spec(folder({'specs/a.md': sound}), ['lint', '--watch', '--kind', 'none'])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('Unknown kind "none"'),
  })
})
