import {expect, test} from 'vitest'
import {lintFiles} from '../../src/index.js'
import {folder} from '../support/folders.js'
import {WORLDS, worldOf} from './families/index.mjs'

const KIB = 1024

async function linted(name: string, bytes: number) {
  const {text, files} = worldOf(name, bytes)
  const root = folder({'specs/a.md': text, ...files})
  const report = await lintFiles(['specs/a.md'], {root, cwd: root})
  return {text, found: report.files[0]}
}

test('documents that need none beside them are families, too', () => {
  expect(worldOf('questions', KIB).files).toEqual({})
  for (const name of Object.keys(WORLDS)) expect(Object.keys(worldOf(name, KIB).files)).toHaveLength(1)
})

// What hangs is killed by the deadline of the test.
test.each(Object.keys(WORLDS))('%s are answered, each message in its place', async name => {
  const {text, found} = await linted(name, 16 * KIB)
  expect(found?.status).toBe('checked')
  const places = (found?.messages ?? []).map(({range: {start, end}}) => [start.offset, end.offset])
  expect(places.filter(([start = -1, end = -1]) => start < 0 || end < start || end > text.length)).toEqual([])
})

// Of each of these something once took time that grows with the square of its size.
test.each([
  'questions of research that are kept as paragraphs',
  'headings of another document',
  'names in a file of code',
  'a name on each line of a file of code',
])('128 KiB of %s come to an end', async name => {
  expect((await linted(name, 128 * KIB)).found?.status).toBe('checked')
})
