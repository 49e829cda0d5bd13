import type {Note} from './types.js'

/** What git says that scaffold and the summary need. Absent: git does not say. */
export interface GitIdentity {
  /** Git's top level, absolute. */
  top?: string
  /** `user.name` through the mailmap. */
  userName?: string
  /** `owner/repo` of the remote. */
  remote?: string
  /** HEAD's commit. */
  head?: string
  notes: readonly Note[]
}
