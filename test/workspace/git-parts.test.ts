import {execFileSync} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {cacheOf} from '../../src/workspace/git/cache.js'
import {type Dialogue, dialogueWith} from '../../src/workspace/git/dialogue.js'
import type {Invocation} from '../../src/workspace/git/invocation.js'
import {departureLog} from '../../src/workspace/git/log.js'
import {failed} from '../../src/workspace/git/notes.js'
import {objectsOf} from '../../src/workspace/git/objects.js'
import {kindOf, parseCommit, parseTree, utf8} from '../../src/workspace/git/parse.js'
import {presenceIn} from '../../src/workspace/git/present.js'
import {type Reply, replyListener} from '../../src/workspace/git/reply.js'
import {type GitBytes, gitBytesIn} from '../../src/workspace/git/run.js'
import {indexOf} from '../../src/workspace/git/staged.js'
import {bareEnvironment, commit, folder, git, repository} from '../support/folders.js'
import {canTakeHandles, withoutHandles} from '../support/handles.js'

/** git in a folder, with bytes for an answer. */
const gitIn =
  (cwd: string): GitBytes =>
  async (...args) => {
    try {
      const stdout = execFileSync('git', args, {cwd, env: bareEnvironment(), stdio: ['ignore', 'pipe', 'ignore']})
      return {outcome: 'ok', stdout, stderr: ''}
    } catch {
      return {outcome: 'failed', stdout: Buffer.alloc(0), stderr: 'failed'}
    }
  }

describe('a reply of git', () => {
  const ID = 'a'.repeat(40)
  const heard = (...chunks: string[]): {answer: Reply; rest: string} | undefined => {
    const listener = replyListener(() => 10)
    for (const chunk of chunks) {
      const done = listener.take(Buffer.from(chunk))
      if (done) return {answer: done.answer, rest: done.rest.toString()}
    }
    return undefined
  }

  test.each<[string, string[], object]>([
    [
      'in one piece',
      [`${ID} blob 3\nabc\nnext`],
      {answer: {outcome: 'found', type: 'blob', bytes: Buffer.from('abc')}, rest: 'next'},
    ],
    [
      'whose first line is cut',
      [`${ID} bl`, 'ob 3\na', 'bc\n'],
      {answer: {outcome: 'found', bytes: Buffer.from('abc')}, rest: ''},
    ],
    [
      'whose end comes later',
      [`${ID} tree 2\nab`, '\n'],
      {answer: {outcome: 'found', type: 'tree', bytes: Buffer.from('ab')}},
    ],
    [
      'of what is too large',
      [`${ID} blob 12\n123456`, '789012\nx'],
      {answer: {outcome: 'too-large', id: ID}, rest: 'x'},
    ],
    ['of nothing', [`${ID} missing\nx`], {answer: {outcome: 'missing'}, rest: 'x'}],
    ['of a name that several bear', ['abc ambiguous\n'], {answer: {outcome: 'ambiguous'}, rest: ''}],
  ])('is read: %s', (_, chunks, told) => {
    expect(heard(...chunks)).toMatchObject(told)
  })

  test('is awaited to its end', () => {
    expect(heard(ID)).toBeUndefined()
    expect(heard(`${ID} blob 3\nabc`)).toBeUndefined()
  })
})

