import {resolve} from 'node:path'
import {checkSchema} from '../lint/index.js'
import {count} from '../reporters/index.js'
import {type Template, unionOf} from '../template/index.js'
import type {Workspace} from '../workspace/index.js'
import {define} from './support/define.js'
import {schemaText} from './support/kinds.js'
import {problemsText} from './support/problems.js'
import {templateFile} from './support/template.js'
import {shownFrom, workspaceOf} from './support/workspace.js'

export const command = define({
  usage: 'schema check FILE',
  description:
    'Checks a schema of your own: whether it can be used, and what in it can provably never fire or fires for nothing, ' +
    'such as a section that the template lacks.',
  arity: [1, 1],
  arguments: [['FILE', 'The schema, JSON or YAML']],
  options: {
    template: {
      type: 'string',
      value: 'FILE',
      describe:
        'The form that it is for. By default that of the kind of the config that has this schema, or that it builds on',
    },
  },
  examples: [
    ['spec schema check team.yaml', 'Check it before others use it'],
    ['spec schema check note.schema.yaml --template note.md', 'Check the schema of a kind of your own'],
  ],
  more: ['Exit status: 0 it can be used, 1 it has errors, 2 it cannot be read.'],
  run: async ([file = ''], values, context) => {
    const workspace = await workspaceOf(context)
    const schema = await schemaText(workspace, file)
    const configured = workspace.settings.kinds.find(kind => kind.schema === schema.path)?.templates
    const template =
      values.template !== undefined
        ? await templateFile(workspace, values.template)
        : configured !== undefined
          ? unionOf(await templatesAt(configured, workspace))
          : undefined
    const problems = await checkSchema(schema, template ? {template} : {})
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

// A name that any version has is one that a rule may ask for.
async function templatesAt(paths: readonly string[], workspace: Workspace): Promise<Template[]> {
  const templates: Template[] = []
  for (const path of paths) templates.push(await templateFile(workspace, resolve(workspace.root, path)))
  return templates
}
