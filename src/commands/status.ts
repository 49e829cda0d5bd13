import {resolve} from 'node:path'
import {nextOf, type PlannedFile, planned, type Standing, type Step, statusSince} from '../status/index.js'
import {jsonText} from '../text/index.js'
import type {Home, Workspace} from '../workspace/index.js'
import {writeAll} from './support/all-or-nothing.js'
import {define} from './support/define.js'
import {kindName, schemaText, withSchema} from './support/kinds.js'
import {FORMAT, KIND, SCHEMA} from './support/options.js'
import {paletteOf} from './support/palette.js'
import {shownDiff} from './support/shown-diff.js'
import {changeReport, type Outcome, standingReport} from './support/status/json.js'
import {reasonFrom} from './support/status/reason.js'
import {type Asked, type Reading, standingAt, stepsFor} from './support/status/request.js'
import {changeText, type Page, refusalText, standingText} from './support/status/text.js'
import {UsageError} from './support/usage.js'
import {homeOf, shownFrom, workspaceOf} from './support/workspace.js'
import type {Context} from './types.js'

export const command = define({
  usage: 'status FILE [STATUS]',
  description:
    'Shows the status of a document, since when it has it, and what bars each that may follow. With a status it sets that one, ' +
    'and the day of the last update: where it may follow, and the document has no error under the law of that status.',
  arity: [1, 2],
  arguments: [
    ['FILE', 'The document'],
    ['STATUS', 'The new status: in full, in its short form, in other words of the form, or with hyphens: in-review'],
  ],
  options: {
    'superseded-by': {
      type: 'string',
      value: 'FILE',
      describe:
        'The document that takes its place: both name each other, and this one gets the status of such documents',
    },
    supersedes: {
      type: 'list',
      value: 'FILE',
      describe: 'A document whose place it takes: the same from the other side. May be given again',
    },
    force: {
      type: 'string',
      value: 'REASON',
      describe: 'Set it against what bars it; the reason comes to stand behind the status',
    },
    date: {
      type: 'string',
      value: 'DATE',
      describe: 'The day of the update, such as 2026-01-31. By default SOURCE_DATE_EPOCH, else today (UTC)',
    },
    'dry-run': {type: 'boolean', describe: 'Print what would change as a diff, and write nothing'},
    kind: KIND,
    schema: SCHEMA,
    format: FORMAT,
  },
  examples: [
    ['spec status specs/2026-01-15-search.md', 'What is it, and what keeps it from the next?'],
    ['spec status specs/2026-01-15-search.md in-review', 'Hand it over for review'],
    ['spec status specs/search.md approved --force "Ada decides in May"', 'Set it all the same'],
    ['spec status specs/old.md --superseded-by specs/new.md', 'Link both, and retire the old one'],
    ['spec status specs/new.md approved --supersedes specs/old.md', 'Approve one that retires another'],
  ],
  more: [
    'Which statuses there are and which may follow which says the template of the kind; see docs/status.md.',
    'Exit status: 0 shown, set, or so already; 1 refused; 2 the document cannot be read or written.',
  ],
  run: async ([file = '', status], values, context) => {
    const asked: Asked = {file, status, supersededBy: values['superseded-by'], supersedes: values.supersedes}
    const isShown = status === undefined && asked.supersededBy === undefined && asked.supersedes.length === 0
    for (const option of ['force', 'dry-run', 'date'] as const)
      if (isShown && values[option])
        throw new UsageError(`Unexpected --${option} without a status, expected one to set`)
    const reason = reasonFrom(values.force)
    const opened = {...(values.date === undefined ? {} : {date: values.date})}
    const workspace = await workspaceOf(context, opened)
    try {
      const kind = await kindName(values.kind, workspace, context, [file])
      const schema = values.schema === undefined ? undefined : await schemaText(workspace, values.schema)
      const reading: Reading = {context, kind, schema}
      const main = await standingAt(file, workspace, reading)
      const page = {columns: context.columns, palette: paletteOf(context.colour), show: shownOf(main.home, workspace)}
      const job: Job = {main, reading, page, format: values.format ?? 'text', isDry: values['dry-run'], reason}
      if (isShown) return await show(job)
      const steps = await stepsFor(asked, main, workspace, reading)
      const overlaid = async (texts: ReadonlyMap<string, string>): Promise<Workspace> => {
        const {root} = main.home.workspace
        const overlay = new Map([...texts].map(([path, text]) => [resolve(root, path), text]))
        return (await homeOf(await workspaceOf(context, {...opened, overlay}), file, context)).workspace
      }
      return await change(steps, overlaid, job)
    } finally {
      await workspace.close()
    }
  },
})