describe('objects', () => {
  const entry = (mode: string, name: Buffer) =>
    Buffer.concat([Buffer.from(`${mode} `), name, Buffer.of(0), Buffer.alloc(20, 1)])

  test('of folders are read as far as they go, less names that are no text', () => {
    const bytes = Buffer.concat([
      entry('100644', Buffer.from('a.md')),
      entry('40000', Buffer.from('b')),
      entry('120000', Buffer.of(0xff)),
      entry('160000', Buffer.from('c')),
      Buffer.from('100644 cut'),
    ])
    const tree = parseTree(bytes, 20)
    expect([...tree].map(([name, {kind}]) => [name, kind])).toEqual([
      ['a.md', 'file'],
      ['b', 'folder'],
      ['c', 'submodule'],
    ])
    expect(parseTree(Buffer.from('nothing'), 20).size).toBe(0)
    expect(kindOf('120000')).toBe('link')
    expect(utf8(Buffer.of(0xff))).toBeUndefined()
  })

  test('of commits have a tree', () => {
    const [one, other] = ['1'.repeat(40), '2'.repeat(40)]
    expect(parseCommit('c', Buffer.from(`tree ${one}\nparent ${other}\nparent ${one}\n\nparent words\n`))).toEqual({
      id: 'c',
      tree: one,
      parents: [other, one],
    })
    expect(parseCommit('c', Buffer.from('object x\n\n'))).toBeUndefined()
  })

  test('that the store has are told from others, and nothing is told of a store that cannot be asked', async () => {
    const root = repository({'a.md': '# A\n'})
    const has = await presenceIn(gitIn(root))
    const head = git(root, 'rev-parse', 'HEAD').trim()
    expect([has?.(head), has?.('0'.repeat(40)), has?.('f'.repeat(40)), has?.('abc')]).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect((await presenceIn(gitIn(repository())))?.(head)).toBe(false)
    expect(await presenceIn(gitIn(folder()))).toBeUndefined()
  })
})

test('what was used longest ago is forgotten first, and what is too dear at once', () => {
  const cache = cacheOf<string>(10)
  cache.set('a', 'A', 4)
  cache.set('b', 'B', 4)
  expect(cache.get('a')).toBe('A')
  cache.set('c', 'C', 4)
  expect(['a', 'b', 'c'].map(key => cache.get(key))).toEqual(['A', undefined, 'C'])
  cache.set('d', 'D', 11)
  expect([cache.get('d'), cache.get('a')]).toEqual([undefined, 'A'])
  cache.set('e', 'E', 10)
  expect(['a', 'c', 'e'].map(key => cache.get(key))).toEqual([undefined, undefined, 'E'])
})

const invocation = (cwd: string, env: NodeJS.ProcessEnv = bareEnvironment()) =>
  ({arguments: (args: readonly string[]) => args, options: {cwd, env}}) as unknown as Invocation

describe('a dialogue with git', () => {
  test('that cannot be started, or ends over each question, is given up', async () => {
    for (const [env, args] of [
      [{PATH: folder()}, ['cat-file', '--batch']],
      [bareEnvironment(), ['--version']],
    ] as const) {
      const dialogue = dialogueWith(invocation(folder(), {...env}), args, 60_000)
      const never = {take: () => undefined}
      expect(await Promise.all(['a\n', 'b\n', 'c\n', 'd\n'].map(question => dialogue.ask(question, never)))).toEqual(
        Array(4).fill(undefined),
      )
      expect(dialogue.exhausted).toBe(true)
      expect(await dialogue.ask('e\n', never)).toBeUndefined()
      await dialogue.close()
    }
  })

  test.skipIf(!canTakeHandles)('for which no file handle is free is given up, and told by its reason', async () => {
    const root = repository()
    const dialogue = dialogueWith(invocation(root), ['cat-file', '--batch'], 60_000)
    const run = gitBytesIn(root, bareEnvironment(), 60_000)
    const {answers, told} = await withoutHandles(async () => {
      const questions = ['a\n', 'b\n', 'c\n', 'd\n'].map(question => dialogue.ask(question, {take: () => undefined}))
      return {answers: await Promise.all(questions), told: await run('rev-parse', 'HEAD')}
    })
    expect(answers).toEqual(Array(4).fill(undefined))
    expect(dialogue.exhausted).toBe(true)
    expect(failed(told).text).toBe(
      'git could not read the repository: too many files are open in this process (see ulimit -n)',
    )
    await dialogue.close()
  })

  test('that is closed answers nothing more', async () => {
    const root = repository({'a.md': '# A\n'})
    const dialogue = dialogueWith(invocation(root), ['cat-file', '--batch'], 60_000)
    const told = await dialogue.ask(
      'HEAD\n',
      replyListener(() => 1_000),
    )
    expect(told).toMatchObject({outcome: 'found', type: 'commit'})
    const pending = dialogue.ask('HEAD:a.md\n', {take: () => undefined})
    await dialogue.close()
    expect(await pending).toBeUndefined()
    await dialogue.close()
  })
})

