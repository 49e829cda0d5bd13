import {commitIn} from '../../../research/commit.js'
import {compareCodeUnits, least} from '../../../text/index.js'
import type {NamedCommit, World} from '../../../workspace/index.js'
import type {Citation} from '../../types.js'
import type {CitationDraft} from '../types.js'

// A document that rests on many: those that are cited nearest will do, for every commit is one more state to look into.
const MOST_RESEARCH = 6

/**
 * Which commits a citation of source code may mean by what is written: the one beside it, then the document's `own`, where it
 * is research itself, then those of the research that is cited nearest to it. `documents` are the citations of research,
 * resolved.
 */
export function namedCommits(
  documents: readonly Citation[],
  world: World,
  own?: string,
): (draft: CitationDraft) => NamedCommit[] {
  const research = datedAmong(documents, world)
  return ({beside, form, position}) => {
    const line = position.start.line
    const near = research
      .map(({path, commit, lines}) => ({path, commit, distance: least(lines.map(each => Math.abs(each - line)))}))
      .sort((a, b) => a.distance - b.distance || compareCodeUnits(a.path, b.path))
      .slice(0, MOST_RESEARCH)
    const named: NamedCommit[] = [
      ...(beside?.commits ?? []).map(name => ({name, from: 'citation' as const})),
      ...(own === undefined ? [] : [{name: own, from: 'research' as const}]),
      ...near.map(({commit}) => ({name: commit, from: 'research' as const})),
    ]
    // An address of a file at a commit means that one alone.
    if (form === 'permalink') return named.filter(({from}) => from === 'citation')
    return named.filter(({name}, index) => named.findIndex(other => other.name === name) === index)
  }
}

interface Dated {
  path: string
  commit: string
  /** Lines of the document that cite it. */
  lines: number[]
}

function datedAmong(documents: readonly Citation[], world: World): Dated[] {
  const lines = new Map<string, number[]>()
  for (const {kind, path, position} of documents) {
    if (kind !== 'research' || path === undefined) continue
    const known = lines.get(path)
    if (known === undefined) lines.set(path, [position.start.line])
    else known.push(position.start.line)
  }
  return [...lines].flatMap(([path, cited]) => {
    const commit = commitAt(path, world)
    return commit === undefined ? [] : [{path, commit, lines: cited}]
  })
}

/** The hash that a research document says it was made at; undefined where it says none. */
export function commitAt(path: string, world: World): string | undefined {
  const entry = world.entries.get(path)
  return entry?.type === 'file' && entry.head !== undefined ? hashIn(commitIn(entry.head)) : undefined
}

/** The hash in what stands as a commit: "abc1234 (main)"; undefined for "TBD" and the like. */
export function hashIn(text: string | undefined): string | undefined {
  return /(?<![0-9A-Za-z])[0-9A-Fa-f]{7,64}(?![0-9A-Za-z])/.exec(text ?? '')?.[0].toLowerCase()
}
