import type {Rehearsal, Stage} from './types.js'

export type {Rehearsal, Trial} from './types.js'

/**
 * Opens a throwaway clone of a repository, in a temporary folder, with its hooks, and with what is not committed yet. What it
 * runs is the repository's own: only for a user who asks for that. Close it in any case.
 *
 * @throws WorkspaceError where there can be none.
 */
export async function openRehearsal(stage: Stage): Promise<Rehearsal> {
  // Hardly anyone needs it: loaded when it is.
  const {open} = await import('./open.js')
  return open(stage)
}
