import {expect, test} from 'vitest'
import {contextOf, message, printed, rangeOf, reportOf, sample} from './support.js'

const print = (report = sample.report) => printed('compact', report, contextOf(sample.sources))

test('one line a message, and one for a file that could not be checked', () => {
  expect(print()).toBe(`\
specs/a.md:1:9: warning unknown-status: Unexpected status "Drfat", expected one of the six
specs/a.md:2:12: error dead-citation: Unexpected citation of "gone.md", expected a document that exists
specs/a.md:2:20: info root-relative-link: Unexpected link
specs/b.md:1:1: error not-checked: The file is too large
`)
})

test('nothing to tell is nothing', () => {
  expect(print(reportOf([{}]))).toBe('')
  expect(print(reportOf([]))).toBe('')
})

test('a long reason is cut, a line is never broken', () => {
  const found = message(rangeOf('x', 'x'), {reason: `a\n${'word '.repeat(1000)}`})
  const line = print(reportOf([{messages: [found]}]))
  expect(line).toMatch(/^specs\/a\.md:1:1: error dead-citation: a\\u\{a\}word [^\n]+…\n$/)
  expect(line.length).toBeLessThan(700)
})
