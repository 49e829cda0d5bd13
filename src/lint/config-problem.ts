import type {Workspace} from '../workspace/index.js'
import type {Problem} from './schema/problems.js'

const NOWHERE = {line: 1, column: 1, offset: 0}

/** An error at the place of the config that says something, told by its key in the settings' `origins`. */
export function configProblem(
  workspace: Workspace | undefined,
  key: string,
  reason: string,
  suggestions: string[] = [],
): Problem {
  const origin = workspace?.settings.origins.get(key)
  return {
    severity: 'error',
    reason,
    range: origin?.range ?? {start: NOWHERE, end: NOWHERE},
    ...(origin && {path: origin.path}),
    ...(suggestions.length > 0 && {suggestions}),
  }
}
