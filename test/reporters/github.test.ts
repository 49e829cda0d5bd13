import {expect, test} from 'vitest'
import {contextOf, message, printed, rangeOf, reportOf, sample} from './support.js'

const print = (report = sample.report) => printed('github', report, contextOf(sample.sources))

test('a command for each message, the worst first, then what the run comes to', () => {
  expect(print()).toBe(`\
::error file=specs/b.md,title=not checked::Not checked: The file is too large
::error file=specs/a.md,line=2,endLine=2,col=12,endColumn=18,title=dead-citation::Unexpected citation of "gone.md", expected a document that exists%0ASee https://example.org/docs/rules/dead-citation.md
::warning file=specs/a.md,line=1,endLine=1,col=9,endColumn=13,title=unknown-status::Unexpected status "Drfat", expected one of the six%0ADid you mean "Draft (WIP)"?%0ABegin the cell with one of the statuses
::notice file=specs/a.md,line=2,endLine=3,title=root-relative-link::Unexpected link%0AFix: Write both links anew (--fix)
2 files checked: 1 error, 1 warning, 1 info in 1 of them.
1 file could not be checked.
1 check skipped:
  Cited code: no git
2 messages left out for exceptions that documents make.
1 Markdown file of the workspace left out, for no kind claims it.
`)
})

const many = (errors: number, warnings: number, infos: number) => {
  const each = (severity: 'error' | 'warning' | 'info', number: number) =>
    Array.from({length: number}, () => message(rangeOf('x', 'x'), {severity}))
  return reportOf([{messages: [...each('info', infos), ...each('warning', warnings), ...each('error', errors)]}])
}
const kindsOf = (text: string) =>
  text
    .split('\n')
    .map(line => /^::(\w+) /.exec(line)?.[1] ?? '')
    .filter(kind => kind !== '')

test('what GitHub does not show is counted in a notice, which is shown itself', () => {
  const text = print(many(12, 11, 0))
  expect(text).toContain(
    '::notice title=specwright::GitHub shows ten annotations of a kind. In the log and in the step summary only: 2 errors, 1 warning.\n',
  )
  expect(kindsOf(text)).toEqual([...Array(12).fill('error'), ...Array(11).fill('warning'), 'notice'])
  // The notice is the first of its kind, and takes the place of one.
  expect(print(many(0, 0, 12))).toMatch(/^::notice title=specwright::.* only: 3 infos\.\n::notice file=/)
  expect(print(many(11, 0, 10))).toContain(' only: 1 error, 1 info.\n')
  expect(print(many(11, 0, 9))).toContain(' only: 1 error.\n')
})

test('ten of each kind are all shown', () => {
  expect(print(many(10, 10, 10))).not.toContain('title=specwright')
})

test('a file that could not be checked is an error, and counts as one', () => {
  const report = many(10, 0, 0)
  const [unread] = reportOf([{path: 'b.md', status: 'not-checked', reason: 'The file does not exist'}]).files
  const text = print({...report, files: [...report.files, ...(unread ? [unread] : [])]})
  expect(text).toMatch(/^::error file=b\.md,title=not checked::Not checked: The file does not exist\n/)
  expect(text).toContain(' only: 1 error.\n')
})

test('columns are told only of a range of one line; a line break at its end belongs to that line', () => {
  const source = 'one\ntwo\n'
  const text = print(reportOf([{messages: [message(rangeOf(source, 'ne\ntw')), message(rangeOf(source, 'one\n'))]}]))
  expect(text).toContain('::error file=specs/a.md,line=1,endLine=2,title=')
  expect(text).toContain('::error file=specs/a.md,line=1,endLine=1,title=')
})

test('paths are those of the repository', () => {
  const context = contextOf(sample.sources, {fromTop: path => `team/${path}`, show: path => `../${path}`})
  expect(printed('github', sample.report, context)).toContain('file=team/specs/a.md')
})
