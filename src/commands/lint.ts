import type {LintFilesOptions, Report} from '../lint/index.js'
import {BASELINE_OPTIONS, baselineOf} from './support/baseline.js'
import {define} from './support/define.js'
import {deliver} from './support/deliver.js'
import {FIX_OPTIONS, fixFound, fixingOf, foundBy, reportPrinter} from './support/fixing.js'
import {FAIL_ON, gateNote, gateOf, severitiesFrom, statusOf} from './support/gate.js'
import {kindName, schemaText, withSchema} from './support/kinds.js'
import {KIND, MAX_SIZE, SCHEMA, SINCE, STAGED, STDIN_FILENAME} from './support/options.js'
import {FORMATS, OUTPUT, refuseDocuments, reporterNamed, targetsOf} from './support/outputs.js'
import {progressOn} from './support/progress.js'
import {bytesOf} from './support/size.js'
import {takeStdin} from './support/stdin.js'
import {THREAD_OPTIONS, threadsOf} from './support/threads.js'
import {listed} from './support/usage.js'
import {watchable} from './support/watch.js'
import {reading} from './support/workspace.js'

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
    'ignore-unknown': {
      type: 'boolean',
      describe: 'Leave out named files that would not be checked without paths: for hooks, which name all that changed',
    },
    drift: {type: 'boolean', describe: 'Report cited code that HEAD has otherwise, place by place, as errors'},
    staged: STAGED,
    since: SINCE,
    ...BASELINE_OPTIONS,
    ...FIX_OPTIONS,
    rule: {
      type: 'list',
      value: 'ID:SEVERITY',
      describe: 'Set a rule to error, warning, info or off. May be given again',
    },
    'fail-on': {
      type: 'string',
      value: 'SEVERITY',
      choices: FAIL_ON,
      describe: 'The least that fails: error (default), warning, info or never',
    },
    'max-warnings': {type: 'string', value: 'N', describe: 'Fail with more warnings than this'},
    quiet: {type: 'boolean', alias: 'q', describe: 'Print and write errors only; the rest is counted'},
    cache: {
      type: 'boolean',
      describe: 'Answer from what was found before wherever nothing has changed since that the check looked at',
    },
    watch: {type: 'boolean', describe: 'Check again whenever something changes that the check looked at, until Ctrl-C'},
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: FORMATS,
      describe: `How to print: ${listed(FORMATS)}. By default text`,
    },
    output: OUTPUT,
    'stdin-filename': STDIN_FILENAME,
    'max-size': MAX_SIZE,
    ...THREAD_OPTIONS,
  },
  examples: [
    ['spec lint', 'Check every spec'],
    ['spec lint specs/2026-01-15-search.md', 'Check one'],
    ['spec lint "specs/2026-*.md" --schema team.yaml', 'Check some, by the rules of a team'],
    ['spec lint specs/2026-01-15-search.md --drift', 'Check whether the code is still as it was cited'],
    ['spec lint --rule residue:error --max-warnings 0', 'Be stricter than the rules are'],
    ['spec lint --update-baseline', 'Freeze what is wrong today; from now on only what is new is told'],
    ['spec lint --since origin/main', 'Check the specs that this branch changes'],
    ['spec lint --fix', 'Mend what takes no judgement, and tell what is left'],
    ['spec lint --fix-unsafe --dry-run', 'See as a diff what could be mended at all'],
    ['spec lint --watch', 'Check while you write'],
    ['spec lint --format json > report.json', 'Print what other tools can read'],
    [
      'spec lint --format github --output sarif=spec.sarif',
      'Annotate in GitHub Actions, and write what code scanning takes',
    ],
    ['cat draft.md | spec lint - --stdin-filename specs/draft.md', 'Check what is not saved yet'],
  ],
  more: [
    'Where spec.baseline.json stands at the root of a workspace, what it freezes in that one is left out and counted. With --since, or --staged, it does not ' +
      'count for a document whose status has changed. --staged alone says where to read, and leaves no document out.',
    '<!-- spec: rfc v1 --> at the end of a file says what it is. A named file without it that no kind claims is read as an RFC.',
    'Exit status: 0 no errors, 1 errors, 2 the command line, the config or a schema cannot be followed, or a file could not be ' +
      'checked. Warnings and infos do not fail unless --fail-on or --max-warnings says so.',
  ],
  run: watchable(async (paths, values, context) => {
    const started = performance.now()
    const reporter = reporterNamed(values.format ?? 'text')
    const bytes = bytesOf('max-size', values['max-size'])
    const gate = gateOf(values)
    const fixing = fixingOf(values, paths)
    const targets = await targetsOf(values.output, context)
    const {args, piped} = await takeStdin(paths, values['stdin-filename'], bytes, context)
    const {workspace, source} = await reading(context, bytes, piped, {staged: values.staged})
    await refuseDocuments(targets, workspace)
    const kind = await kindName(values.kind, workspace, context, args)
    const schema = values.schema === undefined ? undefined : await schemaText(workspace, values.schema)
    const partly = [piped && '"-"', values.staged && '--staged', values.since !== undefined && '--since']
    const frozen = await baselineOf(values, partly, workspace, context)
    const threads = await threadsOf(values, bytes)
    const options = {
      workspace,
      research: values.research,
      ignoreUnknown: values['ignore-unknown'],
      limits: {bytes},
      cache: values.cache && fixing === undefined,
      severities: {...(values.drift && DRIFT), ...severitiesFrom(values.rule)},
      ...(kind === undefined ? {} : {kind}),
      ...(schema ? {schema} : {}),
      ...(values.since === undefined ? {} : {since: values.since}),
      ...(threads && {threads}),
      ...frozen.options,
      ...progressOn(context),
    } satisfies LintFilesOptions
    const asked = {args, options, source, bytes, input: piped, quiet: values.quiet}
    const work = () => (fixing ? fixFound(fixing, asked, context) : foundBy(asked))
    const found = await withSchema(schema, workspace, context, work).finally(async () => {
      await threads?.close()
      await workspace.close()
    })
    const report = await frozen.settle(found.report)

    for (const {text} of report.notes) context.note(`note: ${text}`)
    for (const problem of report.problems ?? []) context.note(`spec: ${problem}`)
    // Where nothing that was named is there, a report would only say so again.
    if (report.problems !== undefined && report.files.length === 0) return statusOf(report, gate)
    const elapsed = performance.now() - started
    const delivery = {reporter, targets, workspace, source: found.source, schema, gate, elapsed}
    const delivered = await deliver(
      values.quiet ? withErrorsOnly(report) : report,
      delivery,
      reportPrinter(fixing, context),
    )
    const why = gateNote(report, gate)
    if (why !== undefined) context.note(`note: ${why}`)
    return delivered && found.written ? statusOf(report, gate) : 2
  }),
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
