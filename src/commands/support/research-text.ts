import {count, definitions, type Palette, padded, wrap} from '../../reporters/index.js'
import type {ResearchHeading, ResearchOutline} from '../../research/index.js'
import {least, printable} from '../../text/index.js'
import type {ListedResearch, ResearchListing} from './research-listing.js'

export interface ResearchTextContext {
  columns: number
  palette: Palette
  /** A path of the workspace as the user types it. */
  show(path: string): string
}

// A share of the best score below which a document is named only: scaffold would not choose it either.
const WEAK = 1 / 3

/** What is known of each document, the best match first. */
export function researchText({query, documents}: ResearchListing, context: ResearchTextContext): string {
  const {palette} = context
  const matching = query === '' ? documents : documents.filter(({score}) => score > 0)
  const best = matching[0]?.score ?? 0
  const [strong, weak] = [
    matching.filter(({score}) => score >= best * WEAK),
    matching.filter(({score}) => score < best * WEAK),
  ]
  const parts = strong.map(entry => blockOf(entry, query !== '', context).join('\n'))
  if (weak.length > 0)
    parts.push([palette.quiet('Matching less'), ...weak.map(entry => weakLine(entry, context))].join('\n'))
  const rest = documents.length - matching.length
  const summary =
    query === ''
      ? count(documents.length, 'research document')
      : `${matching.length} of ${count(documents.length, 'research document')} match "${printable(query)}"`
  parts.push(`${summary}${query !== '' && rest > 0 ? `, ${rest} ${rest === 1 ? 'does' : 'do'} not` : ''}.`)
  return `${parts.join('\n\n')}\n`
}

function blockOf(entry: ListedResearch, ranked: boolean, context: ResearchTextContext): string[] {
  const {document, score, reason, tier, citedBy, messages = []} = entry
  const {palette, columns, show} = context
  const rank = ranked ? `  ${score.toFixed(1)}` : ''
  const open = document.questions.filter(({resolved}) => !resolved).length
  const rows: (readonly [string, string])[] = [
    ['topic', document.topic || 'none'],
    ['date', `${document.date ?? 'none'} (${tier})`],
    ['status', document.status ?? 'none'],
    ['commit', document.commit ?? 'none'],
    ...(document.frontmatterProblem === undefined
      ? []
      : [['frontmatter', `not read: ${document.frontmatterProblem}`] as const]),
    ...(ranked ? [['matches', reason] as const] : []),
    [
      'sections',
      sectionsOf(document)
        .map(({text}) => text)
        .join(', ') || 'none',
    ],
    [
      'questions',
      document.questions.length === 0 ? 'none' : `${open} open, ${document.questions.length - open} resolved`,
    ],
    ['cited by', citedBy.length === 0 ? 'no spec' : citedBy.map(show).join(', ')],
  ]
  return [
    `${palette.strong(printable(show(document.path)))}${palette.quiet(rank)}`,
    definitions(
      rows.map(([name, words]) => [name, printable(words)] as const),
      columns,
    ),
    ...document.questions.filter(({resolved}) => !resolved).flatMap(({text}) => questionLines(text, columns)),
    ...messages.flatMap(({severity, ruleId, reason: words, range}) =>
      wrap(`  ${severity} ${range.start.line}:${range.start.column} ${printable(words)} (${ruleId})`, columns, '    '),
    ),
  ]
}

/** The headings right below the title. */
export function sectionsOf({headings}: ResearchOutline): ResearchHeading[] {
  const level = least(headings.map(heading => heading.level).filter(each => each > 1))
  return headings.filter(heading => heading.level === level)
}

function questionLines(text: string, columns: number): string[] {
  return wrap(`    ? ${printable(text.replace(/\s+/g, ' '))}`, columns, '      ')
}

function weakLine({document, score, tier}: ListedResearch, {show}: ResearchTextContext): string {
  return `${padded(`  ${score.toFixed(1)}`, 9)}${printable(show(document.path))} (${tier})`
}
