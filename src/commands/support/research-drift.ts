import type {CitedDocument} from '../../lint/index.js'
import {count} from '../../reporters/index.js'

const FIELDS = [
  'commit',
  'commitKnown',
  'commitReachable',
  'anchor',
  'files',
  'changed',
  'gone',
  'renamed',
  'driftShare',
] as const

/** What the repository says of the commit that a research document names, and of the code that it speaks of. */
export type Drift = Pick<CitedDocument, (typeof FIELDS)[number]>

export function driftOf(source: CitedDocument): Drift {
  return Object.fromEntries(FIELDS.flatMap(name => (source[name] === undefined ? [] : [[name, source[name]]])))
}

/** "read at 3bf9021 (…); 5 of 12 files that it speaks of have changed since, 1 is gone"; "" where it names no commit. */
export function driftText(drift: Drift): string {
  const {commit, commitKnown, files = 0} = drift
  if (commit === undefined) return ''
  const read = `read at ${commit.slice(0, 10)}`
  if (commitKnown === false) return `${read}, a commit that is not known here`
  return [read + placeWords(drift), ...(files === 0 ? [] : [fileWords(files, drift)])].join('; ')
}

function placeWords({commitReachable, anchor, files = 0}: Drift): string {
  if (commitReachable !== false) return ''
  if (anchor !== undefined) return ` (no longer in the history; ${anchor.slice(0, 10)} has the same files)`
  return ` (no longer in the history${files === 0 ? '' : ', and no commit there has the same files'})`
}

function fileWords(files: number, {changed = 0, gone = 0, renamed = 0}: Drift): string {
  const parts = [
    ...(changed === 0 ? [] : [`${changed} ${changed === 1 ? 'has' : 'have'} changed`]),
    ...(gone === 0 ? [] : [`${gone} ${gone === 1 ? 'is' : 'are'} gone`]),
    ...(renamed === 0 ? [] : [`${renamed} ${renamed === 1 ? 'has' : 'have'} another name`]),
  ]
  const all = `of ${count(files, 'file')} that it speaks of`
  return parts.length === 0 ? `${all}, none has changed since` : `${all}, ${parts.join(', ')} since`
}