test('of a conflict the index has what the branch had, or else the other one', async () => {
  const root = repository({'both.md': 'first\n', 'gone.md': 'first\n', 'sub/x.md': 'x\n'})
  git(root, 'checkout', '--quiet', '-b', 'other')
  writeFileSync(join(root, 'both.md'), 'other\n')
  writeFileSync(join(root, 'gone.md'), 'other\n')
  commit(root, 'other')
  git(root, 'checkout', '--quiet', 'main')
  writeFileSync(join(root, 'both.md'), 'own\n')
  git(root, 'rm', '--quiet', 'gone.md')
  writeFileSync(Buffer.from(`${root}/\xff.md`, 'latin1'), 'no text\n')
  commit(root, 'own')
  try {
    git(root, '-c', 'user.name=A', '-c', 'user.email=a@example.org', 'merge', '--quiet', 'other')
  } catch {
    // The conflict that is wanted.
  }
  const {outcome, trees} = await indexOf(gitIn(root))
  expect(outcome).toBe('ok')
  const top = trees.get('')
  const idOf = (rev: string) => git(root, 'rev-parse', rev).trim()
  expect(top?.get('both.md')?.id).toBe(idOf('main:both.md'))
  expect(top?.get('gone.md')?.id).toBe(idOf('other:gone.md'))
  expect([...(top?.keys() ?? [])].sort()).toEqual(['both.md', 'gone.md', 'sub'])
})

test('what left its path is told with or without what became of it', async () => {
  const root = repository({'a.md': '# A\n\nOne.\nTwo.\nThree.\n', 'b.md': '# B\n'})
  git(root, 'mv', 'a.md', 'c.md')
  git(root, 'rm', '--quiet', 'b.md')
  commit(root, 'second')
  const paths = async (exact: boolean) =>
    (await departureLog(gitIn(root), exact)).changes.map(({path, from}) => [from, path]).sort()
  expect(await paths(false)).toEqual(
    [
      [undefined, 'b.md'],
      ['a.md', 'c.md'],
    ].sort(),
  )
  expect(await paths(true)).toEqual([
    [undefined, 'a.md'],
    [undefined, 'b.md'],
  ])
})

/** A dialogue with git in a repository, what it is asked, and whether git still answers. */
function counted(root: string): {dialogue: Dialogue; asked: string[]; answers: {lack: boolean}} {
  const dialogue = dialogueWith(invocation(root), ['cat-file', '--batch'], 60_000)
  const [asked, answers]: [string[], {lack: boolean}] = [[], {lack: false}]
  const ask: Dialogue['ask'] = async (question, listener) => {
    asked.push(question.trim())
    return answers.lack ? undefined : await dialogue.ask(question, listener)
  }
  return {dialogue: {...dialogue, ask}, asked, answers}
}

test('a commit that is named again is asked for once, and so is a name of none', async () => {
  const root = repository({'a.md': ''})
  const head = git(root, 'rev-parse', 'HEAD').trim()
  writeFileSync(join(root, 'a.md'), 'later')
  commit(root, 'later')
  const taken = git(root, 'rev-parse', 'HEAD').slice(0, 9)
  git(root, 'branch', taken, head)
  const {dialogue, asked} = counted(root)
  const objects = objectsOf(dialogue, 1000)
  const [short, none] = [head.slice(0, 8), 'f'.repeat(12)]
  const names = [head, short.toUpperCase(), none, taken]
  // At once, and one after the other.
  for (let round = 0; round < 2; round++)
    for (const name of names)
      expect(await Promise.all([objects.resolve(name), objects.resolve(name)])).toEqual(
        Array(2).fill(name === none || name === taken ? undefined : head),
      )
  expect(asked).toEqual([head, short, none, taken].map(name => `${name}^{commit}`))
  expect(await objects.commit(head)).toMatchObject({id: head})
  expect(asked).toHaveLength(4)
  await dialogue.close()
})

test('what git did not answer is asked again', async () => {
  const root = repository({'a.md': ''})
  const head = git(root, 'rev-parse', 'HEAD').trim()
  const {dialogue, answers} = counted(root)
  const objects = objectsOf(dialogue, 1000)
  answers.lack = true
  expect(await objects.resolve(head)).toBeUndefined()
  answers.lack = false
  expect(await objects.resolve(head)).toBe(head)
  await dialogue.close()
})
