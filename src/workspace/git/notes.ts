import {printable} from '../../text/index.js'
import type {Note} from '../types.js'
import type {GitAnswer} from './run.js'

export const noGit: Note = {
  code: 'no-git',
  text: 'git was not found: nothing is known of the author, the remote and the history',
}
export const noRepository: Note = {
  code: 'no-repository',
  text: 'The workspace is in no git repository: nothing is known of its remote and its history',
}
export const bare: Note = {
  code: 'bare-repository',
  text: 'The git repository is bare: it has no work tree to compare with',
}
export const unsafe: Note = {
  code: 'unsafe-repository',
  text: "The git repository belongs to another user, and git does not trust it (see git's setting safe.directory)",
}
export const shallow: Note = {
  code: 'shallow-clone',
  text: 'The git repository is a shallow clone: its history is cut off (git fetch --unshallow brings the rest)',
}
export const partial: Note = {
  code: 'partial-clone',
  text: 'The git repository is a partial clone: files of its history may be missing, and are not fetched',
}
export const noUserName: Note = {
  code: 'no-user-name',
  text: "git knows no user.name (git config user.name 'Your Name' sets it)",
}

/** Why git told nothing of the repository. */
export function failed({outcome, stderr}: GitAnswer): Note {
  if (outcome === 'late') return {code: 'git-timeout', text: 'git took too long to answer: it was not waited for'}
  if (/dubious ownership|unsafe repository/.test(stderr)) return unsafe
  if (/not a git repository/i.test(stderr)) return noRepository
  const reason = stderr.trim().split('\n')[0] ?? ''
  return {code: 'git-failed', text: `git could not read the repository: ${printable(reason) || 'no reason was given'}`}
}
