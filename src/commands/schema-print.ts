import {jsonText} from '../text/index.js'
import {define} from './support/define.js'
import {kindName, kindsOf} from './support/kinds.js'
import {SCHEMA} from './support/options.js'
import {workspaceOf} from './support/workspace.js'

export const command = define({
  usage: 'schema print',
  description:
    'Prints a resolved schema: the built-in rules with the changes of your own schema merged into them. Any validator of ' +
    'JSON Schema can hold "spec facts" against it, less our own keywords.',
  arity: [0, 0],
  arguments: [],
  options: {
    schema: SCHEMA,
    kind: {
      type: 'string',
      value: 'KIND',
      describe: 'The kind whose schema is printed: rfc or research. By default rfc, or the kind that --schema is for',
    },
  },
  examples: [
    ['spec schema print', 'What an RFC is held against'],
    ['spec schema print --schema team.yaml', 'The same with the changes of a team'],
    ['spec schema print --kind research', 'What research documents are held against'],
  ],
  run: async (_args, values, context) => {
    const workspace = await workspaceOf(context)
    const {kinds, changed} = await kindsOf(workspace, values.schema, context)
    const name = (await kindName(values.kind, workspace, context)) ?? changed ?? 'rfc'
    context.print(jsonText(kinds[name]?.law.schema))
    return 0
  },
})
