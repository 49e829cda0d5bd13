import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {lintFiles} from '../../src/lint/index.js'
import {folder} from '../support/folders.js'
import {heapInUse} from '../support/heap.js'

const DOCUMENTS = 16
const SIZE = 150_000

test('a run holds what it found of a document, not the document', async () => {
  const root = folder()
  mkdirSync(join(root, 'specs'))
  const padding = 'Words that say nothing – and no end of them.\n\n'
  for (let index = 0; index < DOCUMENTS; index++) {
    const faults = `# Number ${index} – with a title\n\n## A section that nothing claims\n\nSee [the other one](../research/missing-${index}.md).\n\n`
    writeFileSync(join(root, `specs/${index}.md`), faults + padding.repeat(SIZE / padding.length))
  }
  const held: number[] = []
  const {files} = await lintFiles([], {root, onProgress: () => held.push(heapInUse())})
  expect(files).toHaveLength(DOCUMENTS)
  for (const {messages} of files) expect(messages.length).toBeGreaterThan(5)
  // By then all that is loaded for the first one is loaded. Of four each, for now and then more is in use for a moment.
  const more = Math.min(...held.slice(-4)) - Math.min(...held.slice(3, 7))
  expect(more).toBeLessThan(4 * 2 * SIZE)
})
