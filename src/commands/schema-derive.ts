import {deriveSchema} from '../lint/index.js'
import {define} from './support/define.js'
import {templateFile} from './support/template.js'
import {UsageError} from './support/usage.js'
import {pathOf, shownFrom, workspaceOf} from './support/workspace.js'

export const command = define({
  usage: 'schema derive TEMPLATE',
  description:
    'Writes a first schema for a kind of your own from its template: the metadata and the sections that are not marked as ' +
    'optional, their order, the statuses, the ids. Where headings say "(mandatory)", only those are asked for.',
  arity: [1, 1],
  arguments: [['TEMPLATE', 'The form, a Markdown file']],
  options: {
    kind: {type: 'string', value: 'NAME', describe: 'The name of the kind. By default the one that the template gives'},
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: ['yaml', 'json'],
      describe: 'yaml (default), with comments, or json',
    },
    out: {type: 'string', value: 'FILE', describe: 'A new file to write it to. By default it is printed'},
  },
  examples: [
    ['spec schema derive forms/decision.md', 'Look at it'],
    ['spec schema derive forms/decision.md --out forms/decision.schema.yaml', 'Keep it, and go on from there'],
  ],
  more: ['Exit status: 0 printed or written, 2 it could not be: a file that stands there already is never touched.'],
  run: async ([file = ''], values, context) => {
    const format = values.format ?? (values.out?.endsWith('.json') ? 'json' : 'yaml')
    const workspace = await workspaceOf(context)
    const template = await templateFile(workspace, file, values.kind)
    const text = deriveSchema(template, format)
    if (values.out === undefined) {
      context.print(text)
      return 0
    }
    const path = pathOf(workspace, values.out)
    const created = await workspace.create(path, text)
    if (!created.ok) throw new UsageError(`${values.out} was not written: ${created.reason}`)
    const show = shownFrom(workspace)
    context.print(`Wrote ${show(path)}\nCheck it: spec schema check ${show(path)} --template ${file}\n`)
    return 0
  },
})
