import {type Kind, type Problem, readKind, SettingsError, kindsOf as workspaceKinds} from '../../lint/index.js'
import {count} from '../../reporters/index.js'
import type {Workspace} from '../../workspace/index.js'
import type {Context} from '../types.js'
import {problemsText} from './problems.js'
import {listed, oneOf, UsageError} from './usage.js'
import {homeOf, pathOf, refuseWorkspace, shownFrom} from './workspace.js'

/** The text of a user's schema, with its path relative to the root where it lies below it, else absolute. */
export interface SchemaFile {
  text: string
  path: string
  /** As the user typed it. */
  typed: string
}

/** The text of a schema's file. One that cannot be read is a usage error. */
export async function schemaText(workspace: Workspace, typed: string): Promise<SchemaFile> {
  const path = pathOf(workspace, typed)
  const reading = await workspace.read(path)
  if (!reading.ok) throw new UsageError(`The schema "${typed}" cannot be used: ${reading.reason}`)
  return {text: reading.text, path, typed}
}

/** The kinds in force, by name; a user's schema takes the place of the law of the kind that it builds on, `changed`. */
export async function kindsOf(
  workspace: Workspace,
  typed: string | undefined,
  context: Context,
): Promise<{kinds: Readonly<Record<string, Kind>>; changed?: string}> {
  const kinds = await withSchema(undefined, workspace, context, () => workspaceKinds(workspace))
  if (typed === undefined) return {kinds}
  const schema = await schemaText(workspace, typed)
  const reading = await readKind(schema, {workspace})
  if (!reading.ok) return refuse(reading.problems, schema, workspace, context)
  return {kinds: {...kinds, [reading.kind.name]: reading.kind}, changed: reading.kind.name}
}

/** Runs what uses settings. A schema or config that cannot be used is a usage error; what is wrong is printed with its lines. */
export async function withSchema<T>(
  schema: SchemaFile | undefined,
  workspace: Workspace,
  context: Context,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof SettingsError)) return refuseWorkspace(error, context)
    const path = error.problems[0]?.path
    if (path !== undefined && path !== schema?.path) return refuseConfig(error.problems, path, workspace, context)
    if (schema !== undefined && path !== undefined) return refuse(error.problems, schema, workspace, context)
    const [first] = error.problems
    const near = first?.suggestions?.map(name => `"${name}"`) ?? []
    throw new UsageError(`${error.message}${near.length > 0 ? `. Did you mean ${listed(near)}?` : ''}`)
  }
}

/**
 * The name if it is one of a kind of the workspace, or of those that the arguments lie in; else a usage error. Whether each
 * file's own workspace has it is told when it is read.
 */
export async function kindName(
  name: string | undefined,
  workspace: Workspace,
  context: Context,
  args: readonly string[] = [],
): Promise<string | undefined> {
  if (name === undefined) return undefined
  const known = new Set(Object.keys((await kindsOf(workspace, undefined, context)).kinds))
  for (const typed of known.has(name) ? [] : args) {
    for (const inside of [typed, `${typed}/-`]) {
      const home = await homeOf(workspace, inside, context)
      if (home.workspace.root === workspace.root) continue
      for (const kind of Object.keys((await kindsOf(home.workspace, undefined, context)).kinds)) known.add(kind)
    }
  }
  return oneOf('kind', name, [...known])
}

function refuse(problems: readonly Problem[], schema: SchemaFile, workspace: Workspace, context: Context): never {
  context.complain(`${problemsText(problems, schema, workspace, {...context, colour: false})}\n`)
  throw new UsageError(`The schema "${schema.typed}" cannot be used: ${count(problems.length, 'error')}`)
}

async function refuseConfig(
  problems: readonly Problem[],
  path: string,
  workspace: Workspace,
  context: Context,
): Promise<never> {
  const reading = await workspace.read(path)
  const file = {text: reading.ok ? reading.text : undefined, path}
  context.complain(`${problemsText(problems, file, workspace, {...context, colour: false})}\n`)
  throw new UsageError(
    `The settings cannot be used: ${count(problems.length, 'error')} in "${shownFrom(workspace)(path)}"`,
  )
}
