import {printable} from '../../text/index.js'
import {kindOf, type TreeEntry, utf8} from '../git/parse.js'
import type {Repository} from '../git/repository.js'

/** The files of a commit below the workspace's root, by paths from the top, or why they are not known. */
export type Base = {ok: true; entries: ReadonlyMap<string, TreeEntry>} | {ok: false; reason: string}

const SHALLOW = 'this clone is shallow, its history is cut off (git fetch --unshallow brings the rest)'

/** What the files were where a revision and HEAD have parted: what only the other side has changed is none of ours. */
export async function baseOf({git, head, isShallow, isPartial, prefix}: Repository, revision: string): Promise<Base> {
  const shown = `"${printable(revision)}"`
  // What begins with a hyphen git would take for an option.
  if (revision === '' || /^-|\p{Cc}/u.test(revision))
    return {ok: false, reason: `Unexpected revision ${shown}, expected a branch, a tag or a commit`}
  if (head === undefined) return {ok: false, reason: `There is no commit yet that could be compared with ${shown}`}
  const parting = await git('merge-base', revision, head)
  if (parting.outcome === 'late') return {ok: false, reason: 'git took too long to answer'}
  if (parting.outcome !== 'ok') {
    const hint = isShallow ? `: ${SHALLOW}` : ''
    // Without words: both are known, and have nothing in common.
    const isUnknown = parting.stderr !== ''
    const reason = isUnknown
      ? `Unknown revision ${shown}, expected a branch, a tag or a commit that this clone has${hint}`
      : `${shown} and HEAD have no commit in common${hint}`
    return {ok: false, reason}
  }
  const commit = parting.stdout.toString('latin1').trim()
  const below = prefix === '' ? [] : ['--', prefix]
  const listed = await git('ls-tree', '-r', '-z', '--full-tree', commit, ...below)
  if (listed.outcome === 'ok') return {ok: true, entries: entriesIn(listed.stdout)}
  const why = isPartial ? ': this clone is partial, and nothing is fetched' : ''
  return {ok: false, reason: `git could not list the files of ${shown}${why}`}
}

function entriesIn(bytes: Buffer): Map<string, TreeEntry> {
  const entries = new Map<string, TreeEntry>()
  for (let at = 0, end = bytes.indexOf(0); end >= 0; at = end + 1, end = bytes.indexOf(0, at)) {
    const tab = bytes.indexOf(0x09, at)
    const path = utf8(bytes.subarray(tab + 1, end))
    const [mode = '', , id = ''] = bytes.toString('latin1', at, tab).split(' ')
    if (path !== undefined) entries.set(path, {kind: kindOf(mode), id})
  }
  return entries
}
