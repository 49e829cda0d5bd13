import {assumedText} from '../lint/index.js'
import {documentsOf, type Gathered, gather, planned} from '../migrate/index.js'
import {append, jsonText, printable} from '../text/index.js'
import type {Home, Workspace} from '../workspace/index.js'
import {writeAll} from './support/all-or-nothing.js'
import {define} from './support/define.js'
import {printDiff} from './support/diff.js'
import {kindName, withSchema} from './support/kinds.js'
import {migrationReport, type Run} from './support/migrate/json.js'
import {knownVersions, lacks, linksAmong, refuseAll} from './support/migrate/refusals.js'
import {migrationText} from './support/migrate/text.js'
import {FORMAT, KIND} from './support/options.js'
import {paletteOf} from './support/palette.js'
import {progressOn} from './support/progress.js'
import {UsageError} from './support/usage.js'
import {shownFrom, workspaceOf} from './support/workspace.js'
import type {Context} from './types.js'

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
    'Exit status: 0 migrated, or of that version already; 1 a document was left as it is, with the reason; 2 a document cannot be read ' +
      '(the others are migrated), or cannot be written, or is named and its kind lacks the version (nothing is written).',
  ],
  run: async (paths, values, context) => {
    const version = versionFrom(values.to)
    const workspace = await workspaceOf(context)
    try {
      const kind = await kindName(values.kind, workspace, context, paths)
      if (version === undefined) throw new UsageError(`Missing --to, ${await knownVersions(workspace, context)}`)
      const show = shownFrom(workspace)
      const selection = await workspace.select(paths)
      for (const {text} of selection.notes) context.note(`note: ${text}`)
      refuseAll(selection.problems, context)
      const options = {workspace, ...(kind === undefined ? {} : {kind})}
      const found = await withSchema(undefined, workspace, context, () => gather(selection.files, version, options))
      refuseAll(lacks(found, version, show), context)
      const taken = assumedText(found.assumed.map(show), 'read')
      if (taken !== undefined) context.note(`note: ${taken}`)
      const run = await planAll(found, version, workspace, context)
      refuseAll(
        await linksAmong(
          run.files.map(({path}) => path),
          workspace,
          show,
        ),
        context,
      )
      const isDry = values['dry-run']
      const page = {palette: paletteOf(context.colour), show, columns: context.columns}
      if (!isDry) await writeAll(run.files, workspace, show)
      if (values.format === 'json') context.print(jsonText(migrationReport(run, {written: !isDry, show})))
      else {
        if (isDry) await printDiff(run.files, workspace, context)
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

/** What becomes of the documents of all workspaces, with paths of the one that was asked. */
async function planAll(
  found: Gathered,
  version: number,
  asked: Workspace,
  context: Pick<Context, 'status' | 'note'>,
): Promise<Run> {
  const show = shownFrom(asked)
  const run: Run = {version, documents: [], files: [], left: [], unread: [...found.unread]}
  const watching = {
    onRead: progressOn(context, undefined, 'read').onProgress,
    onMigrated: progressOn(context, undefined, 'migrated').onProgress,
  }
  for (const {home, subjects} of found.groups) {
    const {workspace} = home
    const outward = outwardOf(home, asked)
    const onUnread = ({path, reason}: {path: string; reason: string}) => {
      if (found.unread.some(each => each.path === outward(path))) return
      context.note(
        `note: "${printable(show(outward(path)))}" was not looked at, and may cite what is migrated: ${printable(reason)}`,
      )
    }
    const plan = await planned(subjects, documentsOf(workspace, onUnread), workspace, watching)
    append(
      run.documents,
      plan.documents.map(document => ({...document, path: outward(document.path)})),
    )
    append(
      run.files,
      plan.files.map(({rewritten, ...file}) => ({
        ...file,
        path: outward(file.path),
        rewritten: rewritten.map(each => ({...each, of: outward(each.of)})),
      })),
    )
    append(
      run.left,
      plan.left.map(each => ({...each, path: outward(each.path), of: outward(each.of)})),
    )
  }
  return run
}

function outwardOf(home: Home, asked: Workspace): (path: string) => string {
  return home.workspace.root === asked.root ? path => path : home.outward
}
