import {type LintFilesOptions, lintFiles, type Report} from '../lint/index.js'
import {reporters} from '../reporters/index.js'
import {define} from './support/define.js'
import {gateOf, severitiesFrom, statusOf} from './support/gate.js'
import {kindName, schemaText, withSchema} from './support/kinds.js'
import {FORMAT, KIND, MAX_SIZE, SCHEMA, STAGED, STDIN_FILENAME} from './support/options.js'
import {paletteOf} from './support/palette.js'
import {bytesOf} from './support/size.js'
import {takeStdin} from './support/stdin.js'
import {oneOf} from './support/usage.js'
import {reading, shownFrom} from './support/workspace.js'

export const command = define({
  usage: 'lint [PATH...]',
  description:
    'Checks whether specs are complete, cited and current. Without paths it checks the specs of the workspace: ' +
    'specs/**/*.md, without README and index pages.',
  arity: [0, Number.POSITIVE_INFINITY],
  arguments: [
    [
      'PATH',
      'A file, a folder or a glob, relative to the working folder; "-" reads standard input (with --stdin-filename)',
    ],
  ],
  options: {
    schema: SCHEMA,
    kind: KIND,
    research: {type: 'boolean', describe: 'Without paths: check the research documents too'},
    drift: {type: 'boolean', describe: 'Report cited code that HEAD has otherwise, place by place, as errors'},
    staged: STAGED,
    rule: {
      type: 'list',
      value: 'ID:SEVERITY',
      describe: 'Set a rule to error, warning, info or off. May be given again',
    },
    'fail-on': {
      type: 'string',
      value: 'SEVERITY',
      describe: 'The least that fails: error (default), warning, info or never',
    },
    'max-warnings': {type: 'string', value: 'N', describe: 'Fail with more warnings than this'},
    quiet: {type: 'boolean', alias: 'q', describe: 'Print errors only; the rest is counted'},
    format: FORMAT,
    'stdin-filename': STDIN_FILENAME,
    'max-size': MAX_SIZE,
  },
  examples: [
    ['spec lint', 'Check every spec'],
    ['spec lint specs/2026-01-15-search.md', 'Check one'],
    ['spec lint "specs/2026-*.md" --schema team.yaml', 'Check some, by the rules of a team'],
    ['spec lint specs/2026-01-15-search.md --drift', 'Check whether the code is still as it was cited'],
    ['spec lint --rule residue:error --max-warnings 0', 'Be stricter than the rules are'],
    ['spec lint --format json > report.json', 'Print what other tools can read'],
    ['cat draft.md | spec lint - --stdin-filename specs/draft.md', 'Check what is not saved yet'],
  ],
  more: [
    '<!-- spec: rfc v1 --> at the end of a file says what it is. A named file without it that no kind claims is read as an RFC.',
    'Exit status: 0 no errors, 1 errors, 2 the command line, the config or a schema cannot be followed, or a file could not be ' +
      'checked. Warnings and infos do not fail unless --fail-on or --max-warnings says so.',
  ],
  run: async (paths, values, context) => {
    const started = performance.now()
    const format = oneOf(
      'format',
      values.format ?? 'text',
      reporters.map(reporter => reporter.name),
    )
    const bytes = bytesOf('max-size', values['max-size'])
    const gate = gateOf(values)
    const {args, piped} = await takeStdin(paths, values['stdin-filename'], bytes, context)
    const {workspace, source} = await reading(context, bytes, piped, {staged: values.staged})
    const kind = await kindName(values.kind, workspace, context, args)
    const schema = values.schema === undefined ? undefined : await schemaText(workspace, values.schema)
    const options: LintFilesOptions = {
      workspace,
      research: values.research,
      limits: {bytes},
      severities: {...(values.drift && DRIFT), ...severitiesFrom(values.rule)},
      ...(kind === undefined ? {} : {kind}),
      ...(schema ? {schema} : {}),
    }
    const report = await withSchema(schema, workspace, context, () => lintFiles(args, options)).finally(workspace.close)

    for (const {text} of report.notes) context.note(`note: ${text}`)
    for (const problem of report.problems ?? []) context.note(`spec: ${problem}`)
    // Where nothing that was named is there, a report would only say so again.
    if (report.problems !== undefined && report.files.length === 0) return statusOf(report, gate)
    const parts = reporters
      .find(({name}) => name === format)
      ?.report(values.quiet ? withErrorsOnly(report) : report, {
        columns: context.columns,
        palette: paletteOf(context.colour),
        show: shownFrom(workspace),
        source,
        elapsed: performance.now() - started,
        tool: context.tool,
      })
    for (const part of parts ?? []) context.print(part)
    return statusOf(report, gate)
  },
})

// Each place takes the place of the one line that counts them.
const DRIFT = {'drifted-citation': 'error', 'drifted-code': 'off'} as const

function withErrorsOnly(report: Report): Report {
  const files = report.files.map(file => ({
    ...file,
    messages: file.messages.filter(({severity}) => severity === 'error'),
  }))
  return {...report, files}
}
