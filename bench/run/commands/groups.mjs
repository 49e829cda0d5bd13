// What is measured together: an input, and the commands that run on it by turns.
import {join} from 'node:path'
import {loadSatteri} from '../../../dist/markdown/engines/satteri.js'
import {ONE_PATH} from '../inputs/corpus.mjs'
import {documentOf} from '../inputs/document.mjs'
import {makeCopies, makeDocuments} from '../inputs/workspace.mjs'
import {hasOption, lint, NODE, states} from './ours.mjs'
import {commandsOf} from './peers.mjs'

const STATES = {
  one: ['spec', 'spec-first', 'spec-cache', 'spec-schema-first', 'spec-schema'],
  136: ['spec', 'spec-first', 'spec-cache'],
  10000: ['spec', 'spec-cache'],
}
const SLOW = ['markdownlint-cli2', 'remark-cli']
const FILES = [10, 100, 1000, 10_000]
const KB = 1000
const DOCUMENTS = [10 * KB, 100 * KB, 1000 * KB, 10_000 * KB]
const MOST_BYTES = 2 * 1024 * 1024

/**
 * Makes the input of a group.
 *
 * @param {string} name of GROUPS
 * @param {{corpus: object, seed: number, scratch: string, quick: boolean, peers: string[], allPeers: boolean,
 *   say: (line: string) => void}} how
 * @returns {Promise<{input: object, roots: Record<string, string>, commands: object[]}>} `commands` run by turns
 */
export async function prepare(name, how) {
  const {scratch, say} = how
  const root = join(scratch, name)
  const withCache = hasOption('--cache')
  if (!withCache && name !== 'files' && name !== 'documents') say('spec lint has no --cache: its row is left out')
  if (name === 'files') return files(root, how)
  if (name === 'documents') return documents(root, how)
  return specs(root, name, {...how, withCache})
}

async function specs(root, name, {corpus, seed, scratch, peers, allPeers, withCache, say}) {
  const isOne = name === 'one'
  const input = await makeCopies(root, corpus, name === '10000' ? 10_000 : corpus.specs.length, seed)
  const path = isOne ? ONE_PATH : undefined
  const ours = ['folder', 'repository'].flatMap(where => {
    const all = states({args: path ? [path] : [], where, group: name, root: input[where], scratch, withCache})
    return all.filter(({id}) => STATES[name].includes(id))
  })
  const others = peers.filter(peer => name !== '10000' || allPeers || !SLOW.includes(peer))
  for (const peer of peers)
    if (!others.includes(peer)) say(`${peer} is left out of ${name}: name it in --peers to have it`)
  const theirs = others
    .flatMap(peer => commandsOf(peer, {...(path && {path}), rumdlCache: join(scratch, 'cache', `rumdl-${name}`)}))
    .map(command => ({...command, where: 'repository', cache: `${name}-${command.id}`}))
  return {
    input: {files: isOne ? 1 : input.files, bytes: isOne ? size(corpus) : input.bytes, commit: input.commit},
    roots: input,
    commands: [NODE, ...[...ours, ...theirs].map(command => ({...command, expected: isOne ? 1 : input.files}))],
  }
}

function size({specs}) {
  return Buffer.byteLength(specs.find(({path}) => path === ONE_PATH).text)
}

async function files(root, {corpus, seed, quick, say}) {
  const roots = {}
  const commands = [NODE]
  const inputs = []
  for (const count of quick ? FILES.slice(0, 2) : FILES) {
    say(`makes ${count} specs`)
    const {repository, folder, ...input} = await makeCopies(join(root, String(count)), corpus, count, seed)
    roots[String(count)] = repository
    roots.folder ??= folder
    inputs.push(input)
    commands.push({
      ...lint({id: `files-${count}`, where: String(count), group: 'files'}),
      bytes: input.bytes,
      expected: count,
      state: `${count} specs`,
    })
  }
  const none = await makeDocuments(join(root, 'none'), corpus, [{path: 'specs/none.md', text: '# Nothing\n'}])
  roots.none = none.repository
  commands.push({...lint({id: 'floor', where: 'none', group: 'files'}), state: 'one spec of a line', expected: 1})
  return {input: {commit: inputs.at(-1).commit}, roots, commands}
}

async function documents(root, {corpus, seed, quick, say}) {
  const sizes = quick ? DOCUMENTS.slice(0, 2) : DOCUMENTS
  const {text: form} = corpus.specs.find(({path}) => path === ONE_PATH)
  const accepts = readsFast()
  const made = sizes.map(bytes => ({
    path: `specs/document-${bytes / KB}-kb.md`,
    text: documentOf(corpus.specs, form, bytes, seed, accepts),
  }))
  const input = await makeDocuments(root, corpus, [...made, {path: 'specs/none.md', text: '# Nothing\n'}])
  const commands = made.flatMap(({path, text}) => {
    if (!accepts(text)) say(`${path} is read by the reference, though none of its blocks is`)
    const bytes = Buffer.byteLength(text)
    const plain = lint({id: `document-${path}`, args: [path], where: 'repository', group: 'documents'})
    if (bytes <= MOST_BYTES) return [{...plain, bytes}]
    const raised = lint({
      id: `raised-${path}`,
      args: [path, '--max-size', '20MB'],
      where: 'repository',
      group: 'documents',
    })
    return [
      {...plain, id: 'refused', state: 'refused', expected: 0},
      {...raised, bytes},
    ]
  })
  const floor = {
    ...lint({id: 'floor', args: ['specs/none.md'], where: 'repository', group: 'documents'}),
    state: 'one spec of a line',
  }
  return {
    input: {commit: input.commit},
    roots: input,
    commands: [NODE, ...[...commands, floor].map(command => ({expected: 1, ...command}))],
  }
}

// Some blocks are doubted only below others, such as a list that begins with another number than 1 below code.
const ABOVE = '```js\ncode\n```\n\n'

// A document that the native engine might read otherwise goes to the reference, which takes many times longer. In one of a
// megabyte there is always some such place: without them, growth shows, and not the change from one engine to the other.
function readsFast() {
  const native = loadSatteri()
  if (native instanceof Error) return () => true
  return text => native(`${ABOVE}${text}`, {}) !== undefined
}
