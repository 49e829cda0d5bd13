import {collectFacts} from '../lint/index.js'
import {LimitError} from '../markdown/index.js'
import {jsonText, rethrowUnless} from '../text/index.js'
import {define} from './support/define.js'
import {kindName, withSchema} from './support/kinds.js'
import {KIND, MAX_SIZE, STDIN_FILENAME} from './support/options.js'
import {bytesOf} from './support/size.js'
import {takeStdin} from './support/stdin.js'
import {UsageError} from './support/usage.js'
import {homeOf, reading} from './support/workspace.js'

export const command = define({
  usage: 'facts FILE',
  description:
    'Prints as JSON what the linter knows of one document: metadata, outline, sections, citations and more, each with its ' +
    'place. schema/facts.schema.json tells of every field. Paths are relative to the root of the workspace that it belongs to.',
  arity: [1, 1],
  arguments: [['FILE', 'The document; "-" reads standard input (with --stdin-filename)']],
  options: {kind: KIND, 'stdin-filename': STDIN_FILENAME, 'max-size': MAX_SIZE},
  examples: [
    ['spec facts specs/2026-01-15-search.md', 'All facts of one spec'],
    ['cat draft.md | spec facts - --stdin-filename specs/draft.md', 'Those of what is not saved yet'],
  ],
  more: ['Exit status: 0 printed, 2 the document cannot be read.'],
  run: async (files, values, context) => {
    const bytes = bytesOf('max-size', values['max-size'])
    const {args, piped} = await takeStdin(files, values['stdin-filename'], bytes, context)
    const opened = await reading(context, bytes, piped)
    const [typed = ''] = args
    // By the nearest config, as lint reads it.
    const {workspace, path} = await homeOf(opened.workspace, typed, context)
    const kind = await kindName(values.kind, workspace, context)
    const found = await workspace.read(path)
    if (!found.ok) throw new UsageError(`"${typed}" cannot be read: ${found.reason}`)
    const options = {path, workspace, limits: {bytes}, ...(kind === undefined ? {} : {kind})}
    const facts = await withSchema(undefined, workspace, context, () => collectFacts(found.text, options))
      .catch(error => {
        rethrowUnless(error, LimitError)
        throw new UsageError(`"${typed}" cannot be read: ${error.message}`)
      })
      .finally(workspace.close)
    context.print(jsonText(facts))
    return 0
  },
})
