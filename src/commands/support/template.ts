import {readTemplate, type Template, TemplateError} from '../../template/index.js'
import {rethrowUnless} from '../../text/index.js'
import type {Workspace} from '../../workspace/index.js'
import {UsageError} from './usage.js'
import {pathOf} from './workspace.js'

/** A template that the user named, of the kind of this name unless it gives one. One that cannot be used is a usage error. */
export async function templateFile(workspace: Workspace, typed: string, kind?: string): Promise<Template> {
  const reading = await workspace.read(pathOf(workspace, typed))
  if (!reading.ok) throw new UsageError(`The template "${typed}" cannot be used: ${reading.reason}`)
  try {
    return readTemplate(reading.text, kind === undefined ? {} : {kind})
  } catch (error) {
    rethrowUnless(error, TemplateError)
    throw new UsageError(`The template "${typed}" cannot be used: line ${error.line}: ${error.message}`)
  }
}
