import {engineInUse} from '../../markdown/index.js'
import {digest} from '../../text/index.js'
import type {HistoryAnswers, World} from '../../workspace/index.js'
import type {Subject} from '../read-facts.js'
import type {Kind} from '../types.js'

/**
 * All that decides what becomes of a document, beside what the world says: its text, its path, its kind, the settings. `stamp`: tells
 * this build from every other.
 */
export function keyOf({text, path, kind, workspace, limits, severities}: Subject, stamp: string): string {
  const {specs, research, untracked, outside} = workspace?.settings ?? {}
  const settings = [specs, research, untracked, outside]
  // What one engine reads the other may refuse to.
  const engine = engineInUse()
  return digest(JSON.stringify([stamp, engine, path, digest(text), kindDigest(kind), limits, severities, settings]))
}

const kinds = new WeakMap<Kind, string>()

function kindDigest(kind: Kind): string {
  const {name, template, versions, law} = kind
  const known = kinds.get(kind) ?? digest(JSON.stringify([name, template, versions, law.id, law.rules, law.schema]))
  kinds.set(kind, known)
  return known
}

const known = new WeakMap<object, string>()

/** What the world says, in short. */
export function worldDigest({surroundings, specs, research, entries, ...rest}: World): string {
  // One list, or one object, for all documents.
  const same = [
    onceDigest(specs, specs),
    onceDigest(research, research),
    surroundings && onceDigest(surroundings, [surroundings.research, surroundings.specs]),
  ]
  return digest(plain([same, entries, rest]))
}

function onceDigest(object: object, value: unknown): string {
  const digested = known.get(object) ?? digest(plain(value))
  known.set(object, digested)
  return digested
}

export function historyDigest(answers: HistoryAnswers): string {
  return digest(plain(answers))
}

// A map's entries in their order: the order of answers is that of the questions.
function plain(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (inner instanceof Map ? [...inner] : inner))
}
