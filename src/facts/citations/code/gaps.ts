import type {HistoryAnswers, Sighting} from '../../../workspace/index.js'
import type {Citation} from '../../types.js'

// Why a citation could not be looked up, what weighs most first.
const GAPS: readonly NonNullable<Citation['gap']>[] = [
  'git-failed',
  'git-timeout',
  'shallow-clone',
  'partial-clone',
  'large-repository',
  'submodule',
  'ignored',
  'link',
  'outside',
  'unknown-commit',
]
// Of a repository that cannot be read nothing is known but what stands in the work tree.
const UNREADABLE = [
  'no-git',
  'no-repository',
  'bare-repository',
  'unsafe-repository',
  'git-failed',
  'git-timeout',
] as const

/** Whether a state that the citation may mean is not to be seen here. */
export function isOpen(sightings: readonly Sighting[], {gaps}: HistoryAnswers): boolean {
  return sightings.some(({outcome}) => outcome === 'unknown') || UNREADABLE.some(code => has(gaps, code))
}

/** Why it is not. */
export function gapOf(sightings: readonly Sighting[], {gaps}: HistoryAnswers): NonNullable<Citation['gap']> {
  const told = sightings.flatMap(({gap}) => gap ?? [])
  return GAPS.find(code => told.includes(code)) ?? UNREADABLE.find(code => has(gaps, code)) ?? 'unknown-commit'
}

function has(gaps: HistoryAnswers['gaps'], code: string): boolean {
  return gaps.some(gap => gap.code === code)
}