interface Job {
  main: {standing: Standing; home: Home}
  reading: Reading
  page: Page
  format: 'text' | 'json'
  isDry: boolean
  reason: string | undefined
}

async function show({main: {standing, home}, reading, page, format}: Job): Promise<number> {
  const {context} = reading
  const next = await withSchema(reading.schema, home.workspace, context, () =>
    nextOf(standing, {...optionsOf(reading), workspace: home.workspace}),
  )
  const found = {standing, since: await statusSince(standing, home.workspace), next}
  context.print(format === 'json' ? jsonText(standingReport(found, page.show)) : standingText(found, page))
  return 0
}

async function change(steps: Step[], overlaid: Parameters<typeof planned>[1], job: Job): Promise<number> {
  const {main, reading, isDry, reason} = job
  const {context} = reading
  const planOf = async (wanted: readonly Step[]): Promise<PlannedFile[]> => {
    const plan = await withSchema(reading.schema, main.home.workspace, context, () =>
      planned(wanted, overlaid, optionsOf(reading)),
    )
    if (!plan.ok) throw new UsageError(`"${job.page.show(plan.path)}" cannot be changed: ${plan.reason}`)
    return plan.files
  }
  const dated = steps.map(step => withDay(step, main.home.workspace.today))
  let files = await planOf(dated)
  const refused = new Set(files.filter(({refusal}) => refusal).map(({path}) => path))
  if (refused.size > 0 && reason !== undefined)
    files = await planOf(dated.map(step => (refused.has(step.standing.path) ? withNote(step, reason) : step)))
  if (refused.size === 0 && reason !== undefined && files.length > 0)
    context.note('note: Nothing bars it: the reason of --force was not written')

  const outcome: Outcome =
    files.length === 0 ? 'unchanged' : refused.size > 0 && reason === undefined ? 'refused' : isDry ? 'dry-run' : 'set'
  if (outcome === 'set') await writeAll(files, main.home.workspace, job.page.show)
  tell(outcome, files, job, context)
  return outcome === 'refused' ? 1 : 0
}

function tell(outcome: Outcome, files: readonly PlannedFile[], job: Job, context: Context): void {
  const {main, page, format, reason} = job
  if (format === 'json') {
    context.print(jsonText(changeReport(main.standing, {outcome, files, reason}, page.show)))
    return
  }
  if (outcome === 'refused') context.print(refusalText(files, page))
  else if (outcome === 'unchanged')
    context.print(
      `${page.show(main.standing.path)} is as it was to be already: ${main.standing.current ?? 'no status'}\n`,
    )
  else {
    const text = changeText(files, {written: outcome === 'set', reason}, page)
    if (outcome === 'set') context.print(text)
    else {
      for (const {path, before, after} of files) context.print(shownDiff(page.show(path), before, after))
      context.complain(text)
    }
  }
}

// The day goes with the status: who links two documents has updated neither.
function withDay({standing, wanted}: Step, day: string): Step {
  return {standing, wanted: wanted.status ? {...wanted, day} : wanted}
}

// Only a new status is refused, and a document without one keeps what it has.
function withNote({standing, wanted: {status, ...wanted}}: Step, note: string): Step {
  return {standing, wanted: {...wanted, ...(status && {status: {...status, note}})}}
}

function optionsOf({kind, schema}: Reading): {kind?: string; schema?: NonNullable<Reading['schema']>} {
  return {...(kind !== undefined && {kind}), ...(schema && {schema})}
}

function shownOf({outward}: Home, workspace: Workspace): (path: string) => string {
  const show = shownFrom(workspace)
  return path => show(outward(path))
}
