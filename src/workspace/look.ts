import {join, resolve} from 'node:path'
import {compareCodeUnits} from '../text/index.js'
import {countLines, decode} from './decode.js'
import {spotAt} from './entry.js'
import type {Folders} from './folders.js'
import {mapLimited} from './limited.js'
import {staysInside} from './links.js'
import {isMarkdown, locate} from './paths.js'
import type {Bytes} from './read.js'
import {findGit} from './root.js'
import {headOf, surroundingsOf} from './surroundings.js'
import type {CitedHeading, Entry, Question, Settings, Surroundings, Workspace} from './types.js'

export interface Looker {
  root: string
  settings: Settings
  folders: Folders
  bytes(path: string): Promise<Bytes>
  /** Whether git ignores a path; what is there and tracked it does not. */
  isIgnored(path: string): Promise<boolean>
}

/** Answers questions about paths. What was learnt of a file is remembered: many specs cite the same research. */
export function lookerOf(looker: Looker): Workspace['look'] {
  const lines = remember(async path => {
    const read = await looker.bytes(path)
    return read.ok ? countLines(read.bytes) : undefined
  })
  const contents = remember(path => contentsAt(looker, path))
  const ignored = remember(looker.isIgnored)
  let surroundings: Promise<Surroundings> | undefined

  const answer = async (question: Question): Promise<Entry> => {
    const {path} = question
    const spot = await spotAt(looker.root, looker.folders, path)
    const {type} = spot
    if (type === 'unreadable') return {type}
    const astray = question.shared && spot.astray ? {private: 'link' as const} : {}
    if (type === 'outside') return {type, ...astray, ...(isInRepository(looker.root, path) && {inRepository: true})}
    // Of what lies behind a link git says nothing: to ask would end the process that answers.
    const isIgnored = question.shared && !spot.linked && path !== '' && (await ignored(path))
    const mark = isIgnored ? {private: 'ignored' as const} : {}
    if (type === 'missing') return {type, ...astray, ...mark}
    if (type === 'folder') return {type, ...mark}
    const count = question.lines ? await lines(path) : undefined
    const text = question.text || question.head ? await textAt(looker, path) : undefined
    const asksInside = (question.anchors || question.headings) && isMarkdown(path)
    const inside = asksInside ? await contents(path) : undefined
    return {
      type,
      ...mark,
      ...(count !== undefined && {lines: count}),
      ...(question.anchors && inside && {anchors: inside.anchors}),
      ...(question.headings && inside && {headings: inside.headings}),
      ...(question.text && text !== undefined && {text}),
      ...(question.head && isMarkdown(path) && text !== undefined && {head: headOf(text)}),
    }
  }

  return async (questions, options = {}) => {
    const [specs, research, entries] = await Promise.all([
      documentsIn(looker, looker.settings.specs),
      documentsIn(looker, looker.settings.research),
      mapLimited(merged(questions), async question => [question.path, await answer(question)] as const),
    ])
    const world = {specs, research, entries: new Map(entries)}
    if (!options.surroundings) return world
    surroundings ??= surroundingsOf(world, looker.bytes)
    return {...world, surroundings: await surroundings}
  }
}

// A root may be one of several in a repository.
function isInRepository(root: string, path: string): boolean {
  const top = findGit(root)?.top
  return (
    top !== undefined && locate(root, path)?.path === undefined && locate(top, resolve(root, path))?.path !== undefined
  )
}

/** One question a path: it asks what any of those about the path asks. */
function merged(questions: readonly Question[]): Iterable<Question> {
  const byPath = new Map<string, Question>()
  for (const question of questions) {
    const wanted = Object.fromEntries(Object.entries(question).filter(([, value]) => value !== false))
    byPath.set(question.path, {...byPath.get(question.path), ...wanted, path: question.path})
  }
  return byPath.values()
}

/** Markdown below some of the root's folders, relative to the root, sorted. */
async function documentsIn({root, folders}: Looker, paths: readonly string[]): Promise<string[]> {
  const found = new Set<string>()
  for (const folder of paths) {
    if (!(await staysInside(root, join(root, folder)))) continue
    const {files} = await folders.walk(join(root, folder))
    for (const file of files) if (isMarkdown(file)) found.add(folder === '' ? file : `${folder}/${file}`)
  }
  return [...found].sort(compareCodeUnits)
}

interface Contents {
  anchors: readonly string[]
  headings: readonly CitedHeading[]
}

// The parser is loaded only now: a run without anchors does without. A document that breaks it has none to tell.
async function contentsAt(looker: Looker, path: string): Promise<Contents | undefined> {
  const text = await textAt(looker, path)
  if (text === undefined) return undefined
  const {anchorsOf, headingsOf, parse, plain} = await import('../markdown/index.js')
  try {
    const tree = parse(text)
    const headings = headingsOf(tree).map(({node}) => ({
      level: node.depth,
      text: plain(node),
      line: node.position?.start.line ?? 1,
    }))
    return {anchors: anchorsOf(tree), headings}
  } catch {
    return undefined
  }
}

async function textAt({bytes}: Looker, path: string): Promise<string | undefined> {
  const read = await bytes(path)
  const reading = read.ok ? decode(read.bytes) : read
  return reading.ok ? reading.text : undefined
}

function remember<T>(work: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return path => {
    const answer = known.get(path) ?? work(path)
    known.set(path, answer)
    return answer
  }
}
