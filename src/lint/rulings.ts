import {nearest, rethrowUnless, valueAt} from '../text/index.js'
import type {Home, Selected, Workspace} from '../workspace/index.js'
import {type Kinds, kindsInForce, type LintOptions, SettingsError, settingsError} from './options.js'
import {severitiesIn} from './severities.js'
import type {FileReport, Kind, Severities} from './types.js'

/** What a document is held to: the kinds and severities of the workspace that it belongs to. */
export interface Ruling {
  home: Home
  kinds: Kinds
  severities: Severities | undefined
}

type RulingOptions = Pick<LintOptions, 'schema' | 'kinds' | 'severities'>

/**
 * What each selected file is held to. Kinds are read once for each workspace.
 * @throws SettingsError where a kind of one of the workspaces cannot be used, or a severity is set of a rule that none has.
 */
export async function rulingsOf(
  workspace: Workspace,
  files: readonly Selected[],
  options: RulingOptions,
): Promise<(selected: Selected) => Ruling> {
  const homes = new Map<string, Home>()
  for (const {path} of files) homes.set(path, await workspace.homeOf(path))
  const own: Home = {workspace, path: '', outward: path => path}
  const byWorkspace = new Map<Workspace, {kinds: Kinds; severities: Severities | undefined}>()
  const all = [own, ...homes.values()]
  const kinds = new Map<Workspace, Kinds>()
  for (const home of all) if (!kinds.has(home.workspace)) kinds.set(home.workspace, await kindsAt(home, options))
  const asked = options.severities ?? {}
  checkAsked(asked, [...kinds.values()])
  for (const home of all) {
    if (byWorkspace.has(home.workspace)) continue
    const known = valueAt(kinds, home.workspace)
    const severities = await outwardly(home, async () => severitiesIn(home.workspace, knownIn(asked, known), known))
    byWorkspace.set(home.workspace, {kinds: known, severities})
  }
  return ({path}) => {
    const home = valueAt(homes, path)
    return {home, ...valueAt(byWorkspace, home.workspace)}
  }
}

function kindsAt(home: Home, options: RulingOptions): Promise<Kinds> {
  return outwardly(home, () => kindsInForce({...options, workspace: home.workspace}))
}

// One set on the command line must be known somewhere; where it is not, it has nothing to say.
function checkAsked(asked: Severities, kinds: readonly Kinds[]): void {
  const known = new Set(kinds.flatMap(each => [...idsIn(each)]))
  const unknown = Object.keys(asked).filter(id => !known.has(id))
  if (unknown.length === 0) return
  const problems = unknown.map(id => {
    const suggestions = nearest(id, [...known])
    const range = {start: {line: 1, column: 1, offset: 0}, end: {line: 1, column: 1, offset: 0}}
    const reason = `Unexpected rule "${id}", expected one that "spec rules" lists`
    return {severity: 'error' as const, reason, range, ...(suggestions.length > 0 && {suggestions})}
  })
  throw settingsError(problems.map(({reason}) => reason).join('\n'), problems)
}

function knownIn(asked: Severities, kinds: Kinds): Severities {
  const known = idsIn(kinds)
  return Object.fromEntries(Object.entries(asked).filter(([id]) => known.has(id)))
}

function idsIn(kinds: Kinds): Set<string> {
  return new Set(Object.values(kinds).flatMap(({law}: Kind) => law.rules.map(({id}) => id)))
}

/** Problems of another workspace's settings are told with paths of the one that was asked. */
async function outwardly<T>({outward}: Home, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    rethrowUnless(error, SettingsError)
    throw settingsError(
      error.message,
      error.problems.map(problem => (problem.path === undefined ? problem : {...problem, path: outward(problem.path)})),
    )
  }
}

/** A report with paths of the workspace that was asked. `schema`: what was named there, and is no path of the other. */
export function outwardReport(report: FileReport, {outward}: Home, schema: string | undefined): FileReport {
  return {
    ...report,
    path: outward(report.path),
    messages: report.messages.map(message =>
      message.related === undefined
        ? message
        : {
            ...message,
            related: message.related.map(place =>
              place.path === undefined || place.path === schema ? place : {...place, path: outward(place.path)},
            ),
          },
    ),
  }
}
