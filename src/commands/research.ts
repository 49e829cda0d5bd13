import {isCalendarDate, jsonText} from '../text/index.js'
import {define} from './support/define.js'
import {withSchema} from './support/kinds.js'
import {FORMAT} from './support/options.js'
import {paletteOf} from './support/palette.js'
import {type ListedResearch, listResearch, type ResearchListing} from './support/research-listing.js'
import {researchText, sectionsOf} from './support/research-text.js'
import {UsageError} from './support/usage.js'
import {shownFrom, workspaceOf} from './support/workspace.js'

const SCHEMA_VERSION = 1

export const command = define({
  usage: 'research [QUERY...]',
  description:
    'Ranks the research documents of the workspace for a query, as "spec scaffold" does for a title, and tells of each its ' +
    'date, status, commit, topic, sections and open questions, and which specs cite it. Without a query it lists all.',
  arity: [0, Number.POSITIVE_INFINITY],
  arguments: [['QUERY', 'Words to look for; or documents, folders or globs, of which the frontmatter is checked too']],
  options: {
    date: {
      type: 'string',
      value: 'DATE',
      describe: 'The day as of which age is told, such as 2026-01-31. By default SOURCE_DATE_EPOCH, else today (UTC)',
    },
    format: FORMAT,
  },
  examples: [
    ['spec research "invoice export"', 'What is there on it'],
    ['spec research', 'Every document'],
    ['spec research research/2026-01-15-invoices.md', 'One of them, with what is wrong in its frontmatter'],
    ['spec research tmux --format json', 'For other tools'],
  ],
  more: [
    'Age: recent up to 30 days, older up to 90, else oldest; later where it is dated after the day. It orders equal scores only.',
    'Exit status: 0 printed, 2 a named document is not there.',
  ],
  run: async (args, values, context) => {
    const format = values.format ?? 'text'
    const {date} = values
    if (date !== undefined && !isCalendarDate(date))
      throw new UsageError(`Unexpected date "${date}", expected a day of the calendar such as 2026-01-31`)
    const workspace = await workspaceOf(context, date === undefined ? {} : {date})
    const listing = await withSchema(undefined, workspace, context, () =>
      listResearch(args, workspace.today, workspace),
    ).finally(workspace.close)
    for (const {text} of listing.notes) context.note(`note: ${text}`)
    const show = shownFrom(workspace)
    if (format === 'json') context.print(jsonText(listingJson(listing, workspace.today, show)))
    else context.print(researchText(listing, {columns: context.columns, palette: paletteOf(context.colour), show}))
    return 0
  },
})

/** The contract of schema/research-list.schema.json. */
function listingJson({query, documents}: ResearchListing, date: string, show: (path: string) => string): object {
  return {schemaVersion: SCHEMA_VERSION, query, date, documents: documents.map(entry => documentJson(entry, show))}
}

function documentJson(entry: ListedResearch, show: (path: string) => string): object {
  const {document, score, tier, reason, citedBy, messages} = entry
  const {path, questions, options, headings: _, frontmatterProblem, ...said} = document
  return {
    path: show(path),
    score,
    tier,
    reason,
    ...said,
    sections: sectionsOf(document).map(({text, anchor, line}) => ({title: text, anchor, line})),
    questions: questions.map(({text, resolved, line, anchor}) => ({text, resolved, line, anchor})),
    options: options.map(({text, anchor, line}) => ({title: text, anchor, line})),
    citedBy: citedBy.map(show),
    ...(frontmatterProblem === undefined ? {} : {frontmatterProblem}),
    ...(messages === undefined
      ? {}
      : {
          messages: messages.map(({ruleId, severity, reason: words, range}) => ({
            ruleId,
            severity,
            reason: words,
            range,
          })),
        }),
  }
}
