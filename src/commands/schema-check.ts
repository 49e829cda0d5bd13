import {checkSchema} from '../lint/index.js'
import {count} from '../reporters/index.js'
import {define} from './support/define.js'
import {schemaText} from './support/kinds.js'
import {problemsText} from './support/problems.js'
import {shownFrom, workspaceOf} from './support/workspace.js'

export const command = define({
  usage: 'schema check FILE',
  description:
    'Checks a schema of your own: whether it can be used, and what in it can provably never fire or fires for nothing, ' +
    'such as a section that the template lacks.',
  arity: [1, 1],
  arguments: [['FILE', 'The schema, JSON or YAML']],
  options: {},
  examples: [['spec schema check team.yaml', 'Check it before others use it']],
  more: ['Exit status: 0 it can be used, 1 it has errors, 2 it cannot be read.'],
  run: async ([file = ''], _values, context) => {
    const workspace = await workspaceOf(context)
    const schema = await schemaText(workspace, file)
    const problems = await checkSchema(schema)
    if (problems.length > 0) context.print(`${problemsText(problems, schema, workspace, context)}\n`)
    const errors = problems.filter(problem => problem.severity === 'error').length
    const name = shownFrom(workspace)(schema.path)
    const warnings = problems.length - errors
    const found = [
      ...(errors > 0 ? [count(errors, 'error')] : []),
      ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ]
    context.print(`${name}: ${found.length > 0 ? found.join(', ') : 'no problems'}.\n`)
    return errors > 0 ? 1 : 0
  },
})
