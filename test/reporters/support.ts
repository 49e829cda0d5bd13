import type {CheckState, FileReport, Message, Report} from '../../src/lint/index.js'
import {linesOf} from '../../src/markdown/index.js'
import {plainPalette, type ReportContext, reporters} from '../../src/reporters/index.js'

/** A context in which nothing depends on the machine: 80 columns, no colours, 1.24 seconds. */
export function contextOf(sources: Record<string, string>, more: Partial<ReportContext> = {}): ReportContext {
  return {
    columns: 80,
    palette: plainPalette,
    show: path => path,
    source: path => sources[path],
    elapsed: 1240,
    tool: {name: 'specwright', version: '1.2.3'},
    fromTop: path => path,
    rules: [],
    fails: severity => severity === 'error',
    ...more,
  }
}

/** A report in a format, whole. */
export function printed(format: string, report: Report, context: ReportContext): string {
  return [...(reporters.find(({name}) => name === format)?.report(report, context) ?? [])].join('')
}

/** The range of a text's first occurrence of `marked`; with `from`, of the first one behind that text. */
export function rangeOf(source: string, marked: string, from = ''): Message['range'] {
  const start = source.indexOf(marked, source.indexOf(from))
  const lines = linesOf(source)
  return {start: lines.pointAt(start), end: lines.pointAt(start + marked.length)}
}

export function message(range: Message['range'], more: Partial<Message> = {}): Message {
  return {
    ruleId: 'dead-citation',
    severity: 'error',
    reason: 'Unexpected target "x.md", expected a document that exists',
    range,
    schemaPath: 'core#/$defs/dead-citation',
    accused: {section: 'context', content: 'x.md'},
    fingerprint: '0123456789abcdef',
    ...more,
  }
}

/** A report on these files, its summary counted. */
export function reportOf(
  files: (Partial<Omit<FileReport, 'status' | 'reason'>> & (CheckState | {status?: never; reason?: never}))[],
  more: Partial<Report['summary']> = {},
): Report {
  const full = files.map(
    ({status: _, reason, ...file}): FileReport => ({
      path: 'specs/a.md',
      kind: 'rfc',
      messages: [],
      skipped: [],
      ...file,
      ...(reason === undefined ? {status: 'checked'} : {status: 'not-checked', reason}),
    }),
  )
  const messages = full.flatMap(file => file.messages)
  const number = (severity: string) => messages.filter(found => found.severity === severity).length
  const notChecked = full.filter(file => file.status === 'not-checked').length
  return {
    summary: {
      files: full.length,
      clean: full.filter(file => file.status === 'checked' && file.messages.length === 0).length,
      errors: number('error'),
      warnings: number('warning'),
      infos: number('info'),
      notChecked,
      skippedChecks: full.reduce((sum, file) => sum + file.skipped.length, 0),
      excepted: 0,
      baselined: 0,
      stale: 0,
      unclaimed: 0,
      ...more,
    },
    files: full,
    notes: [],
  }
}

const SOURCE = '\uFEFFStatus: Drfat\nSee „é“ 🎉 gone.md and\nx.md, x.md.\n'

/** One of everything that a format can be asked to carry, and the sources behind it. */
export const sample: {report: Report; sources: Record<string, string>} = {
  sources: {'specs/a.md': SOURCE},
  report: reportOf(
    [
      {
        messages: [
          message(rangeOf(SOURCE, 'Drfat'), {
            ruleId: 'unknown-status',
            severity: 'warning',
            reason: 'Unexpected status "Drfat", expected one of the six',
            suggestions: ['Draft (WIP)'],
            help: 'Begin the cell with one of the statuses',
            fingerprint: 'aaaaaaaaaaaaaaaa',
          }),
          message(rangeOf(SOURCE, 'gone.md'), {
            reason: 'Unexpected citation of "gone.md", expected a document that exists',
            url: 'https://example.org/docs/rules/dead-citation.md',
            related: [
              {range: rangeOf(SOURCE, 'Status'), reason: 'It belongs to this'},
              {path: 'team rules.yaml', range: rangeOf(SOURCE, 'Status'), reason: 'The demand'},
            ],
            fingerprint: 'bbbbbbbbbbbbbbbb',
          }),
          message(rangeOf(SOURCE, 'and\nx.md'), {
            ruleId: 'root-relative-link',
            severity: 'info',
            reason: 'Unexpected link',
            fix: {
              title: 'Write both links anew',
              safe: true,
              edits: [
                {range: rangeOf(SOURCE, 'x.md'), text: 'é.md'},
                {range: rangeOf(SOURCE, 'x.md', ', '), text: ''},
              ],
            },
            fingerprint: 'cccccccccccccccc',
          }),
        ],
        skipped: [{check: 'Cited code', reason: 'no git'}],
        excepted: 2,
      },
      {path: 'specs/b.md', status: 'not-checked', reason: 'The file is too large'},
      {path: 'specs/c.md'},
    ],
    {excepted: 2, unclaimed: 1},
  ),
}

/** Rules as sarif is told of them. */
export const RULES: ReportContext['rules'] = [
  {
    id: 'dead-citation',
    title: 'A cited document exists',
    description: 'Nobody can check what is not there.',
    help: 'Mend the path',
    severity: 'error',
    url: 'https://example.org/docs/rules/dead-citation.md',
  },
  {
    id: 'unknown-status',
    title: 'The status is one of the six',
    description: 'Or nobody knows it.',
    severity: 'warning',
  },
  {id: 'root-relative-link', title: 'Links resolve', description: 'On the web, too.', severity: 'info'},
  {id: 'drifted-citation', title: 'Code is as cited', description: 'It was once.', severity: 'off'},
]
