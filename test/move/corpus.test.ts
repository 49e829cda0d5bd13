import {cpSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {lintFiles} from '../../src/lint/index.js'
import {type MovePlan, plannedMove} from '../../src/move/index.js'
import {nameOf, relativePath} from '../../src/text/index.js'
import {openWorkspace} from '../../src/workspace/index.js'
import {corpus} from '../support/corpus.js'
import {commit, folder, git} from '../support/folders.js'

// SPEC_CORPUS_MOVES=40 tries more: some minutes of work.
const MOVES = Number(process.env.SPEC_CORPUS_MOVES ?? 10)

/** The same numbers in every run. */
function random(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >>> 8) % below
  }
}

/** Where a document may go: to another folder, to another name, or both. */
function destinationOf(path: string, turn: number): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const [base = ''] = path.split('/')
  // In the same words, for lint reads the subject of a document in its name.
  const fresh = name.replace(/-(?=[^-]*$)/, '_')
  const places = [
    `${dirname(path)}/${fresh}`,
    `${base}/moved/deep/${name}`,
    `${base}/moved/${fresh}`,
    `${base}/${fresh}`,
  ]
  return places[turn % places.length] ?? fresh
}

async function made(root: string, from: string, to: string): Promise<MovePlan> {
  const workspace = await openWorkspace({root, cwd: root})
  const plan = await plannedMove(workspace, from, to)
  expect(await workspace.move(from, to)).toMatchObject({ok: true, tracked: true})
  for (const {path, before, after} of [{...plan.moved, path: to}, ...plan.citing])
    if (before !== after) expect(await workspace.replace(path, after, before)).toMatchObject({ok: true})
  await workspace.close()
  return plan
}

/** What lint says of documents, by path: rule, severity and line of each message, which a move leaves where they are. */
async function saidOf(root: string, paths: readonly string[]): Promise<Map<string, string[]>> {
  const {files} = await lintFiles(paths, {root, cwd: root})
  return new Map(
    files.map(({path, messages}) => [
      path,
      messages.map(({ruleId, severity, range, reason}) => `${range.start.line} ${ruleId} ${severity}: ${reason}`),
    ]),
  )
}

describe.skipIf(corpus === undefined)('documents of a real repository, moved one after the other', () => {
  test('are cited as before, cite as before, and come back byte for byte', async () => {
    const root = folder()
    for (const part of ['specs', 'research']) cpSync(join(corpus ?? '', part), join(root, part), {recursive: true})
    git(root, 'init', '--quiet', '--initial-branch=main')
    git(root, 'config', 'user.name', 'Ada Example')
    commit(root, 'first')
    const documents = git(root, 'ls-files', 'specs/*.md', 'research/*.md').trim().split('\n')
    const texts = new Map(documents.map(path => [path, readFileSync(join(root, path), 'utf8')]))
    const chosen = sample(documents, random(5))
    const touched = documents.filter(path =>
      chosen.some(each => each === path || texts.get(path)?.includes(nameOf(each))),
    )
    const before = await saidOf(root, touched)

    const now = new Map(documents.map(path => [path, path]))
    const moves: Move[] = []
    let [rewrites, citing] = [0, 0]
    for (const [turn, from] of chosen.entries()) {
      const to = destinationOf(from, turn)
      const plan = await made(root, from, to)
      now.set(from, to)
      moves.push({from, to})
      rewrites += plan.citing.reduce((sum, file) => sum + file.rewrites.length, plan.moved.rewrites.length)
      citing += plan.citing.length
      const left = new Set(plan.left.flatMap(({path, places}) => places.map(({line}) => `${path}:${line}`)))
      const paths = touched.map(path => now.get(path) ?? path)
      expect(
        namedStill(root, {from, to}, paths).filter(place => !left.has(place)),
        `${from} → ${to}`,
      ).toEqual([])
    }
    expect(citing).toBeGreaterThan(MOVES)
    expect(rewrites).toBeGreaterThan(citing)

    const after = await saidOf(
      root,
      touched.map(path => now.get(path) ?? path),
    )
    for (const path of touched)
      expect(likeness(after.get(now.get(path) ?? path), moves), path).toEqual(likeness(before.get(path), moves))

    for (const {from, to} of moves.reverse()) await made(root, to, from)
    for (const path of touched) expect(readFileSync(join(root, path), 'utf8') === texts.get(path), path).toBe(true)
    expect(git(root, 'status', '--porcelain')).toBe('')
  }, 1_800_000)
})

interface Move {
  from: string
  to: string
}

function sample(documents: readonly string[], next: (below: number) => number): string[] {
  const chosen = new Set<string>()
  while (chosen.size < MOVES) chosen.add(documents[next(documents.length)] ?? '')
  return [...chosen]
}

/** Messages with the paths and names of what was moved as one sign. */
function likeness(messages: readonly string[] | undefined, moves: readonly Move[]): string[] {
  const steps = moves.flatMap(({from, to}) =>
    [from, to].flatMap(path => [nameOf(path), nameOf(path).replace(/\.md$/, '')]),
  )
  const names = new RegExp(`[\\w./-]*(?:${steps.map(escaped).join('|')})`, 'g')
  return (messages ?? []).map(message => message.replace(names, '…')).sort()
}

/** Lines that hold the old path as seen from the root, or from the document. */
function namedStill(root: string, {from, to}: Move, documents: readonly string[]): string[] {
  return documents.flatMap(path => {
    const text = readFileSync(join(root, path), 'utf8')
    // A bare name that stays the only one goes on leading there.
    const near = relativePath(path, from)
    const paths = near === nameOf(to) ? [from] : [from, near]
    const holds = new RegExp(`(?<![\\w./-])(?:\\./)?(?:${paths.map(escaped).join('|')})`)
    return text
      .split('\n')
      .flatMap((line, index) => (holds.test(line) ? [`${path === to ? from : path}:${index + 1}`] : []))
  })
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
