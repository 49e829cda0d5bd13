import {nearest} from '../text/index.js'
import type {Workspace} from '../workspace/index.js'
import {configProblem} from './config-problem.js'
import {type Kinds, settingsError} from './options.js'
import type {Severities} from './types.js'

/**
 * The severities that are set: by the workspace's config, and over it by an option.
 * @throws SettingsError where one is set of a rule that no kind has.
 */
export function severitiesIn(
  workspace: Workspace | undefined,
  own: Severities | undefined,
  kinds: Kinds,
): Severities | undefined {
  const configured = workspace?.settings.rules ?? {}
  const severities = {...configured, ...own}
  if (Object.keys(severities).length === 0) return undefined
  const known = new Set(Object.values(kinds).flatMap(({law}) => law.rules.map(({id}) => id)))
  const unknown = Object.keys(severities).filter(id => !known.has(id))
  if (unknown.length === 0) return severities
  const problems = unknown.map(id => {
    const reason = `Unexpected rule "${id}", expected one that "spec rules" lists`
    return configProblem(workspace, `rules/${id}`, reason, nearest(id, [...known]))
  })
  throw settingsError(problems.map(({reason}) => reason).join('\n'), problems)
}
