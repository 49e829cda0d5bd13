import {mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync, utimesSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {describe, expect, test} from 'vitest'
import {drawerIn} from '../../../src/start/drawer.js'
import {type Replay, replayOf} from '../../../src/start/replay.js'
import {keyOf, nameOf} from '../../../src/start/replay-key.js'
import {traced} from '../../../src/workspace/trace/index.js'
import {faulty} from '../../cli/documents.js'
import {spec} from '../../cli/support.js'
import {commit, folder, git, repository} from '../../support/folders.js'

const FILES = {
  'specs/a.md': `${faulty}\nAs [told](../research/search.md#findings), see \`src/index.ts:2\` and [notes](../docs/notes.md), [more](../research/hidden.md).\n`,
  'research/search.md': '---\ndate: 2026-01-10\n---\n\n# Research: Search\n\n## Findings\n\nText.\n',
  'src/index.ts': 'one\ntwo\nthree\n',
  '.gitignore': 'dist\n',
  'spec.config.yaml': 'research: research\n',
}
const ARGV = ['lint', '--cache']

interface Kept {
  cwd: string
  replay: Replay
  status: number
  written: [['stdout', string]]
  env: Record<string, string>
}

/** The run of a command line, kept. */
async function kept(cwd: string, argv = ARGV): Promise<Kept> {
  const env = {XDG_CACHE_HOME: folder()}
  const replay = replayOf(argv, 'build', {env, cwd, isTTY: false, columns: undefined})
  if (!replay) throw new Error('nothing is kept of this command line')
  expect(replay.earlier()).toBeUndefined()
  const {value, looks} = await traced(() => spec(cwd, argv))
  if (!looks) throw new Error('the run cannot be told again')
  const written: Kept['written'] = [['stdout', value.stdout]]
  replay.keep({status: value.status, written, looks})
  return {cwd, replay, status: value.status, written, env}
}

/** Until what was written is older than the tick of a slow file system's clock: before that its times tell nothing. */
const aged = () => setTimeout(2_100)

const put = (path: string, text: string) => (cwd: string) => {
  mkdirSync(dirname(join(cwd, path)), {recursive: true})
  writeFileSync(join(cwd, path), text)
}

describe('a run is told again', () => {
  test.each<[string, (cwd: string) => void]>([
    ['as nothing has changed', () => {}],
    ['as a file was written again with the same text', put('specs/a.md', FILES['specs/a.md'])],
    [
      'as only times have changed',
      cwd => {
        for (const path of Object.keys(FILES)) utimesSync(join(cwd, path), 1_600_000_000, 1_600_000_000)
      },
    ],
  ])('%s', async (_, change) => {
    const root = repository(FILES)
    await aged()
    const {cwd, replay, status, written} = await kept(root)
    change(cwd)
    expect(replay.earlier()).toMatchObject({status, written})
    await aged()
    expect(replay.earlier()).toMatchObject({status, written})
    // By the times that the files have now.
    expect(replay.earlier()).toMatchObject({status, written})
  })

  test('in a worktree of its own, and where there is no repository', async () => {
    const root = repository(FILES)
    const tree = join(folder(), 'tree')
    git(root, 'worktree', 'add', '--quiet', tree, '-b', 'other')
    for (const cwd of [tree, folder(FILES)]) {
      const {replay, status} = await kept(cwd)
      expect(replay.earlier()).toMatchObject({status})
    }
  })
})

describe('a run is done anew after a change', () => {
  test.each<[string, (cwd: string) => void]>([
    ['of a document', put('specs/a.md', `${FILES['specs/a.md']}\n## More\n`)],
    ['of a document, by as many bytes', put('specs/a.md', FILES['specs/a.md'].replace('told', 'said'))],
    ['of the documents that are there', put('specs/deep/b.md', faulty)],
    ['to none', cwd => unlinkSync(join(cwd, 'specs/a.md'))],
    ['of what is cited', put('src/index.ts', 'one\n')],
    ['of what was not there', put('docs/notes.md', '# Notes\n')],
    ['of the settings', put('spec.config.yaml', 'rules:\n  residue: off\n')],
    ['of what git ignores', put('.gitignore', 'dist\nhidden.md\n')],
    ['by a commit', cwd => void commit(put('src/other.ts', 'x\n')(cwd) ?? cwd, 'second')],
    ['of the branch', cwd => void git(cwd, 'checkout', '--quiet', '-b', 'other')],
    [
      'of a file to a link',
      cwd => {
        renameSync(join(cwd, 'research/search.md'), join(cwd, 'elsewhere.md'))
        symlinkSync('../elsewhere.md', join(cwd, 'research/search.md'))
      },
    ],
    [
      'of a folder to a file',
      cwd => {
        rmSync(join(cwd, 'research'), {recursive: true})
        writeFileSync(join(cwd, 'research'), '')
      },
    ],
    ['of a repository to none', cwd => rmSync(join(cwd, '.git'), {recursive: true})],
  ])('%s', async (_, change) => {
    const {cwd, replay, status} = await kept(repository(FILES))
    expect(replay.earlier()).toMatchObject({status})
    change(cwd)
    expect(replay.earlier()).toBeUndefined()
  })
})

test('a run is done anew after a change that times tell', async () => {
  const loop = (cwd: string) => {
    unlinkSync(join(cwd, 'src/index.ts'))
    symlinkSync('index.ts', join(cwd, 'src/index.ts'))
  }
  const toFolder = (cwd: string) => {
    unlinkSync(join(cwd, 'specs/a.md'))
    mkdirSync(join(cwd, 'specs/a.md'))
  }
  const changes = [put('specs/a.md', `${FILES['specs/a.md']}\n## More\n`), loop, toFolder]
  const roots = changes.map(() => repository(FILES))
  await aged()
  const runs: Kept[] = []
  for (const root of roots) runs.push(await kept(root))
  for (const [index, {cwd, replay, status}] of runs.entries()) {
    expect(replay.earlier()).toMatchObject({status})
    changes[index]?.(cwd)
    expect(replay.earlier()).toBeUndefined()
  }
})

test('where git cannot be asked a run is not told again', async () => {
  const {looks, value} = await traced(() => spec(repository(FILES), ARGV, {env: {PATH: folder()}}))
  expect(value.status).toBe(1)
  expect(looks).toBeUndefined()
})

describe('nothing is told', () => {
  test.each<[string, unknown]>([
    ['of no object', null],
    ['of a number', 1],
    ['of another command line', {key: 'other', status: 0, written: [], looks: []}],
    ['without a key', {status: 0, written: [], looks: []}],
    ['of a run that could not be done', {key: 'own', status: 2, written: [], looks: []}],
    ['where what it wrote is no list', {key: 'own', status: 0, written: 'x', looks: []}],
    ['where what it looked at is no list', {key: 'own', status: 0, written: [], looks: {}}],
    ['where it wrote to nowhere', {key: 'own', status: 0, written: [['stdin', 'x']], looks: []}],
    ['where it wrote no text', {key: 'own', status: 0, written: [['stdout', 1]], looks: []}],
    ['where it wrote something else', {key: 'own', status: 0, written: ['x'], looks: []}],
    ['where it looked at nothing', {key: 'own', status: 0, written: [], looks: [{path: 1}]}],
    ['where it was told nothing', {key: 'own', status: 0, written: [], looks: [{path: '/a'}]}],
    ['where it looked in a way that is not known', {key: 'own', status: 0, written: [], looks: [null]}],
  ])('%s', (_, value) => {
    const {replay, write} = drawerOf()
    write(JSON.stringify({key: 'own', status: 0, written: [], looks: []}))
    expect(replay.earlier()).toMatchObject({status: 0, written: []})
    write(JSON.stringify(value))
    expect(replay.earlier()).toBeUndefined()
  })

  test('of what is no JSON', () => {
    const {replay, write} = drawerOf()
    write('{"key": ')
    expect(replay.earlier()).toBeUndefined()
  })

  test('where the job has a summary, or no folder is there for it', () => {
    const scene = {cwd: '/', isTTY: false, columns: undefined}
    expect(replayOf(ARGV, 'build', {...scene, env: {XDG_CACHE_HOME: '/x', GITHUB_STEP_SUMMARY: 'a'}})).toBeUndefined()
    expect(replayOf(ARGV, 'build', {...scene, env: {XDG_CACHE_HOME: 'x', HOME: 'y'}})).toBeUndefined()
  })

  /** What is kept of a command line, written as it stands; "own" becomes its key. */
  function drawerOf() {
    const scene = {env: {XDG_CACHE_HOME: folder()}, cwd: '/work', isTTY: false, columns: undefined}
    const replay = replayOf(ARGV, 'build', scene)
    if (!replay) throw new Error('nothing is kept of this command line')
    const key = keyOf(ARGV, 'build', scene) ?? ''
    const write = (text: string) =>
      drawerIn(scene.env, 'runs', `${nameOf(key)}.json`)?.put(
        Buffer.from(text.replace('"own"', () => JSON.stringify(key))),
      )
    return {replay, write}
  }
})
