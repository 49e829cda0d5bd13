import {type FileReport, lint} from '../../lint/index.js'
import type {ScaffoldResult} from '../../scaffold/index.js'
import type {Workspace} from '../../workspace/index.js'
import type {Context} from '../types.js'
import {type SchemaFile, withSchema} from './kinds.js'

/** What lint says of a document that is still to be written. */
export async function remaining(
  {path, text}: Pick<ScaffoldResult, 'path' | 'text'>,
  {
    workspace,
    schema,
    context,
    kind,
  }: {workspace: Workspace; schema: SchemaFile | undefined; context: Context; kind: string},
): Promise<FileReport['messages']> {
  // A schema says itself what it is for.
  const options = {path, workspace, ...(schema ? {schema} : {kind})}
  return withSchema(schema, workspace, context, async () => (await lint(text, options)).messages)
}
