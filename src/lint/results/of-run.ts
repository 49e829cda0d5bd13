import type {Workspace} from '../../workspace/index.js'
import {openResults} from './open.js'
import type {Results} from './types.js'

/** The results of each workspace that a run comes to. */
export interface RunResults {
  in(workspace: Workspace): Promise<Results>
  /**
   * Keeps those of all. `whole`: the workspace of which the run looked at all documents.
   *
   * @returns why some cannot be kept
   */
  keep(whole?: Workspace): Promise<string[]>
}

export function runResults(): RunResults {
  const opened = new Map<Workspace, Promise<Results>>()
  return {
    in: workspace => {
      const results = opened.get(workspace) ?? openResults(workspace)
      opened.set(workspace, results)
      return results
    },
    keep: async whole => {
      const reasons = new Set<string>()
      for (const [workspace, results] of opened) {
        const reason = await (await results).keep(workspace === whole)
        if (reason !== undefined) reasons.add(reason)
      }
      return [...reasons]
    },
  }
}
