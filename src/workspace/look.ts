import {join} from 'node:path'
import {compareCodeUnits} from '../text/index.js'
import {countLines, decode} from './decode.js'
import {entryAt} from './entry.js'
import type {Folders} from './folders.js'
import {mapLimited} from './limited.js'
import {staysInside} from './links.js'
import {isMarkdown} from './paths.js'
import type {Bytes} from './read.js'
import type {Entry, Question, Settings, World} from './types.js'

export interface Looker {
  root: string
  settings: Settings
  folders: Folders
  bytes(path: string): Promise<Bytes>
}

/** Answers questions about paths. What was learnt of a file is remembered: many specs cite the same research. */
export function lookerOf(looker: Looker): (questions: readonly Question[]) => Promise<World> {
  const lines = remember(async path => {
    const read = await looker.bytes(path)
    return read.ok ? countLines(read.bytes) : undefined
  })
  const anchors = remember(path => anchorsAt(looker, path))

  const answer = async ({path, ...wanted}: Question): Promise<Entry> => {
    const type = await entryAt(looker.root, looker.folders, path)
    if (type !== 'file') return {type}
    const count = wanted.lines ? await lines(path) : undefined
    const names = wanted.anchors && isMarkdown(path) ? await anchors(path) : undefined
    return {type, ...(count !== undefined && {lines: count}), ...(names !== undefined && {anchors: names})}
  }

  return async questions => {
    const [specs, research, entries] = await Promise.all([
      documentsIn(looker, looker.settings.specs),
      documentsIn(looker, looker.settings.research),
      mapLimited(merged(questions), async question => [question.path, await answer(question)] as const),
    ])
    return {specs, research, entries: new Map(entries)}
  }
}

/** One question a path: it asks what any of those about the path asks. */
function merged(questions: readonly Question[]): Iterable<Question> {
  const byPath = new Map<string, Question>()
  for (const {path, lines = false, anchors = false} of questions) {
    const known = byPath.get(path)
    byPath.set(path, {path, lines: lines || known?.lines === true, anchors: anchors || known?.anchors === true})
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

// The parser is loaded only now: a run without anchors does without. A document that breaks it has no anchors to tell.
async function anchorsAt({bytes}: Looker, path: string): Promise<readonly string[] | undefined> {
  const read = await bytes(path)
  const reading = read.ok ? decode(read.bytes) : read
  if (!reading.ok) return undefined
  const {anchorsOf, parse} = await import('../markdown/index.js')
  try {
    return anchorsOf(parse(reading.text))
  } catch {
    return undefined
  }
}

function remember<T>(work: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return path => {
    const answer = known.get(path) ?? work(path)
    known.set(path, answer)
    return answer
  }
}
