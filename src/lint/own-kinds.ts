import {linesOf} from '../markdown/index.js'
import {linkVersions, readTemplate, type Template, TemplateError, versionOf, versionsOf} from '../template/index.js'
import {itemAt, rethrowUnless} from '../text/index.js'
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

function isOwn({templates, version, schema, name}: KindFiles, builtIn: Kinds): boolean {
  return templates !== undefined || version !== undefined || schema !== undefined || !Object.hasOwn(builtIn, name)
}

async function readKind(
  workspace: Workspace,
  {name, templates, version, schema, files}: KindFiles,
  builtIn: Kinds,
): Promise<Kind> {
  const base = Object.hasOwn(builtIn, name) ? builtIn[name] : undefined
  if (base === undefined && templates !== undefined && files.length === 0)
    throw at(workspace, name, `Unexpected kind "${name}" without files, expected "files" with globs of its documents`)
  const forms = templates === undefined ? base : await formsAt(workspace, name, templates)
  if (forms === undefined)
    throw at(workspace, name, `Unexpected kind "${name}" without a template, expected "template" with the path of one`)
  const {template} = initialIn(forms, version, name, workspace)
  const law = schema === undefined ? (base?.law ?? (await coreLaw(workspace))) : await lawAt(workspace, name, schema)
  return {name, ...(template && {template}), ...(forms.versions && {versions: forms.versions}), law}
}

type FormsRead = Pick<Kind, 'template' | 'versions'>

/** The versions of a kind's template; the first file is that of new documents. */
async function formsAt(workspace: Workspace, name: string, paths: readonly string[]): Promise<FormsRead> {
  const read: {path: string; template: Template}[] = []
  for (const path of paths) read.push({path, template: await templateAt(workspace, name, path)})
  const first = itemAt(read, 0)
  if (read.length === 1) return {template: first.template}
  const versions = linked(read, workspace, name)
  const template = versions.find(({version}) => version === first.template.version)
  return {...(template && {template}), versions}
}

// What is wrong with several of them together is told at the file that shows it.
function linked(read: readonly {path: string; template: Template}[], workspace: Workspace, name: string): Template[] {
  try {
    return linkVersions(read.map(({template}) => template))
  } catch (error) {
    rethrowUnless(error, TemplateError)
    const {path} = itemAt(
      read,
      read.findLastIndex(({template}) => template.source === error.source),
    )
    throw at(workspace, `${name}/template`, `${path}:${error.line}: ${error.message}`)
  }
}

/** The version of new documents, where the config says another than the first one. */
function initialIn(forms: FormsRead, version: number | undefined, name: string, workspace: Workspace): FormsRead {
  if (version === undefined) return forms
  const template = versionOf(forms, version)
  if (template) return {template}
  const numbers =
    versionsOf(forms)
      .map(each => each.version)
      .join(', ') || 'none: the kind has no template'
  throw at(
    workspace,
    `${name}/version`,
    `Unexpected version ${version} of the kind "${name}", expected one of ${numbers}`,
  )
}

async function templateAt(workspace: Workspace, name: string, path: string): Promise<NonNullable<Kind['template']>> {
  const text = await textAt(workspace, name, 'template', path)
  try {
    return readTemplate(text, {kind: name})
  } catch (error) {
    rethrowUnless(error, TemplateError)
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
