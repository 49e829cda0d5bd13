// A git repository with a past, the same to the last commit for the same documents.
import {execFileSync, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdirSync} from 'node:fs'
import {bareEnvironment} from '../measure/environment.mjs'

const AUTHOR = 'Ada Example <ada@example.org>'
const FIRST_DAY = Date.UTC(2026, 0, 5, 12) / 1000
const WEEK = 7 * 24 * 60 * 60
const PARTS = 4

/**
 * Makes a repository in which research came first, then specs in parts, then changes to every fifth research document and to
 * every third spec. `documents` are asked for by number, so that not all are held at once.
 *
 * @param {string} root a folder that is not there yet
 * @param {{path: string, text: string}[]} research
 * @param {{count: number, at: (index: number) => {path: string, text: string}}} specs
 * @returns {Promise<string>} the commit
 */
export async function makeRepository(root, research, specs) {
  mkdirSync(root, {recursive: true})
  git(root, 'init', '--quiet', '--initial-branch=main')
  git(root, 'config', 'core.autocrlf', 'false')
  const importer = spawn('git', ['fast-import', '--quiet'], {
    cwd: root,
    env: bareEnvironment(),
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  const ended = once(importer, 'exit')
  for (const piece of history(research, specs)) if (!importer.stdin.write(piece)) await once(importer.stdin, 'drain')
  importer.stdin.end()
  const [status] = await ended
  if (status !== 0) throw new Error(`git fast-import ended with ${status}`)
  git(root, 'reset', '--hard', '--quiet')
  return git(root, 'rev-parse', 'HEAD').trim()
}

function* history(research, specs) {
  const numbers = Array.from({length: specs.count}, (_, index) => index)
  let week = 0
  yield* commit(
    'Research',
    week++,
    research.map((document, index) => () => (index % 5 === 0 ? earlier(document) : document)),
  )
  const size = Math.ceil(specs.count / PARTS)
  for (let part = 0; part < PARTS; part++)
    yield* commit(
      `Specs, part ${part + 1}`,
      week++,
      numbers
        .slice(part * size, (part + 1) * size)
        .map(index => () => (index % 3 === 0 ? earlier(specs.at(index)) : specs.at(index))),
    )
  yield* commit(
    'Research, looked at again',
    week++,
    research.filter((_, index) => index % 5 === 0).map(document => () => document),
  )
  yield* commit(
    'Specs, after review',
    week++,
    numbers.filter(index => index % 3 === 0).map(index => () => specs.at(index)),
  )
}

/** A document before its last lines were written. */
function earlier({path, text}) {
  return {path, text: `${text.split('\n').slice(0, -6).join('\n')}\n`}
}

function* commit(message, week, documents) {
  yield `commit refs/heads/main\ncommitter ${AUTHOR} ${FIRST_DAY + week * WEEK} +0000\n${data(message)}`
  for (const document of documents) {
    const {path, text} = document()
    yield `M 100644 inline ${path}\n${data(text)}`
  }
  yield '\n'
}

function data(text) {
  return `data ${Buffer.byteLength(text)}\n${text}\n`
}

function git(cwd, ...args) {
  return execFileSync('git', args, {cwd, encoding: 'utf8', env: bareEnvironment()})
}
