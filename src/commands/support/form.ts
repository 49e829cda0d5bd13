import type {Kind} from '../../lint/index.js'
import {type Template, versionsOf} from '../../template/index.js'
import {itemAt} from '../../text/index.js'
import type {Workspace} from '../../workspace/index.js'
import type {Context} from '../types.js'
import {kindsOf} from './kinds.js'
import {templateFile} from './template.js'
import {oneOf, UsageError} from './usage.js'

/** What a new document is made from, and where it goes. */
export interface Form {
  /** The kind; absent for a form of one's own, whose kind is not known. */
  kind?: string
  template: Template
  /** The folder of the kind's documents, where the config says one. */
  folder?: string
  /** The name of the file in a folder of its own, where the config has one folder for each document. */
  file?: string
}

interface Asked {
  kind: string | undefined
  template: string | undefined
  schema: string | undefined
  version: string | undefined
}

/** The form that the options name: of a kind (by default rfc), or in a file. */
export async function formOf(asked: Asked, workspace: Workspace, context: Context): Promise<Form> {
  const {kind, template, schema, version} = asked
  const beside = template !== undefined ? '--template' : schema !== undefined ? '--schema' : undefined
  if (kind !== undefined && beside !== undefined)
    throw new UsageError(`Unexpected ${beside} beside --kind, expected one of them: a kind brings its own`)
  if (template !== undefined && version !== undefined)
    throw new UsageError('Unexpected --template-version beside --template, expected one of them: a file is one version')
  if (template !== undefined) return {template: await templateFile(workspace, template)}
  const {kinds} = await kindsOf(workspace, undefined, context)
  const name = oneOf('kind', kind ?? 'rfc', Object.keys(kinds))
  const own = kinds[name] && versionNamed(version, kinds[name])
  if (own === undefined) {
    const others = Object.values(kinds).filter(each => each.template !== undefined)
    const names = others.map(each => each.name).join(', ')
    throw new UsageError(`The kind "${name}" has no template to start from, expected one of ${names}`)
  }
  return {kind: name, template: own, ...placeFrom(workspace.settings, name)}
}

/** The version of a kind's template that was asked for, else the one of new documents; undefined for a kind without a template. */
function versionNamed(typed: string | undefined, kind: Kind): Template | undefined {
  if (typed === undefined || kind.template === undefined) return kind.template
  const versions = versionsOf(kind)
  const found = versions.find(({version}) => String(version) === typed)
  if (found) return found
  const known = versions.map(({version}) => String(version))
  throw new UsageError(
    `Unexpected version "${typed}" of the form of "${kind.name}", expected ${known.length === 1 ? '' : 'one of '}${known.join(', ')}`,
  )
}

const MAGIC = /[*?[\]{}()!+@|\\]/

// A glob begins with the folders that it names in full. Where any folder below may hold a file of one name, each document has its own.
function placeFrom({kinds, origins}: Workspace['settings'], name: string): Pick<Form, 'folder' | 'file'> {
  const {files} = itemAt(
    kinds,
    kinds.findIndex(kind => kind.name === name),
  )
  const [glob] = files
  if (glob === undefined || !origins.has(`kinds/${name}/files`)) return {}
  const steps = glob.split('/')
  const file = itemAt(steps, steps.length - 1)
  steps.pop()
  const end = steps.findIndex(step => MAGIC.test(step))
  if (end < 0) return {folder: steps.join('/')}
  const isAny = end === steps.length - 1 && /^\*\*?$/.test(itemAt(steps, end))
  return {folder: steps.slice(0, end).join('/'), ...(isAny && !MAGIC.test(file) && {file})}
}
