import {jsonText} from '../text/index.js'
import type {Workspace} from '../workspace/index.js'
import {define} from './support/define.js'
import {checkHook} from './support/init/check.js'
import {choicesOf} from './support/init/choices.js'
import {CIS} from './support/init/ci.js'
import {HOOKS} from './support/init/hooks.js'
import {planOf} from './support/init/plan.js'
import {filesText, nextText} from './support/init/plan-text.js'
import {confirmed} from './support/init/questions.js'
import {surveyOf} from './support/init/survey.js'
import type {Plan, Planned} from './support/init/types.js'
import {writePlan} from './support/init/write.js'
import {FORMAT} from './support/options.js'
import {paletteOf} from './support/palette.js'
import {oneOf, UsageError} from './support/usage.js'
import {shownFrom, workspaceOf} from './support/workspace.js'

const SCHEMA_VERSION = 1

export const command = define({
  usage: 'init',
  description:
    'Sets a workspace up: a config, a hook and a CI job, as they fit what is there. Asks on a terminal, and takes flags and ' +
    'defaults elsewhere. A file that is there already is left as it is: what it needs is shown.',
  arity: [0, 0],
  arguments: [],
  options: {
    specs: {
      type: 'list',
      value: 'FOLDER',
      describe: 'A folder of specs; may be given again. By default those that are there',
    },
    research: {
      type: 'list',
      value: 'FOLDER',
      describe: 'A folder of research; may be given again. By default those that are there',
    },
    hook: {
      type: 'string',
      value: 'HOOK',
      describe: `What runs the hook: ${HOOKS.join(', ')}. By default what is in use, else git`,
    },
    ci: {type: 'string', value: 'CI', describe: `Where the job runs: ${CIS.join(', ')}. By default what is in use`},
    append: {type: 'boolean', describe: 'Add the hook to a .pre-commit-config.yaml that is there, too'},
    yes: {type: 'boolean', alias: 'y', describe: 'Ask nothing: take the flags, else what is proposed'},
    'dry-run': {type: 'boolean', describe: 'Print what would be written, and write nothing'},
    check: {
      type: 'boolean',
      describe: 'Set nothing up, but prove that the installed hook refuses a broken spec and accepts a sound one',
    },
    format: FORMAT,
  },
  examples: [
    ['spec init', 'Ask, and set up'],
    ['spec init --dry-run', 'Look first'],
    ['spec init --yes --specs docs/rfcs --hook pre-commit --ci github', 'Set up without a question'],
    ['spec init --check', 'Prove that the hook is no decoration'],
  ],
  more: [
    '--check commits in a clone in a temporary folder, which is removed: your index, work tree and branches are not touched. It is ' +
      'the one command that runs what the repository itself brings: its hooks, and its filters while files are checked out.',
    'Exit status: 0 set up, or proven; 1 the hook lets a broken spec pass, or refuses a sound one, or there is none; 2 it could not ' +
      'be done.',
  ],
  run: async (_args, values, context) => {
    const format = oneOf('format', values.format ?? 'text', ['text', 'json'])
    const workspace = await workspaceOf(context)
    if (values.check) return checkHook(workspace, format, context).finally(workspace.close)
    // Who reads the result is a program.
    const quiet = values.yes || values['dry-run'] || format === 'json'
    const asking = {...context, ask: quiet ? undefined : context.ask}
    const survey = await surveyOf(workspace, context).finally(workspace.close)
    const {choices, absent} = await choicesOf(values, survey, workspace, asking)
    const plan = planOf(survey, choices, {
      append: values.append,
      absent,
      tool: context.tool.name,
      root: rootFor(workspace),
    })

    const above = survey.top === undefined ? workspace : await workspaceOf({...context, root: survey.top})
    const show = (file: Planned): string => shownFrom(file.from === 'top' ? above : workspace)(file.path)
    const text = {columns: context.columns, palette: paletteOf(context.colour), show}
    const isDry = values['dry-run']
    for (const note of plan.notes) context.note(`note: ${note}`)
    if (asking.ask) {
      context.print(filesText(plan, false, text))
      if (!(await confirmed(asking.ask, context.note))) throw new UsageError('Nothing was written')
    }
    if (!isDry) await writePlan(plan, {root: workspace, top: above})
    if (format === 'json') context.print(jsonText(report(plan, {workspace, written: !isDry, show})))
    else context.print(`${filesText(plan, !isDry, text)}\n${nextText(plan, text)}`)
    return 0
  },
})

/** The root for commands that the user runs next: none where they stand in it, for there it is found. */
function rootFor(workspace: Workspace): string {
  const root = shownFrom(workspace)('')
  return /^(?:\.\.(?:\/|$))*$/.test(root) ? '' : root
}

/** The contract of schema/init.schema.json. */
function report(
  {files, notes, next}: Plan,
  {workspace, written, show}: {workspace: Workspace; written: boolean; show(file: Planned): string},
): object {
  return {
    schemaVersion: SCHEMA_VERSION,
    root: workspace.root,
    written,
    files: files.map(file => ({
      path: show(file),
      action: file.action,
      ...(file.action !== 'keep' && {text: file.text}),
    })),
    notes,
    nextSteps: next,
  }
}
