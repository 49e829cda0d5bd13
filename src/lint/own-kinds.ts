import {linesOf} from '../markdown/index.js'
import {readTemplate, TemplateError} from '../template/index.js'
import type {KindFiles, Workspace} from '../workspace/index.js'
import {configProblem} from './config-problem.js'
import {builtInKinds} from './kinds.js'
import {lawFrom} from './law-from.js'
import {settingsError} from './options.js'
import type {SchemaText} from './schema/read.js'
import type {Kind, Law} from './types.js'

type Kinds = Readonly<Record<string, Kind>>

const known = new WeakMap<Workspace['settings'], Promise<Kinds>>()

/**
 * The kinds of a workspace: those that come with us, and over them those of its config, each made of a template and a schema.
 * @throws SettingsError where a template or a schema cannot be used.
 */
export async function kindsOf(workspace: Workspace | undefined): Promise<Kinds> {
  const builtIn = await builtInKinds()
  if (workspace === undefined || !workspace.settings.kinds.some(kind => isOwn(kind, builtIn))) return builtIn
  // Reading and compiling take a while, and many documents ask.
  const kinds = known.get(workspace.settings) ?? readKinds(workspace, builtIn)
  known.set(workspace.settings, kinds)
  return kinds
}

async function readKinds(workspace: Workspace, builtIn: Kinds): Promise<Kinds> {
  const kinds: Record<string, Kind> = {...builtIn}
  for (const configured of workspace.settings.kinds) {
    if (isOwn(configured, builtIn)) kinds[configured.name] = await readKind(workspace, configured, builtIn)
  }
  return kinds
}

function isOwn({template, schema, name}: KindFiles, builtIn: Kinds): boolean {
  return template !== undefined || schema !== undefined || !Object.hasOwn(builtIn, name)
}

async function readKind(
  workspace: Workspace,
  {name, template, schema, files}: KindFiles,
  builtIn: Kinds,
): Promise<Kind> {
  const base = Object.hasOwn(builtIn, name) ? builtIn[name] : undefined
  if (base === undefined && template === undefined)
    throw at(workspace, name, `Unexpected kind "${name}" without a template, expected "template" with the path of one`)
  if (base === undefined && files.length === 0)
    throw at(workspace, name, `Unexpected kind "${name}" without files, expected "files" with globs of its documents`)
  const form = template === undefined ? base?.template : await templateAt(workspace, name, template)
  const law = schema === undefined ? (base?.law ?? (await coreLaw(workspace))) : await lawAt(workspace, name, schema)
  return {name, ...(form && {template: form}), law}
}

async function templateAt(workspace: Workspace, name: string, path: string): Promise<NonNullable<Kind['template']>> {
  const text = await textAt(workspace, name, 'template', path)
  try {
    return readTemplate(text, {kind: name})
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    const range = linesOf(text).rangeOf(error.line)
    throw settingsError(`${path}:${error.line}: ${error.message}`, [
      {severity: 'error', reason: error.message, path, range},
    ])
  }
}

async function lawAt(workspace: Workspace, name: string, path: string): Promise<Law> {
  return lawOf({text: await textAt(workspace, name, 'schema', path), path}, workspace)
}

// Without a schema of its own a kind is held to what holds for every document.
async function coreLaw(workspace: Workspace): Promise<Law> {
  return lawOf({text: JSON.stringify({$ref: 'specwright:core'})}, workspace)
}

async function lawOf(schema: SchemaText, workspace: Workspace): Promise<Law> {
  const reading = await lawFrom(schema, workspace)
  if (reading.ok) return reading.law
  throw settingsError(reading.problems.map(({reason}) => reason).join('\n'), reading.problems)
}

async function textAt(workspace: Workspace, name: string, what: 'template' | 'schema', path: string): Promise<string> {
  const reading = await workspace.read(path)
  if (reading.ok) return reading.text
  throw at(workspace, `${name}/${what}`, `The ${what} "${path}" cannot be used: ${reading.reason}`)
}

/** An error at the place in the config that says something of a kind. */
function at(workspace: Workspace, key: string, reason: string) {
  return settingsError(reason, [configProblem(workspace, `kinds/${key}`, reason)])
}
