import {lintFiles} from '../lint/index.js'
import {chosen, statusNames, unknownStatuses} from '../listing/index.js'
import {jsonText} from '../text/index.js'
import {baselineOf} from './support/baseline.js'
import {define} from './support/define.js'
import {kindName, withSchema} from './support/kinds.js'
import {entriesOf, visitor} from './support/list/entries.js'
import {listReport} from './support/list/json.js'
import {LIST_OPTIONS, pageRequest, requestFrom} from './support/list/request.js'
import {listText} from './support/list/text.js'
import {writePage} from './support/list/write.js'
import {paletteOf} from './support/palette.js'
import {progressOn} from './support/progress.js'
import {bytesOf} from './support/size.js'
import {didYouMean, UsageError} from './support/usage.js'
import {reading, shownFrom} from './support/workspace.js'

export const command = define({
  usage: 'list [PATH...]',
  description:
    'Lists every spec of the workspace, or those that are named, a line each: status, owner, days since the last update, sections ' +
    'that say something, open questions, citations and how many are wrong, errors and warnings. With --write it keeps a ' +
    'table of them in a page up to date.',
  arity: [0, Number.POSITIVE_INFINITY],
  arguments: [['PATH', 'A file, a folder or a glob, relative to the working folder']],
  options: LIST_OPTIONS,
  examples: [
    ['spec list', 'All specs'],
    ['spec list --status draft --older-than 90', 'Drafts that nobody has touched for three months'],
    ['spec list --with-errors --sort errors -r', 'What is worst'],
    ['spec list --columns title,status,open', 'Other columns'],
    ['spec list --format json', 'For other tools, see schema/list.schema.json'],
    ['spec list --write specs/README.md', 'Keep an index page'],
    ['spec list --write specs/README.md --check', 'In CI: does it need to be written?'],
  ],
  more: [
    'In a page the table stands between <!-- spec-list: begin --> and <!-- spec-list: end -->, and nothing else changes. The first ' +
      'keeps --status, --kind, --owner, --columns and --sort. "spec lint" tells when it is behind. See docs/list.md.',
    'Exit status: 0 listed or written; 1 with --check: the page is behind; 2 usage, a named document is not there, or one could ' +
      'not be checked.',
  ],
  run: async (paths, values, context) => {
    const request = requestFrom(values)
    const page = pageRequest(values, paths)
    const bytes = bytesOf('max-size', values['max-size'])
    const {workspace} = await reading(context, bytes, undefined, {staged: values.staged})
    try {
      for (const kind of values.kind) await kindName(kind, workspace, context, paths)
      if (page) return await writePage(page, {workspace, context, bytes})
      const frozen = await baselineOf(NO_BASELINE_OPTIONS, [], workspace, context)
      const seen = visitor(workspace.today)
      const report = await withSchema(undefined, workspace, context, () =>
        lintFiles(paths, {
          workspace,
          pages: false,
          limits: {bytes},
          ...frozen.options,
          onFacts: seen.note,
          ...progressOn(context),
        }),
      )
      for (const {text} of report.notes) context.note(`note: ${text}`)
      for (const problem of report.problems ?? []) context.note(`spec: ${problem}`)
      if (report.problems && report.files.length === 0) return 2
      const all = entriesOf(report, seen)
      const [unknown] = unknownStatuses(request.choice.status ?? [], all)
      if (unknown !== undefined && all.length > 0)
        throw new UsageError(
          `Unknown status "${unknown}", expected one that a spec has or may have${didYouMean(unknown, statusNames(all))}`,
        )
      const entries = chosen(all, request.choice)
      const show = shownFrom(workspace)
      for (const {path, reason} of entries)
        if (reason !== undefined) context.note(`note: "${show(path)}" was not checked: ${reason}`)
      context.print(
        values.format === 'json'
          ? jsonText(listReport(entries, {today: workspace.today, all: all.length, show}))
          : listText(entries, request.columns, {
              all: all.length,
              columns: context.clear ? context.columns : undefined,
              palette: paletteOf(context.colour),
              show,
            }),
      )
      return entries.some(({reason}) => reason !== undefined) || report.problems ? 2 : 0
    } finally {
      await workspace.close()
    }
  },
})

const NO_BASELINE_OPTIONS = {
  baseline: undefined,
  'no-baseline': false,
  'update-baseline': false,
  'prune-baseline': false,
}
