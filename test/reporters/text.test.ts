import {expect, test} from 'vitest'
import {paletteOf} from '../../src/commands/support/palette.js'
import {contextOf, message, printed, rangeOf, reportOf} from './support.js'

const print = (source: string, messages: ReturnType<typeof message>[], more: Parameters<typeof contextOf>[1] = {}) =>
  printed('text', reportOf([{messages}]), contextOf({'specs/a.md': source}, more))
/** The report of one message without the summary below it. */
const block = (source: string, ...rest: [ReturnType<typeof message>, Parameters<typeof contextOf>[1]?]) =>
  print(source, [rest[0]], rest[1]).split('\n\n')[0]

test('a message: what, where, the line with the range marked, and what to do', () => {
  const source = '# Search\n\nSee [the research](../docs/search.md) for the figures.\n'
  const found = message(rangeOf(source, '../docs/search.md'), {
    reason: 'Unexpected target "../docs/search.md", expected a document that exists',
    suggestions: ['../research/search.md', '../research/docs/search.md'],
    help: 'Write the path as it is seen from the document, or take the citation out where the document is gone for good.',
    url: 'https://example.org/docs/rules/dead-citation.md',
    fix: {title: 'Write the path from the document', safe: true, edits: []},
  })
  expect(print(source, [found])).toBe(`\
error[dead-citation]: Unexpected target "../docs/search.md", expected a document
  that exists
  ┌─ specs/a.md:3:20
3 │ See [the research](../docs/search.md) for the figures.
  │                    ^^^^^^^^^^^^^^^^^
  = did you mean: "../research/search.md" or "../research/docs/search.md"?
  = help: Write the path as it is seen from the document, or take the citation
    out where the document is gone for good.
  = fix: Write the path from the document (--fix)
  = see: https://example.org/docs/rules/dead-citation.md

1 file checked: 1 error (1.2 s).
`)
})

test('how many files are concerned is told by what was found, printed or not', () => {
  const doubtful = {messages: [message(rangeOf('x', 'x'), {severity: 'warning'})]}
  const report = reportOf([doubtful, {path: 'specs/b.md'}])
  const quiet = {...report, files: report.files.map(file => ({...file, messages: []}))}
  expect(printed('text', quiet, contextOf({}))).toBe('2 files checked: 1 warning in 1 of them (1.2 s).\n')
})

