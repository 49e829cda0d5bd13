import {LimitError} from '../../../markdown/index.js'
import {
  type NameReading,
  type Standing,
  type Step,
  standingOf,
  statusNamed,
  type Wanted,
} from '../../../status/index.js'
import type {Home, Workspace} from '../../../workspace/index.js'
import type {Context} from '../../types.js'
import {type SchemaFile, withSchema} from '../kinds.js'
import {listed, UsageError} from '../usage.js'
import {homeOf} from '../workspace.js'

/** What was typed. */
export interface Asked {
  file: string
  status: string | undefined
  supersededBy: string | undefined
  supersedes: readonly string[]
}

/** How documents are read. */
export interface Reading {
  context: Context
  kind: string | undefined
  schema: SchemaFile | undefined
}

/** The document that a path as typed leads to, with its status. What cannot be read, or has no statuses, is a usage error. */
export async function standingAt(
  typed: string,
  workspace: Workspace,
  {context, kind, schema}: Reading,
): Promise<{standing: Standing; home: Home}> {
  const home = await homeOf(workspace, typed, context)
  const reading = await home.workspace.read(home.path)
  if (!reading.ok) throw new UsageError(`"${typed}" cannot be read: ${reading.reason}`)
  const options = {
    path: home.path,
    workspace: home.workspace,
    ...(kind === undefined ? {} : {kind}),
    ...(schema ? {schema} : {}),
  }
  const standing = await withSchema(schema, home.workspace, context, () => standingOf(reading.text, options)).catch(
    (error: unknown) => {
      if (error instanceof LimitError) throw new UsageError(`"${typed}" cannot be read: ${error.message}`)
      throw error
    },
  )
  if (!('reading' in standing))
    throw new UsageError(`"${typed}" is of the kind "${standing.kind}", whose form has no statuses`)
  return {standing, home}
}

/** What is to become of which document: the one that was named, and those that it is linked with. */
export async function stepsFor(
  asked: Asked,
  main: {standing: Standing; home: Home},
  workspace: Workspace,
  reading: Reading,
): Promise<Step[]> {
  const {standing} = main
  const named = asked.status === undefined ? undefined : nameOf(asked.status, standing)
  const end = supersededIn(standing)
  if (asked.supersededBy !== undefined && named !== undefined && end !== undefined && named !== end)
    throw new UsageError(`Unexpected status "${named}" beside --superseded-by, expected "${end}"`)
  const other = async (typed: string): Promise<Standing> => {
    const found = await standingAt(typed, workspace, reading)
    if (found.home.workspace.root !== main.home.workspace.root)
      throw new UsageError(`"${typed}" belongs to another workspace than "${asked.file}", expected one of the same`)
    if (found.standing.path === standing.path)
      throw new UsageError(`Unexpected "${typed}", expected another document than the one that it is linked with`)
    return found.standing
  }
  const wanted: Wanted & {links: NonNullable<Wanted['links']>[number][]} = {links: []}
  const to = named ?? (asked.supersededBy === undefined ? undefined : end)
  if (to !== undefined && to !== standing.current) wanted.status = {name: to}
  const others: Step[] = []
  if (asked.supersededBy !== undefined) {
    const successor = await other(asked.supersededBy)
    wanted.links.push({relation: 'superseded-by', path: successor.path})
    others.push({standing: successor, wanted: {links: [{relation: 'supersedes', path: standing.path}]}})
  }
  const seen = new Set<string>()
  for (const typed of asked.supersedes) {
    const old = await other(typed)
    if (seen.has(old.path)) continue
    seen.add(old.path)
    wanted.links.push({relation: 'supersedes', path: old.path})
    const last = supersededIn(old)
    const status = last === undefined || last === old.current ? {} : {status: {name: last}}
    others.push({standing: old, wanted: {...status, links: [{relation: 'superseded-by', path: standing.path}]}})
  }
  const both = others.find(({standing: {path}}, index) => others.findIndex(each => each.standing.path === path) < index)
  if (both) throw new UsageError(`Unexpected "${both.standing.path}" on both sides, expected it to be older or newer`)
  for (const step of [{standing, wanted}, ...others]) requireRows(step)
  return [{standing, wanted}, ...others]
}

function requireRows({standing, wanted}: Step): void {
  for (const {relation} of wanted.links ?? []) {
    if (standing.kind.template?.metadata.rows.some(({id}) => id === relation)) continue
    throw new UsageError(
      `The form of "${standing.kind.name}" has no row "${relation}", expected one in its template (see docs/status.md)`,
    )
  }
}

function supersededIn({statuses}: Standing): string | undefined {
  return statuses.find(({superseded}) => superseded)?.name
}

function nameOf(word: string, {statuses}: Standing): string {
  const reading: NameReading = statusNamed(word, statuses)
  if (reading.type === 'found') return reading.status.name
  const quoted = (names: readonly string[]): string => listed(names.map(name => `"${name}"`))
  if (reading.type === 'ambiguous')
    throw new UsageError(`Unexpected status "${word}" that several bear, expected ${quoted(reading.names)}`)
  const hint = reading.near.length === 0 ? '' : `. Did you mean ${quoted(reading.near)}?`
  throw new UsageError(`Unknown status "${word}", expected ${quoted(statuses.map(({name}) => name))}${hint}`)
}
