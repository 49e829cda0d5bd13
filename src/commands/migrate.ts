import {documentsOf, type Gathered, gather, lack, planned} from '../migrate/index.js'
import {jsonText} from '../text/index.js'
import type {Home, Workspace} from '../workspace/index.js'
import {allOrNothing, replacing} from './support/all-or-nothing.js'
import {define} from './support/define.js'
import {printDiff} from './support/diff.js'
import {kindName, kindsOf, withSchema} from './support/kinds.js'
import {migrationReport, type Run} from './support/migrate/json.js'
import {migrationText} from './support/migrate/text.js'
import {FORMAT, KIND} from './support/options.js'
import {paletteOf} from './support/palette.js'
import {UsageError} from './support/usage.js'
import {shownFrom, workspaceOf} from './support/workspace.js'

export const command = define({
  usage: 'migrate [PATH...] --to VERSION',
  description:
    'Brings documents to another version of the template of their kind: sections and rows that it calls otherwise are renamed, with all ' +
    'that cites them, new ones are put in to be filled in, and the comment at the end says the version. What the author wrote stays.',
  arity: [0, Number.POSITIVE_INFINITY],
  arguments: [
    [
      'PATH',
      'A file, a folder or a glob, relative to the working folder. Without one, all documents of the kinds that have the version',
    ],
  ],
  options: {
    to: {type: 'string', value: 'VERSION', describe: 'The version, such as 2'},
    kind: KIND,
    'dry-run': {type: 'boolean', describe: 'Print what would change as a diff, and write nothing'},
    format: FORMAT,
  },
  examples: [
    ['spec migrate specs/2026-01-15-search.md --to 2 --dry-run', 'See what version 2 of the RFC makes of it'],
    ['spec migrate specs/2026-01-15-search.md --to 2', 'Do it'],
    ['spec migrate --to 2', 'All documents whose kind has a version 2'],
    ['spec migrate --to 2 --format json', 'For other tools, see schema/migrate.schema.json'],
  ],
  more: [
    'Sections and rows that the version has no more stay where the author wrote something; see docs/migrate.md.',
    'Exit status: 0 migrated, or of that version already; 1 a document was left as it is; 2 a document cannot be read or written, or its ' +
      'kind does not have the version: then nothing is written.',
  ],
  run: async (paths, values, context) => {
    const version = versionFrom(values.to)
    const workspace = await workspaceOf(context)
    try {
      const kind = await kindName(values.kind, workspace, context, paths)
      if (version === undefined) throw new UsageError(`Missing --to, ${await known(workspace, context)}`)
      const selection = await workspace.select(paths)
      for (const {text} of selection.notes) context.note(`note: ${text}`)
      refuseAll(selection.problems)
      const options = {workspace, ...(kind === undefined ? {} : {kind})}
      const found = await withSchema(undefined, workspace, context, () => gather(selection.files, version, options))
      refuseAll(found.problems)
      if (found.groups.length === 0) nothingFor(version, found, paths)
      for (const path of found.assumed)
        context.note(`note: "${path}" belongs to no kind and does not say what it is: read as rfc`)
      const run = await planAll(found, version, workspace)
      const isDry = values['dry-run']
      const page = {palette: paletteOf(context.colour), show: shownFrom(workspace), columns: context.columns}
      if (!isDry) await allOrNothing(run.files.map(file => replacing(file, workspace.replace, page.show)))
      if (values.format === 'json') context.print(jsonText(migrationReport(run, {written: !isDry, show: page.show})))
      else {
        if (isDry) printDiff(run.files, workspace, context)
        const text = migrationText(run, {...page, written: !isDry})
        if (isDry) context.complain(text)
        else context.print(text)
      }
      return run.unread.length > 0 ? 2 : run.documents.some(({migration}) => !migration.ok) ? 1 : 0
    } finally {
      await workspace.close()
    }
  },
})

function versionFrom(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined
  const digits = /^v?(\d{1,9})$/.exec(typed)?.[1]
  if (digits !== undefined) return Number(digits)
  throw new UsageError(`Unexpected version "${typed}", expected a whole number such as 2`)
}

async function known(workspace: Workspace, context: Parameters<typeof kindsOf>[2]): Promise<string> {
  const {kinds} = await kindsOf(workspace, undefined, context)
  const several = Object.values(kinds).filter(({versions = []}) => versions.length > 1)
  const words = several.map(({name, versions = []}) => `${versions.map(each => each.version).join(', ')} of ${name}`)
  return `expected a version: ${words.join('; ')}`
}

// All at once, so that nobody corrects one after the other; nothing has been written.
function refuseAll([first, ...others]: readonly string[]): void {
  if (first === undefined) return
  throw new UsageError([first, ...others].join('\nspec: '))
}

function nothingFor(version: number, {kinds}: Gathered, paths: readonly string[]): void {
  if (kinds.size === 0) return
  const words = [...kinds].map(kind => lack(kind, version))
  const where = paths.length > 0 ? 'what was named' : 'the workspace'
  throw new UsageError(`No document of a kind with version ${version} in ${where}: ${words.join('; ')}`)
}

/** What becomes of the documents of all workspaces, with paths of the one that was asked. */
async function planAll(found: Gathered, version: number, asked: Workspace): Promise<Run> {
  const run: Run = {version, documents: [], files: [], left: [], unread: [...found.unread]}
  for (const {home, subjects} of found.groups) {
    const {workspace} = home
    const plan = await planned(subjects, version, documentsOf(workspace), workspace)
    const outward = outwardOf(home, asked)
    run.documents.push(...plan.documents.map(document => ({...document, path: outward(document.path)})))
    run.files.push(
      ...plan.files.map(({rewritten, ...file}) => ({
        ...file,
        path: outward(file.path),
        rewritten: rewritten.map(each => ({...each, of: outward(each.of)})),
      })),
    )
    run.left.push(...plan.left.map(each => ({...each, path: outward(each.path), of: outward(each.of)})))
  }
  return run
}

function outwardOf(home: Home, asked: Workspace): (path: string) => string {
  return home.workspace.root === asked.root ? path => path : home.outward
}
