import {statSync} from 'node:fs'
import {resolve} from 'node:path'
import {ScaffoldError, type ScaffoldRequest, type ScaffoldResult, scaffold} from '../scaffold/index.js'
import {jsonText, rethrowUnless} from '../text/index.js'
import type {Workspace} from '../workspace/index.js'
import {define} from './support/define.js'
import {formOf} from './support/form.js'
import {schemaText} from './support/kinds.js'
import {FORMAT, SCHEMA} from './support/options.js'
import {paletteOf} from './support/palette.js'
import {remaining} from './support/remaining.js'
import {scaffoldText} from './support/scaffold-text.js'
import {UsageError} from './support/usage.js'
import {homeOf, shownFrom, workspaceOf} from './support/workspace.js'

const SCHEMA_VERSION = 1

export const command = define({
  usage: 'scaffold [TITLE]',
  description:
    'Starts a spec: the empty form, filled in with what git and the research say. Chooses the research that fits the title, ' +
    'cites it, and carries its open questions over. Writes that one new file, and nothing else.',
  arity: [0, Number.POSITIVE_INFINITY],
  arguments: [
    ['TITLE', 'What the spec is about. Without one, the topic of the one research document that --research names'],
  ],
  options: {
    research: {
      type: 'list',
      value: 'PATH',
      describe:
        'A research document to cite, or a folder or glob to choose from; may be given again. By default all research',
    },
    'no-research': {type: 'string', value: 'REASON', describe: 'Cite no research, for this reason'},
    out: {
      type: 'string',
      value: 'PATH',
      describe:
        'The new file, or the folder for it. By default yyyy-mm-dd-title.md in the folder of the kind, else of specs; a folder of ' +
        'that name where the files of the kind are such as specs/*/spec.md. In a workspace below, that one says what there is',
    },
    date: {
      type: 'string',
      value: 'DATE',
      describe: 'The day of the spec, such as 2026-01-31. By default SOURCE_DATE_EPOCH, else today (UTC)',
    },
    author: {type: 'string', value: 'NAME', describe: "Who writes it. By default git's user.name"},
    owner: {
      type: 'string',
      value: 'NAME',
      describe: "The team that owns it. By default the owner in CODEOWNERS, else owner/repo of git's remote",
    },
    kind: {
      type: 'string',
      value: 'NAME',
      describe: 'What kind of document: rfc, or one of the config with its own form and folder. By default rfc',
    },
    template: {
      type: 'string',
      value: 'FILE',
      describe: 'A form of your own, a Markdown file. By default that of the kind',
    },
    'template-version': {
      type: 'string',
      value: 'VERSION',
      describe:
        'The version of the form of the kind, where it has several. By default the one of new documents; of rfc 1',
    },
    schema: SCHEMA,
    guidance: {
      type: 'string',
      value: 'HOW',
      choices: ['comment', 'visible', 'none'],
      describe:
        'Where the form says what belongs in a section: as a comment, visible, or none of it. By default comment',
    },
    'dry-run': {type: 'boolean', describe: 'Print the document and write nothing'},
    format: FORMAT,
  },
  examples: [
    ['spec scaffold "Invoice export"', 'Choose from all research'],
    ['spec scaffold --research research/2026-01-15-invoices.md', 'From one document, and named after it'],
    ['spec scaffold "Login page" --no-research "a change of words only"', 'Say why there is none'],
    ['spec scaffold "Use SQLite" --kind decision', 'A kind of your own, see spec.config.yaml'],
    ['spec scaffold "Invoice export" --template-version 2', 'Version 2 of the form: section 8 is the test plan'],
    ['spec scaffold "Invoice export" --dry-run', 'Look first'],
  ],
  more: ['Exit status: 0 written (or printed), 2 it could not be: a file that stands there already is never touched.'],
  run: async (args, values, context) => {
    const format = values.format ?? 'text'
    const guidance = values.guidance ?? 'comment'
    const title = oneTitle(args)
    const asked = await workspaceOf(context)
    // Where it will stand decides what holds for it.
    const {workspace} =
      values.out === undefined ? {workspace: asked} : await homeOf(asked, insideOf(values.out, asked), context)
    const form = await formOf({...values, version: values['template-version']}, workspace, context)
    const schema = values.schema === undefined ? undefined : await schemaText(workspace, values.schema)
    const request: ScaffoldRequest = {
      ...defined({
        title,
        noResearch: values['no-research'],
        out: values.out,
        folder: form.folder,
        file: form.file,
        date: values.date,
        author: values.author,
        owner: values.owner,
      }),
      template: form.template,
      research: values.research,
      guidance,
      lintOptions: [
        ...(context.root === undefined ? [] : ['--root', context.root]),
        ...(values.schema === undefined ? [] : ['--schema', values.schema]),
      ],
    }
    const result = await scaffolded(request, workspace)
    const isDry = values['dry-run']
    // A form of one's own is checked by a kind of one's own, which is not known here.
    const {kind} = form
    const left = kind === undefined ? undefined : await remaining(result, {workspace, schema, context, kind})
    if (!isDry) await write(result, workspace)

    for (const {text} of result.notes) context.note(`note: ${text}`)
    const show = shownFrom(workspace)
    if (format === 'json') context.print(jsonText(report(result, {written: !isDry, show})))
    else {
      const text = scaffoldText(result, {...context, palette: paletteOf(context.colour), show, left, written: !isDry})
      if (isDry) context.print(result.text)
      if (isDry) context.complain(text)
      else context.print(text)
    }
    return 0
  },
})

// A folder is named as such, or is there.
function insideOf(out: string, {cwd}: Workspace): string {
  return /[/\\]$/.test(out) || isFolder(resolve(cwd, out)) ? `${out}/-` : out
}

// What no system can have is none (a NUL in it, a name too long), and is refused as a place to write to.
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

function oneTitle([title, ...more]: readonly string[]): string | undefined {
  if (title === undefined || more.length === 0) return title
  throw new UsageError(
    `Unexpected argument "${more[0]}", expected one title. Did you mean "${[title, ...more].join(' ')}"?`,
  )
}

async function scaffolded(request: ScaffoldRequest, workspace: Workspace): Promise<ScaffoldResult> {
  try {
    return await scaffold(request, workspace)
  } catch (error) {
    rethrowUnless(error, ScaffoldError)
    throw new UsageError(error.message)
  }
}

async function write({path, text}: ScaffoldResult, workspace: Workspace): Promise<void> {
  const created = await workspace.create(path, text)
  if (!created.ok) throw new UsageError(`${path} was not written: ${created.reason}`)
}

/** The contract of schema/scaffold.schema.json. */
function report(result: ScaffoldResult, {written, show}: {written: boolean; show(path: string): string}): object {
  return {
    schemaVersion: SCHEMA_VERSION,
    path: show(result.path),
    written,
    values: result.values.map(value => (value.field === 'path' ? {...value, value: show(result.path)} : value)),
    research: result.research.map(entry => ({...entry, path: show(entry.path)})),
    notes: result.notes,
    nextSteps: result.nextSteps,
    ...(written ? {} : {text: result.text}),
  }
}

/** The values that are there: an option that is not given has none. */
function defined<T extends object>(values: T): {[K in keyof T]?: Exclude<T[K], undefined>} {
  const given: {[K in keyof T]?: Exclude<T[K], undefined>} = {}
  for (const key in values) {
    const value = values[key]
    if (isDefined(value)) given[key] = value
  }
  return given
}

function isDefined<T>(value: T): value is Exclude<T, undefined> {
  return value !== undefined
}