test('colour marks the severity, the frame and the range, and nothing else differs', () => {
  const source = 'Status: Drfat\n'
  const found = message(rangeOf(source, 'Drfat'), {severity: 'warning', help: 'Correct it'})
  const coloured = print(source, [found], {palette: paletteOf(true)}) ?? ''
  expect(coloured.split('\n')).toEqual([
    '\x1b[1m\x1b[33mwarning[dead-citation]\x1b[39m\x1b[22m\x1b[1m: Unexpected target "x.md", expected a document that\x1b[22m',
    '\x1b[1m  exists\x1b[22m',
    '  \x1b[34m┌─\x1b[39m specs/a.md:1:9',
    '\x1b[34m1 │\x1b[39m Status: Drfat',
    '  \x1b[34m│\x1b[39m         \x1b[1m\x1b[33m^^^^^\x1b[39m\x1b[22m',
    '  \x1b[34m=\x1b[39m \x1b[1mhelp: \x1b[22mCorrect it',
    '',
    '1 file checked: \x1b[1m\x1b[33m1 warning\x1b[39m\x1b[22m (1.2 s).',
    '',
  ])
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of colours
  expect(coloured.replace(/\x1b\[\d+m/g, '')).toBe(print(source, [found]))
})

test('wide letters, emoji, combining signs and tabs: the marks stand below what they mark', () => {
  const source = '日本語 🎉 e\u0301\tx wrong\n'
  expect(block(source, message(rangeOf(source, 'wrong'), {reason: 'No'}))).toBe(`\
error[dead-citation]: No
  ┌─ specs/a.md:1:13
1 │ 日本語 🎉 e\u0301 x wrong
  │               ^^^^^`)
  expect(block(source, message(rangeOf(source, '本語 🎉'), {reason: 'No'}))).toBe(`\
error[dead-citation]: No
  ┌─ specs/a.md:1:2
1 │ 日本語 🎉 e\u0301 x wrong
  │   ^^^^^^^`)
})

test('what could act on the terminal is printed by its number, in the source and in every word', () => {
  const source = 'a \x1b[2J\u202e b\n'
  const found = message(rangeOf(source, 'b'), {
    ruleId: 'r\x07',
    reason: 'Unexpected "\x1b[2J\n::error::"',
    help: '\u2028x',
    suggestions: ['\x9b1m'],
    related: [{path: 'specs/\x1b.md', range: rangeOf(source, 'a'), reason: 'y\r'}],
  })
  expect(block(source, found)).toBe(`\
error[r\\u{7}]: Unexpected "\\u{1b}[2J\\u{a}::error::"
  ┌─ specs/a.md:1:9
1 │ a \\u{1b}[2J\\u{202e} b
  │                     ^
  ├─ specs/\\u{1b}.md:1:1: y\\u{d}
  = did you mean: "\\u{9b}1m"?
  = help: \\u{2028}x`)
})

test('a long line is cut around the range, at 80 columns and at 40', () => {
  const source = `${'before '.repeat(30)}HERE${' behind'.repeat(30)}\n`
  const found = message(rangeOf(source, 'HERE'), {reason: 'No'})
  expect(block(source, found)).toBe(`\
error[dead-citation]: No
  ┌─ specs/a.md:1:211
1 │ …before before before before before HERE behind behind behind behind behind…
  │                                     ^^^^`)
  expect(block(source, found, {columns: 40})).toBe(`\
error[dead-citation]: No
  ┌─ specs/a.md:1:211
1 │ … before before HERE behind behind …
  │                 ^^^^`)
})

test('a range longer than the window is marked to the edge, with what stands before it', () => {
  const source = `See [x](${'y'.repeat(200)}) there\n`
  expect(block(source, message(rangeOf(source, 'y'.repeat(200)), {reason: 'No'}), {columns: 40})).toBe(`\
error[dead-citation]: No
  ┌─ specs/a.md:1:9
1 │ See [x](yyyyyyyyyyyyyyyyyyyyyyyyyy…
  │         ^^^^^^^^^^^^^^^^^^^^^^^^^^`)
})

test('a line of megabytes is not read beyond its range', () => {
  const source = `${'x '.repeat(2_000_000)}HERE${' \u{1F389}'.repeat(500_000)}`
  const printed = block(source, message(rangeOf(source, 'HERE'), {reason: 'No'}))
  expect(printed).toMatch(/^1 │ … x.* HERE 🎉.*…$/m)
})

test('no line is wider than the terminal, whatever stands in it', () => {
  const source = `${'日本語\t🎉'.repeat(40)}X${'\u0301\u202e'.repeat(90)}\n`
  for (const columns of [40, 41, 57, 80, 120]) {
    const words = 'Unexpected 日本語日本語日本語日本語日本語日本語日本語日本語 value'
    const printed = block(source, message(rangeOf(source, 'X'), {reason: words, help: words}), {columns}) ?? ''
    for (const line of printed.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(columns)
  }
})

test('a range of several lines shows the first ones and how many follow', () => {
  const source = `\`\`\`mermaid\n  one\n\n${'more\n'.repeat(9)}end`
  const found = message(rangeOf(source, source.trimEnd()), {reason: 'No'})
  expect(block(source, found)).toBe(`\
error[dead-citation]: No
   ┌─ specs/a.md:1:1
 1 │ \`\`\`mermaid
   │ ^^^^^^^^^^
 2 │   one
   │   ^^^
   ┆ 11 more lines, to line 13`)
})

test('a range of a few lines is shown whole; one that ends before the first sign of a line does not hold it', () => {
  const source = 'one\ntwo\n\nfour\n'
  expect(block(source, message({...rangeOf(source, 'one\ntwo\n\n')}, {reason: 'No'}))).toBe(`\
error[dead-citation]: No
  ┌─ specs/a.md:1:1
1 │ one
  │ ^^^
2 │ two
  │ ^^^
3 │`)
})

test('an empty range is one mark; on a blank line the words before it tell where that is', () => {
  const source = '## 2. Context\n\nThe last words.\n\n'
  const end = rangeOf(source, 'zzz', 'words.')
  expect(end.start.line).toBe(1)
  const point = {line: 5, column: 1, offset: source.length}
  expect(block(source, message({start: point, end: point}, {reason: 'No'}))).toBe(`\
error[dead-citation]: No
  ┌─ specs/a.md:5:1
3 │ The last words.
5 │
  │ ^`)
})

test('CRLF, a byte order mark and a file without a last line ending leave the marks in place', () => {
  const source = '\uFEFFone wrong\r\ntwo wrong'
  expect(block(source, message(rangeOf(source, 'wrong'), {reason: 'No'}))).toContain('1 │ one wrong\n  │     ^^^^^')
  expect(block(source, message(rangeOf(source, 'wrong', 'two'), {reason: 'No'}))).toContain(
    '2 │ two wrong\n  │     ^^^^^',
  )
})

test('related places: in the document, in another file, in one that is not at hand', () => {
  const source = 'one\ntwo\nthree\n'
  const team = 'required: [risks]\n'
  const found = message(rangeOf(source, 'one'), {
    reason: 'No',
    related: [
      {range: rangeOf(source, 'three'), reason: 'Section "3. Goals" is hidden by it'},
      {path: 'team.yaml', range: rangeOf(team, 'risks'), reason: 'The demand stands here'},
      {path: 'gone.yaml', range: rangeOf(team, 'risks'), reason: 'And here'},
    ],
  })
  const shown = printed('text', reportOf([{messages: [found]}]), contextOf({'specs/a.md': source, 'team.yaml': team}))
  expect(shown.split('\n\n')[0]).toBe(`\
error[dead-citation]: No
  ┌─ specs/a.md:1:1
1 │ one
  │ ^^^
  ├─ Section "3. Goals" is hidden by it
3 │ three
  │ -----
  ├─ team.yaml:1:12: The demand stands here
1 │ required: [risks]
  │            -----
  ├─ gone.yaml:1:12: And here`)
})

test('related places at one range share its lines, the message’s own are not shown again, and eight are enough', () => {
  const source = 'one\ntwo\n'
  const at = (marked: string, from: number, to: number) =>
    Array.from({length: to - from + 1}, (_, index) => ({
      range: rangeOf(source, marked),
      reason: `Part ${from + index}`,
    }))
  const found = message(rangeOf(source, 'one'), {reason: 'No', related: [...at('one', 1, 2), ...at('two', 3, 10)]})
  expect(block(source, found)).toBe(`\
error[dead-citation]: No
  ┌─ specs/a.md:1:1
1 │ one
  │ ^^^
  ├─ Part 1
  ├─ Part 2
  ├─ Part 3
  ├─ Part 4
  ├─ Part 5
  ├─ Part 6
  ├─ Part 7
  ├─ Part 8
2 │ two
  │ ---
  = and 2 more places`)
})

test('neighbours that differ in their words only share one block', () => {
  const source = '# Search\n'
  const missing = (name: string, more: Parameters<typeof message>[1] = {}) =>
    message(rangeOf(source, '# Search'), {
      ruleId: 'missing-section',
      reason: `Missing section "${name}", expected it here`,
      expected: [name],
      help: 'Add the heading',
      ...more,
    })
  expect(
    print(source, [missing('1. Summary'), missing('2. Context'), missing('3. Goals', {suggestions: ['Aims']})]),
  ).toBe(`\
error[missing-section]: Missing section "1. Summary", expected it here
error[missing-section]: Missing section "2. Context", expected it here
  ┌─ specs/a.md:1:1
1 │ # Search
  │ ^^^^^^^^
  = help: Add the heading

error[missing-section]: Missing section "3. Goals", expected it here
  ┌─ specs/a.md:1:1
1 │ # Search
  │ ^^^^^^^^
  = did you mean: "Aims"?
  = help: Add the heading

1 file checked: 3 errors (1.2 s).
`)
})

test('a suggestion that the message or its fix names already is not made twice', () => {
  const found = message(rangeOf('x', 'x'), {reason: 'Unexpected "a.md", expected "b.md"', suggestions: ['b.md']})
  expect(block('x', found)).not.toContain('did you mean')
  const fix = {title: 'Link to "b.md"', safe: true, edits: []}
  expect(block('x', message(rangeOf('x', 'x'), {suggestions: ['b.md'], fix}))).not.toContain('did you mean')
})

test('a suggestion that stands in a list of possible values is still made', () => {
  const source = '| Status | Aproved |\n'
  const reason = 'Unexpected status "Aproved", expected "Draft" or "Approved"'
  expect(block(source, message(rangeOf(source, 'Aproved'), {reason, suggestions: ['Approved']}))).toContain(
    '= did you mean: "Approved"?',
  )
})

test('a related place without text of its own is told without lines', () => {
  const source = 'One\n\n'
  const found = message(rangeOf(source, 'One'), {
    reason: 'No',
    related: [
      {range: {start: {line: 2, column: 1, offset: 4}, end: {line: 2, column: 1, offset: 4}}, reason: 'Missing x'},
    ],
  })
  expect(block(source, found)).toBe(`\
error[dead-citation]: No
  ┌─ specs/a.md:1:1
1 │ One
  │ ^^^
  ├─ Missing x`)
})

test('the words of a document are cut after 600 columns', () => {
  const printed = block('x\n', message(rangeOf('x', 'x'), {reason: `Unexpected ${'y '.repeat(5000)}`})) ?? ''
  expect(printed.length).toBeLessThan(800)
  expect(printed).toContain('…')
})

test('no problems is one line, also with several files', () => {
  expect(printed('text', reportOf([{}]), contextOf({}, {elapsed: 84.4}))).toBe('1 file checked, no problems (84 ms).\n')
  expect(printed('text', reportOf([{}, {path: 'b.md'}]), contextOf({}))).toBe('2 files checked, no problems (1.2 s).\n')
  expect(printed('text', reportOf([]), contextOf({}))).toBe('Nothing to check (1.2 s).\n')
})

test('the summary tells what was found, what was not looked at, and why', () => {
  const skipped = {check: 'Citations at a commit', reason: 'the history is not there (a shallow clone)'}
  const report = reportOf(
    [
      {messages: [message(rangeOf('x', 'x')), message(rangeOf('x', 'x'), {severity: 'warning'})]},
      {path: 'specs/b.md', messages: [message(rangeOf('x', 'x'), {severity: 'info'})], skipped: [skipped]},
      {path: 'specs/c.md', skipped: [skipped, {check: 'Owners', reason: 'no git'}]},
      {path: 'specs/d.md', status: 'not-checked', reason: 'Expected UTF-8, unexpected byte 0xff in line 3'},
    ],
    {unclaimed: 2},
  )
  expect(printed('text', report, contextOf({}))).toContain(`\

not checked: Expected UTF-8, unexpected byte 0xff in line 3
  ┌─ specs/d.md

3 files checked: 1 error, 1 warning, 1 info in 2 of them (1.2 s).
1 file could not be checked.
3 checks skipped:
  Citations at a commit: the history is not there (a shallow clone) (2 times)
  Owners: no git
2 Markdown files of the workspace left out, for no kind claims them.
`)
})

test('of many reasons for skipped checks the most frequent are told, and how many there are besides', () => {
  const skipped = (reason: string) => ({check: 'source code', reason})
  const once = Array.from({length: 9}, (_, index) => skipped(`commit ${index} is not there`))
  const files = [{skipped: once}, {path: 'specs/b.md', skipped: [skipped('commit 8 is not there')]}]
  expect(printed('text', reportOf(files), contextOf({}))).toContain(`\
10 checks skipped:
  source code: commit 8 is not there (2 times)
  source code: commit 0 is not there
  source code: commit 1 is not there
  source code: commit 2 is not there
  source code: commit 3 is not there
  and 4 other reasons, see --format json
`)
})

test('reasons that differ in nothing but the commit are one', () => {
  const skipped = (commit: string) => ({check: 'source code', reason: `This clone does not know the commit${commit}`})
  const commits = ['s bac12df, 38273399ec', ' 7debf4841f53cc01dbe3faa8bc4b00a9367bb7a6', ' f95c1a6', ' f95c1a6', ' abc']
  expect(printed('text', reportOf([{skipped: commits.map(skipped)}]), contextOf({}))).toContain(`\
5 checks skipped:
  source code: This clone does not know the commit f95c1a6 (4 times, for 4
    commits)
  source code: This clone does not know the commit abc
`)
})

/** Columns by a way of its own: wide letters and emoji two, combining signs none. */
function widthOf(line: string): number {
  return [...line].reduce(
    (sum, sign) => sum + (/\p{M}/u.test(sign) ? 0 : /[\u3000-\u9fff\u{1f300}-\u{1faff}]/u.test(sign) ? 2 : 1),
    0,
  )
}

test.each([
  [4, 3, 'Mended 3 of 4 messages in 1 file.'],
  [1, 3, 'Mended 3 messages in 1 file.'],
  [1, 0, 'Mended nothing.'],
])('of %d messages %d mended, with what a fix uncovered', (found, number, words) => {
  const mended = Array.from({length: number}, () => message(rangeOf('x', 'x')))
  const report = reportOf([{}])
  const files = [{path: 'specs/a.md', written: true, mended, withdrawn: []}]
  expect(printed('text', {...report, mended: {dryRun: false, found, files}}, contextOf({}))).toContain(words)
})
