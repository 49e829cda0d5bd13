import {resolve} from 'node:path'
import {lineOf} from '../markdown/places.js'
import type {AskedQuestion} from '../research/types.js'
import {owned, ownText} from '../text/index.js'
import {countLines, decode} from './decode.js'
import {listerIn} from './documents.js'
import {spotAt} from './entry.js'
import type {Standing} from './grounds.js'
import {mapLimited} from './limited.js'
import {once} from './once.js'
import {isMarkdown, isNowhere, locate} from './paths.js'
import type {Bytes} from './read.js'
import {findGit} from './root.js'
import {headOf, surroundingsOf} from './surroundings.js'
import type {Contents, Entry, Foreign, Lesson, Lessons, Question, Settings, Surroundings, Workspace} from './types.js'

export interface Looker {
  root: string
  settings: Settings
  lessons: Lessons
  /** Where a path stands. */
  standing(path: string): Promise<Standing | undefined>
  /** Whether git ignores a path; what is there and tracked it does not. */
  isIgnored(path: string): Promise<boolean>
  /** What a document is in the workspace that it belongs to, where that is another one. */
  folderElsewhere(path: string): Promise<Foreign | undefined>
}

/** Answers questions about paths. What was learnt of a file is remembered: many specs cite the same research. */
export function lookerOf(looker: Looker): Workspace['look'] {
  const lines = remember(async ({bytes}) => {
    const read = await bytes()
    return read.ok ? countLines(read.bytes) : undefined
  })
  const learn = <W extends keyof Lesson>(what: W, reader: (text: string) => Promise<Lesson[W] | undefined>) =>
    remember(async file => {
      const text = await file.text()
      return text === undefined ? undefined : looker.lessons.of(what, text, async () => owned(await reader(text)))
    })
  const contents = learn('contents', contentsOf)
  const asking = learn('questions', askedIn)
  const code = learn('code', codeIn)
  // Many documents ask for the same beginning, which is a small part of the text.
  const head = remember(async file => {
    const text = await file.text()
    return text === undefined ? undefined : ownText(headOf(text))
  })
  const ignored = remember(({path}) => looker.isIgnored(path))
  const specsIn = listerIn(looker, looker.settings.specs)
  const researchIn = listerIn(looker, looker.settings.research)
  let surroundings: Promise<Surroundings> | undefined

  const answer = async (question: Question): Promise<Entry> => {
    const {path} = question
    if (isNowhere(path)) return {type: 'missing'}
    const standing = await looker.standing(path)
    if (standing === undefined) return {type: 'outside', ...(isInRepository(looker.root, path) && {inRepository: true})}
    if (!standing.isHere) return {type: 'missing', private: 'not-here'}
    const {files, marked} = standing
    const spot = await spotAt(files.base, files.folders, standing.path)
    const {type} = spot
    if (type === 'unreadable') return {type}
    const astray = question.shared && spot.astray ? {private: 'link' as const} : {}
    if (type === 'outside') return {type, ...astray}
    // Of what lies behind a link git says nothing: to ask would end the process that answers.
    const file = fileOf(path, standing)
    const isAsked = question.shared && marked === undefined && !spot.linked && path !== ''
    const mark = isAsked && (await ignored(file)) ? {private: 'ignored' as const} : {}
    if (type === 'folder') return {type, ...mark}
    const folder = marked === undefined && isMarkdown(path) ? await looker.folderElsewhere(path) : undefined
    if (type === 'missing') return {type, ...astray, ...mark, ...(folder !== undefined && {folder})}
    const isAbroad = folder !== undefined && question.abroad
    const count = question.lines || isAbroad ? await lines(file) : undefined
    const text = question.text ? await file.text() : undefined
    const beginning = question.head && isMarkdown(path) ? await head(file) : undefined
    const asksInside = (question.anchors || question.headings || isAbroad) && isMarkdown(path)
    const inside = asksInside ? await contents(file) : undefined
    const named = question.code && isMarkdown(path) ? await code(file) : undefined
    const questions = question.questions && isMarkdown(path) ? await asking(file) : undefined
    return {
      type,
      ...mark,
      ...(folder !== undefined && {folder}),
      ...(count !== undefined && {lines: count}),
      ...((question.anchors || isAbroad) && inside && {anchors: inside.anchors}),
      ...(question.headings && inside && {headings: inside.headings}),
      ...(question.text && text !== undefined && {text}),
      ...(questions && {questions}),
      ...(named && {code: named}),
      ...(beginning !== undefined && {head: beginning}),
    }
  }

  return async (questions, options = {}) => {
    const {untracked, outside} = looker.settings
    const [listed, found, notHere, entries] = await Promise.all([
      specsIn(),
      researchIn(),
      absent(looker, [...untracked, ...outside]),
      mapLimited(merged(questions), async question => [question.path, await answer(question)] as const),
    ])
    const world = {specs: listed, research: found, entries: new Map(entries), ...(notHere.length > 0 && {notHere})}
    if (!options.surroundings) return world
    surroundings ??= surroundingsOf(world, async (path, length) => {
      const place = await looker.standing(path)
      return place?.files.beginning(place.path, length)
    })
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

/** Folders that the config marks as ones that a clone may lack, and that are lacking here. */
async function absent({standing}: Looker, folders: readonly string[]): Promise<string[]> {
  const found = await Promise.all(folders.map(async folder => ((await standing(folder))?.isHere ? [] : [folder])))
  return found.flat()
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

// The parser is loaded only now: a run without anchors does without. A document that breaks it, or is beyond its limits, has none to tell.
async function contentsOf(text: string): Promise<Contents | undefined> {
  const {anchorsOf, headingsOf, parseWithin, plain} = await import('../markdown/index.js')
  try {
    // Its size was looked at when it was read: here it says no more than what the parser may take for it.
    const tree = parseWithin(text, {bytes: Buffer.byteLength(text)})
    const headings = headingsOf(tree).map(({node}) => ({
      level: node.depth,
      text: plain(node),
      line: lineOf(node),
    }))
    return {anchors: anchorsOf(tree), headings}
  } catch {
    return undefined
  }
}

// As with contents: a run that asks for no questions does without the reader.
async function askedIn(text: string): Promise<readonly AskedQuestion[] | undefined> {
  const {readQuestions} = await import('../research/read.js')
  try {
    return readQuestions(text)
  } catch {
    return undefined
  }
}

async function codeIn(text: string): Promise<readonly string[]> {
  const {codePathsIn} = await import('../research/code-paths.js')
  return codePathsIn(text)
}

function textOf(read: Bytes): string | undefined {
  const reading = read.ok ? decode(read.bytes) : read
  return reading.ok ? reading.text : undefined
}

/** A file that is asked about: it is read once, and only where something in it matters. */
interface AskedFile {
  path: string
  bytes(): Promise<Bytes>
  text(): Promise<string | undefined>
}

function fileOf(path: string, {files, path: place}: Standing): AskedFile {
  const bytes = once(() => files.bytes(place))
  return {path, bytes, text: once(async () => textOf(await bytes()))}
}

function remember<T>(work: (file: AskedFile) => Promise<T>): (file: AskedFile) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return file => {
    const answer = known.get(file.path) ?? work(file)
    known.set(file.path, answer)
    return answer
  }
}
