import {expect, test} from 'vitest'
import {lintFiles} from '../../src/index.js'
import {repository} from '../support/folders.js'
import {WORLDS, worldOf} from './families/index.mjs'

const KIB = 1024

/** What is told of them, beside what they lack. */
const TOLD: Readonly<Record<string, string[]>> = {
  'anchors of another document': ['dead-anchor'],
  'headings of another document': ['dead-section'],
  'sections of another document': ['dead-section'],
  'a word that headings only begin with': ['dead-section'],
  'quotations of another document': ['misplaced-quote'],
  'names in a file of code': ['misplaced-symbol', 'code-line-out-of-range'],
  'a name behind lines without words': ['misplaced-symbol'],
  'a name in blocks without end': ['code-line-out-of-range'],
  'quotations of code': ['misplaced-quote'],
}

test('documents that need none beside them are families, too', () => {
  expect(worldOf('questions', KIB).files).toEqual({})
  for (const name of Object.keys(WORLDS)) expect(Object.keys(worldOf(name, KIB).files)).toHaveLength(1)
})

// What hangs is killed by the deadline of the test.
test.each(Object.keys(WORLDS))('%s are answered, each message in its place', async name => {
  const {text, files} = worldOf(name, 16 * KIB)
  const root = repository({'specs/a.md': text, ...files})
  const [found] = (await lintFiles(['specs/a.md'], {root, cwd: root})).files
  expect(found?.status).toBe('checked')
  const messages = found?.messages ?? []
  const told = [...new Set(messages.map(({ruleId}) => ruleId).filter(id => !id.startsWith('missing-')))]
  expect(told).toEqual(TOLD[name] ?? [])
  const places = messages.map(({range: {start, end}}) => [start.offset, end.offset])
  expect(places.filter(([start = -1, end = -1]) => start < 0 || end < start || end > text.length)).toEqual([])
})
