import {relative, resolve, sep} from 'node:path'
import {count, noticesText, plainPalette} from '../../reporters/index.js'
import {itemAt, rethrowUnless} from '../../text/index.js'
import {
  ConfigError,
  type Home,
  openWorkspace,
  type Workspace,
  WorkspaceError,
  type WorkspaceOptions,
} from '../../workspace/index.js'
import {withSlashes} from '../../workspace/paths.js'
import type {Context} from '../types.js'
import type {Piped} from './stdin.js'
import {textsRead} from './texts.js'
import {UsageError} from './usage.js'

/** The workspace that the command line is about. What is wrong with it is a usage error. */
export async function workspaceOf(
  context: Context,
  options: Omit<WorkspaceOptions, 'cwd' | 'env' | 'root'> = {},
): Promise<Workspace> {
  const {cwd, env, root} = context
  try {
    const workspace = await openWorkspace({cache: true, ...options, cwd, env, ...(root === undefined ? {} : {root})})
    return context.observe?.(workspace) ?? workspace
  } catch (error) {
    return refuseWorkspace(error, context)
  }
}

function refuse({problems, texts}: ConfigError, context: Context): never {
  const show = (path: string): string => withSlashes(relative(context.cwd, path))
  const notices = problems.map(problem => ({...problem, severity: 'error' as const}))
  context.complain(
    `${noticesText(notices, {
      columns: context.columns,
      palette: plainPalette,
      show,
      source: path => texts.get(path),
      elapsed: 0,
      tool: context.tool,
    })}\n`,
  )
  const {path} = itemAt(problems, 0)
  throw new UsageError(`The settings cannot be used: ${count(problems.length, 'error')} in "${show(path)}"`)
}

/** A path of the workspace (relative to its root, or absolute) as the user's shell takes it: from the working folder, with "/". */
export function shownFrom({root, cwd}: Pick<Workspace, 'root' | 'cwd'>): (path: string) => string {
  return path => withSlashes(relative(cwd, resolve(root, path)))
}

/** A path as typed, made relative to the root where it lies below it, else absolute; with "/". */
export function pathOf({root, cwd}: Pick<Workspace, 'root' | 'cwd'>, typed: string): string {
  const absolute = resolve(cwd, typed)
  const inside = relative(root, absolute)
  return withSlashes(inside === '..' || inside.startsWith(`..${sep}`) || resolve(inside) === inside ? absolute : inside)
}

/** A workspace in which standard input may stand for a file, and the texts that were read from it, by their paths. */
export async function reading(
  context: Context,
  bytes: number,
  piped?: Piped,
  options: Pick<WorkspaceOptions, 'staged' | 'overlay'> = {},
): Promise<{workspace: Workspace; source(path: string): string | undefined}> {
  const overlay = piped ? new Map([[piped.path, piped.reading.ok ? piped.reading.text : '']]) : options.overlay
  const opened = await workspaceOf(context, {...options, limits: {bytes}, ...(overlay ? {overlay} : {})})
  const overlaid = new Set([...(overlay?.keys() ?? [])].map(path => resolve(opened.root, path)))
  const texts = textsRead(path => options.staged !== true && !overlaid.has(path))
  const wrapped = new Map<Workspace, Workspace>()
  const wrap = (workspace: Workspace): Workspace => {
    const read = async (path: string) => {
      const absolute = resolve(workspace.root, path)
      const found = absolute === piped?.path ? piped.reading : await workspace.read(path)
      if (found.ok) texts.add(absolute, found.text)
      return found
    }
    const homeOf = async (path: string): Promise<Home> => {
      const home = await workspace.homeOf(path)
      return {...home, workspace: wrapped.get(home.workspace) ?? wrap(home.workspace)}
    }
    const own = {...workspace, read, homeOf}
    wrapped.set(workspace, own)
    return own
  }
  return {workspace: wrap(opened), source: path => texts.get(resolve(opened.root, path))}
}

/** The workspace that a path as typed belongs to, with the path in it. */
export async function homeOf(workspace: Workspace, typed: string, context: Context): Promise<Home> {
  try {
    return await workspace.homeOf(pathOf(workspace, typed))
  } catch (error) {
    return refuseWorkspace(error, context)
  }
}

/** What is wrong with a workspace is a usage error, be it one below that is met on the way. */
export function refuseWorkspace(error: unknown, context: Context): never {
  if (error instanceof ConfigError) return refuse(error, context)
  rethrowUnless(error, WorkspaceError)
  throw new UsageError(error.message)
}
