import {expect, test} from 'vitest'
import {contextOf, message, printed, rangeOf, reportOf, sample} from './support.js'

const print = (report = sample.report) => printed('markdown', report, contextOf(sample.sources))

test('a page: what the run comes to, then tables, the worst first', () => {
  expect(print()).toBe(`\
<!-- specwright -->
### specwright

- 2 files checked: 1 error, 1 warning, 1 info in 1 of them.
- 1 file could not be checked.
- 1 check skipped:
  - Cited code: no git
- 2 messages left out for exceptions that documents make.
- 1 Markdown file of the workspace left out, for no kind claims it.

#### 1 file that could not be checked

| Place | Message | Rule |
| --- | --- | --- |
| \`specs/b.md\` | Not checked: The file is too large |  |

#### 1 error

| Place | Message | Rule |
| --- | --- | --- |
| \`specs/a.md:2\` | Unexpected citation of "gone.md", expected a document that exists | [dead-citation](https://example.org/docs/rules/dead-citation.md) |

#### 1 warning

| Place | Message | Rule |
| --- | --- | --- |
| \`specs/a.md:1\` | Unexpected status "Drfat", expected one of the six<br>Did you mean "Draft (WIP)"?<br>Begin the cell with one of the statuses | \`unknown-status\` |

#### 1 info

| Place | Message | Rule |
| --- | --- | --- |
| \`specs/a.md:2\` | Unexpected link<br>Fix: Write both links anew (--fix) | \`root-relative-link\` |
`)
})

test('nothing wrong is one line', () => {
  expect(print(reportOf([{}]))).toBe('<!-- specwright -->\n### specwright\n\n- 1 file checked, no problems.\n')
})

test('it stays below what a comment holds, the worst is kept, and what is left out is counted', () => {
  const messages = ['error', 'warning', 'info'].flatMap(severity =>
    Array.from({length: 300}, () =>
      message(rangeOf('x', 'x'), {severity: severity === 'error' ? 'error' : severity === 'info' ? 'info' : 'warning'}),
    ),
  )
  const text = print(reportOf([{messages}]))
  expect(text.length).toBeLessThan(65_536)
  expect(text.length).toBeGreaterThan(60_000)
  expect(text).toContain('#### 300 errors\n')
  expect(text).toContain('#### 300 warnings\n')
  const rows = text.match(/^\| `/gm)?.length ?? 0
  expect(rows).toBeGreaterThan(300)
  const [, warnings, infos] = /\nLeft out for want of room: (?:(\d+) warnings?, )?(\d+) infos\.\n$/.exec(text) ?? []
  expect(rows + Number(warnings ?? 0) + Number(infos)).toBe(900)
})

test('of many skipped checks some are told, and how many more there are', () => {
  const skipped = Array.from({length: 50}, (_, index) => ({check: 'Code', reason: `reason ${index}`}))
  expect(print(reportOf([{skipped}]))).toMatch(/ {2}- Code: reason 4\n {2}- and 45 other reasons, see --format json\n/)
})
