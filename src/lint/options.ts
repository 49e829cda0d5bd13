import {mayHoldList} from '../listing/index.js'
import type {Limits} from '../markdown/index.js'
import {readMark} from '../template/index.js'
import {nearest} from '../text/index.js'
import type {Workspace} from '../workspace/index.js'
import {readKind} from './kinds.js'
import {kindsOf} from './own-kinds.js'
import type {Problem} from './schema/problems.js'
import type {SchemaText} from './schema/read.js'
import type {Kind, Severities} from './types.js'

/** How a document is read and checked; each part has its default. */
export interface LintOptions {
  /** The document, relative to the workspace's root, with "/", or absolute; its links are read from there. "document.md" unless told. */
  path?: string
  /** The kind that it is: the name of a built-in one, or one that was read. Else told by its path, by its trailing comment, else "rfc". */
  kind?: string | Kind
  /** A schema of one's own, JSON or YAML, in place of the law of the kind that it builds on. */
  schema?: SchemaText
  /** The kinds that there are, by name, where they were read before; else those that come with us. */
  kinds?: Kinds
  /** Where citations are looked up. Without one, checks that need files are left out and told as skipped. */
  workspace?: Workspace
  /**
   * What is read at the most: `bytes` of UTF-8 (2 MiB unless told), `depth` of quotes and lists in one another (100), and `nodes` of
   * the tree that the text is read as (250,000): whole numbers above 0, or Infinity. A document beyond them is not checked.
   */
  limits?: Limits
  /** Severities in place of those that the rules have, by rule id: `{'drifted-citation': 'error'}`, `{'residue': 'off'}`. */
  severities?: Severities
}

/** The kinds that are in use: those that come with us, one of them with the law of the user's schema. */
export type Kinds = Readonly<Record<string, Kind>>

/** Why a schema cannot be used, or which kind there is not. Its `problems` tell the places in the schema. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
  readonly problems: readonly Problem[]

  constructor(message: string, problems: readonly Problem[]) {
    super(message)
    this.problems = problems
  }
}

/** An error that tells what is wrong with settings. */
export function settingsError(message: string, problems: readonly Problem[] = []): SettingsError {
  return new SettingsError(message, problems)
}

const read = new WeakMap<SchemaText, Promise<Kind>>()

/**
 * The kinds that there are, those of the workspace's config and the user's schema in their places.
 * @throws SettingsError where the schema cannot be used.
 */
export async function kindsInForce({
  schema,
  kinds: given,
  workspace,
}: Pick<LintOptions, 'schema' | 'kinds'> & {workspace?: Workspace | undefined}): Promise<Kinds> {
  const kinds = given ?? (await kindsOf(workspace))
  if (schema === undefined) return kinds
  // Compiling takes a while: the same schema for many documents is read once.
  const kind = read.get(schema) ?? readOrThrow(schema, workspace)
  read.set(schema, kind)
  const own = await kind
  return {...kinds, [own.name]: own}
}

async function readOrThrow(schema: SchemaText, workspace: Workspace | undefined): Promise<Kind> {
  const reading = await readKind(schema, {workspace})
  if (reading.ok) return reading.kind
  const lines = reading.problems.map(({range, reason}) => `${schema.path ?? 'schema'}:${range.start.line}: ${reason}`)
  throw settingsError(lines.join('\n'), reading.problems)
}

/**
 * The kind that an option names.
 * @throws SettingsError where there is none of that name.
 */
export function kindNamed(kind: string | Kind, kinds: Kinds): Kind {
  if (typeof kind !== 'string') return kind
  const found = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  if (found) return found
  const [near] = nearest(kind, Object.keys(kinds))
  const meant = near === undefined ? '' : `; did you mean "${near}"?`
  throw settingsError(`Unknown kind "${kind}", expected one of ${Object.keys(kinds).join(', ')}${meant}`)
}

/**
 * The kind of a document that its path says nothing of: the one of its trailing comment, else that of pages that list specs,
 * where it has a list, else RFC, which is assumed.
 */
export function kindByText(text: string, kinds: Kinds): {kind: Kind; assumed: boolean} {
  const end = text.slice(-500).trimEnd()
  const name = readMark(end.slice(Math.max(end.lastIndexOf('<!--'), 0)))?.kind
  const marked = name !== undefined && Object.hasOwn(kinds, name) ? kinds[name] : undefined
  if (marked) return {kind: marked, assumed: false}
  if (mayHoldList(text) && kinds.index) return {kind: kinds.index, assumed: false}
  return {kind: kindNamed('rfc', kinds), assumed: true}
}
