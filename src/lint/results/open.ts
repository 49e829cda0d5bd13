import {compareCodeUnits, digest, owned} from '../../text/index.js'
import {type Learnt, MOST_STORED, tooMuch, type Workspace} from '../../workspace/index.js'
import {lookFor, type Subject} from '../read-facts.js'
import {historyDigest, keyOf, worldDigest} from './digests.js'
import {packed, unpacked} from './packed.js'
import {isLesson, isResult} from './shape.js'
import type {Asked, Found, KeptResult, Results} from './types.js'

interface Kept {
  stamp: string
  /** Each packed, by its path. */
  documents: Record<string, string>
  learnt: readonly Learnt[]
}

/**
 * The results of a workspace, with those of runs before where they were kept by the same build. Whatever is wrong with what was kept, it
 * is as if nothing had been. `most`: of all documents, in signs: the store takes no more, and no string holds many times of it.
 */
export async function openResults(workspace: Workspace, most = MOST_STORED): Promise<Results> {
  const {stamp} = await import('../../generated/kinds.js')
  const {store, root, lessons} = workspace
  const name = `results-${digest(root)}`
  const before = readKept(await store.get(name), stamp)
  lessons.begin(before?.learnt ?? [])
  const documents = new Map<string, string>()
  let isChanged = false
  return {
    of: async (subject, find) => {
      const key = keyOf(subject, stamp)
      const earlier = before?.documents.get(subject.path)
      const kept = earlier && unpacked(earlier)
      if (earlier && isResult(kept) && kept.key === key && (await isSame(kept, subject, workspace))) {
        documents.set(subject.path, earlier)
        return told(kept)
      }
      const {asked, ...found} = await find()
      const {judged, listed} = found
      // Of what could not be checked nothing was asked.
      const result = asked && listed && resultOf(key, asked, {judged, listed})
      isChanged ||= result !== undefined || earlier !== undefined
      if (result) documents.set(subject.path, packed(result))
      return found
    },
    keep: async isWhole => {
      const others = isWhole ? [] : [...(before?.documents ?? [])].filter(([path]) => !documents.has(path))
      const isFewer = isWhole && before !== undefined && before.documents.size > documents.size
      // What is cited may have become another text that answers the same.
      if (!isChanged && !isFewer && !lessons.isMore()) return undefined
      const entries = [...others, ...documents]
      if (entries.reduce((sum, [, each]) => sum + each.length, 0) > most) return tooMuch(most)
      const all: Kept = {
        stamp,
        // Which of them is done first is nothing to go by.
        documents: Object.fromEntries(entries.sort(([a], [b]) => compareCodeUnits(a, b))),
        learnt: isWhole ? lessons.used() : lessons.all(),
      }
      return store.put(name, JSON.stringify(all))
    },
  }
}

/** Whether the world says what it said, to what was asked then. */
async function isSame(
  {questions, world, history}: KeptResult,
  {kind, text}: Subject,
  workspace: Workspace,
): Promise<boolean> {
  try {
    if (worldDigest(await lookFor(kind, questions, workspace)) !== world) return false
    if (history === undefined) return true
    return historyDigest(await workspace.history({...history.questions, text})) === history.answers
  } catch {
    // What cannot be asked is no question. Whatever else is wrong shows when the document is checked.
    return false
  }
}

function told({judged, listed}: KeptResult): Found {
  const {unjudged, ...rest} = judged
  return {judged: {...rest, unjudged: {...unjudged, rules: new Set(unjudged.rules)}}, listed}
}

function resultOf(key: string, {questions, world, history}: Asked, {judged, listed}: Required<Found>): KeptResult {
  const {facts: _, unjudged, ...rest} = judged
  return {
    key,
    questions: owned(questions),
    world: worldDigest(world),
    ...(history && {
      history: {questions: owned(withoutText(history.questions)), answers: historyDigest(history.answers)},
    }),
    judged: {...rest, unjudged: {...unjudged, rules: [...unjudged.rules]}},
    listed,
  }
}

function withoutText<T extends {text: string}>({text: _, ...rest}: T): Omit<T, 'text'> {
  return rest
}

function readKept(text: string | undefined, stamp: string) {
  if (text === undefined) return undefined
  try {
    const kept = JSON.parse(text) as Kept
    if (kept.stamp !== stamp) return undefined
    const documents = Object.entries(kept.documents).filter(([, each]) => typeof each === 'string')
    return {documents: new Map(documents), learnt: kept.learnt.filter(isLesson)}
  } catch {
    return undefined
  }
}
