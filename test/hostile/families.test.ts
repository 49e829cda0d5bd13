import {afterEach, describe, expect, test} from 'vitest'
import {lint, useEngine} from '../../src/index.js'
import {engines} from '../support/engines.js'
import {FAMILIES, SIZES} from './families/index.mjs'

const KIB = 1024

afterEach(() => useEngine(undefined))

test('there are many families, of every size', () => {
  expect(Object.keys(FAMILIES).length).toBeGreaterThan(200)
  expect(SIZES).toHaveLength(4)
  for (const make of Object.values(FAMILIES)) expect(make(8 * KIB)).toBe(make(8 * KIB))
})

// What hangs is killed by the deadline of the test.
describe.each(engines)('with the engine %s', engine => {
  test.each(Object.keys(FAMILIES))('%s are answered, or refused with a reason', async name => {
    useEngine(engine)
    for (const size of [KIB, 8 * KIB]) {
      const {status, reason = '', messages} = await lint(FAMILIES[name]?.(size) ?? '', {path: 'specs/a.md'})
      expect(status === 'not-checked' ? reason : 'checked').toMatch(
        /^(?:checked|its .*|it has more .*|the engine remark .* its .*)$/,
      )
      expect(status === 'not-checked' ? [] : ['any', ...messages]).toHaveLength(
        status === 'not-checked' ? 0 : messages.length + 1,
      )
    }
  })
})

// Of each of these something once took time that grows with the square of its size.
test.each([
  'anchors that nearly fit',
  'plans of files',
  'code spans with bars',
  'heads that nearly fit',
  'instructions in blocks',
  'openers in one fence',
  'an approved document',
  'setext lines',
  'entities',
  'hosts with underscores',
  'spaces in a paragraph',
  'tabs in a fence',
  'tabs in the words of a fence',
  'dashes in a title',
  'letters in a comment',
  'spaces in a comment',
  'indented code, then lines of CRLF',
  'tags that do not close',
  'comments of exceptions that do not close',
  'notes that do not close, line by line',
  'an exception of many rules',
  'brackets in a line with a sign of two bytes',
  'lines behind a path',
  'labels far apart',
  'an item, then lines of spaces',
])('128 KiB of %s come to an end', async name => {
  const {status, reason = ''} = await lint(FAMILIES[name]?.(128 * KIB) ?? '', {path: 'specs/a.md'})
  expect(status === 'checked' || reason.startsWith('the engine remark would take too long for its ')).toBe(true)
})
