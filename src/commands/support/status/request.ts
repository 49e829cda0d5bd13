import {LimitError} from '../../../markdown/index.js'
import {type Standing, type Step, standingOf, type Wanted} from '../../../status/index.js'
import {type NameReading, statusNamed} from '../../../template/index.js'
import {nameOf as nameOfFile, rethrowUnless} from '../../../text/index.js'
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
      rethrowUnless(error, LimitError)
      throw new UsageError(`"${typed}" cannot be read: ${error.message}`)
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
  const to = named ?? (asked.supersededBy === undefined ? undefined : end)
  const isNew = to !== undefined && to !== standing.current
  const steps: Step[] = [{standing, wanted: isNew ? {status: {name: to}} : {}}]
  if (asked.supersededBy !== undefined) {
    const successor = await other(asked.supersededBy)
    steps[0] = retired(standing, successor.path, isNew ? {status: {name: to}} : {})
    steps.push(...successorOf(successor, [standing.path], {}))
  }
  const olds: Standing[] = []
  for (const typed of asked.supersedes) {
    const old = await other(typed)
    if (!olds.some(({path}) => path === old.path)) olds.push(old)
  }
  const [first] = steps
  if (first && olds.length > 0) {
    const paths = olds.map(({path}) => path)
    const [own] = successorOf(standing, paths, first.wanted)
    if (own) steps[0] = own
    steps.push(...olds.map(old => retired(old, standing.path, old.current === supersededIn(old) ? {} : statusOf(old))))
  }
  const both = steps.find(({standing: {path}}, index) => steps.findIndex(each => each.standing.path === path) < index)
  if (both) throw new UsageError(`Unexpected "${both.standing.path}" on both sides, expected it to be older or newer`)
  return steps
}

/** What becomes of a document whose place another one takes: a row names that one, or words behind the status do. */
function retired(standing: Standing, successor: string, wanted: Wanted): Step {
  const status = standing.statuses.find(({superseded}) => superseded)
  const word = status?.successorBehind
  if (hasRow(standing, 'superseded-by') || status === undefined || word === undefined) {
    requireRow(standing, 'superseded-by')
    return {
      standing,
      wanted: {...wanted, links: [...(wanted.links ?? []), {relation: 'superseded-by', path: successor}]},
    }
  }
  const name = nameOfFile(successor)
  const isNamed = standing.current === status.name && standing.reading.metadata.status?.note?.includes(name)
  return {
    standing,
    wanted: isNamed ? wanted : {...wanted, status: {name: status.name, successor: {word, path: successor}}},
  }
}

/** What becomes of a document that takes the place of others; where its form has words for the old ones only, nothing. */
function successorOf(standing: Standing, olds: readonly string[], wanted: Wanted): Step[] {
  const isSilent = standing.statuses.some(({successorBehind}) => successorBehind !== undefined)
  if (!hasRow(standing, 'supersedes') && isSilent) return wanted.status || wanted.links ? [{standing, wanted}] : []
  requireRow(standing, 'supersedes')
  const links = olds.map(path => ({relation: 'supersedes' as const, path}))
  return [{standing, wanted: {...wanted, links: [...(wanted.links ?? []), ...links]}}]
}

function statusOf(standing: Standing): Wanted {
  const name = supersededIn(standing)
  return name === undefined ? {} : {status: {name}}
}

type Relation = 'supersedes' | 'superseded-by'

function hasRow({reading}: Standing, relation: Relation): boolean {
  return reading.forms.some(({id}) => id === relation)
}

function requireRow(standing: Standing, relation: Relation): void {
  if (hasRow(standing, relation)) return
  throw new UsageError(
    `The form of "${standing.kind.name}" has no row "${relation}", expected one in its template (see docs/status.md)`,
  )
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
