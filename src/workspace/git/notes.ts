import {firstMatch, printable} from '../../text/index.js'
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

export const incomplete: Note = {
  code: 'git-failed',
  text: 'Objects are missing in the git repository, or cannot be read (git fsck tells which): they were not looked up',
}
export const exhausted: Note = {
  code: 'git-failed',
  text: 'git ended again and again, or took too long, while it read the repository: it was not asked for the rest',
}
export const submodule: Note = {
  code: 'submodule',
  text: 'What lies in a submodule is no part of the repository: it was not looked up',
}
export const large: Note = {
  code: 'large-repository',
  text: 'The repository has too many files to be searched for one by the end of its path',
}
export const link: Note = {
  code: 'link',
  text: 'What lies behind a link that leaves the repository, or a folder that cannot be listed, was not looked up',
}
export const outside: Note = {
  code: 'outside',
  text: 'What lies outside the repository was not looked up',
}
export const ignored: Note = {
  code: 'ignored',
  text: 'Files that git ignores are not in every clone: those that are not here were not looked up',
}

/** Names of commits that a document gives and this clone does not know. */
export function unknownCommits(names: readonly string[]): Note {
  const [first = '', ...more] = names.map(name => printable(name))
  const listed = more.length === 0 ? `commit ${first}` : `commits ${[first, ...more].join(', ')}`
  return {code: 'unknown-commit', text: `This clone does not know the ${listed}: what they had was not looked up`}
}

/** Why git told nothing of the repository. */
export function failed({outcome, stderr}: Pick<GitAnswer, 'outcome' | 'stderr'>): Note {
  if (outcome === 'late') return {code: 'git-timeout', text: 'git took too long to answer: it was not waited for'}
  if (/dubious ownership|unsafe repository/.test(stderr)) return unsafe
  if (/not a git repository/i.test(stderr)) return noRepository
  const reason = firstMatch(/^.*/, stderr.trim())
  return {code: 'git-failed', text: `git could not read the repository: ${printable(reason) || 'no reason was given'}`}
}
