import {nearest} from '../text/index.js'
import type {Workspace} from '../workspace/index.js'
import {type Kinds, settingsError} from './options.js'
import type {Problem} from './schema/problems.js'
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
  const problems = unknown.map(id => problemWith(id, [...known], workspace))
  throw settingsError(problems.map(({reason}) => reason).join('\n'), problems)
}

const NOWHERE = {line: 1, column: 1, offset: 0}

function problemWith(id: string, known: readonly string[], workspace: Workspace | undefined): Problem {
  const origin = workspace?.settings.origins.get(`rules/${id}`)
  const suggestions = nearest(id, known)
  return {
    severity: 'error',
    reason: `Unexpected rule "${id}", expected one that "spec rules" lists`,
    range: origin?.range ?? {start: NOWHERE, end: NOWHERE},
    ...(origin && {path: origin.path}),
    ...(suggestions.length > 0 && {suggestions}),
  }
}
