import type {Root} from 'mdast'
import {describe, expect, test} from 'vitest'
import {difference} from '../../bench/engines/compare.mjs'
import {doubtfulIn} from '../../src/markdown/engines/doubts/index.js'
import {mixed} from '../../src/markdown/engines/mixed.js'
import {readWithRemark} from '../../src/markdown/engines/remark.js'
import {settle} from '../../src/markdown/engines/settle.js'
import {frontmatterAt} from '../../src/markdown/frontmatter.js'
import {hasNative} from '../support/engines.js'

// In doubt in a document of any length.
const DOUBT = 'text\n\n**f*_ and words\n'

/**
 * The mixed tree of a text that is in doubt, and how it differs from the reference's; undefined where it cannot be mixed. `seen`: what
 * the native engine takes the text for.
 */
async function read(text: string, seen = text): Promise<{tree: Root; different: string | undefined} | undefined> {
  const {markdownToMdast} = await import('satteri')
  const reading = {frontmatterEnd: frontmatterAt(text)?.end}
  const plain = markdownToMdast(seen, {
    features: {gfm: true, frontmatter: reading.frontmatterEnd !== undefined},
  }) as Root
  const doubtful = doubtfulIn(plain, text)
  if (doubtful === 'all') throw new Error('Unexpected doubt about all')
  expect(doubtful.length).toBeGreaterThan(0)
  settle(plain, text)
  const tree = mixed(plain, text, doubtful, reading)
  return tree && {tree, different: difference(readWithRemark(text, reading), tree)}
}

describe.skipIf(!hasNative)('the tree of a document that is in doubt', () => {
  test.each<[string, string]>([
    ['in the middle', `# A\n\none\n\n## B\n\n${DOUBT}\n## C\n\nthree\n`],
    ['at the beginning', `${DOUBT}\n# A\n\none\n`],
    ['behind blank lines', `\n\n${DOUBT}\n# A\n\none\n`],
    ['at the end', `# A\n\none\n\n# B\n\n${DOUBT}`],
    ['at an end without a line end', `# A\n\none\n\n# B\n\n${DOUBT.trim()}`],
    ['in two stretches', `# A\n\n${DOUBT}\n# B\n\ntwo\n\n# C\n\n${DOUBT}\n# D\n`],
    ['in a heading', '# A\n\none\n\n# **f*_ and words\n\ntwo\n\n# C\n'],
    ['below frontmatter', `---\na: b\n---\n\n${DOUBT}\n# A\n\none\n`],
    ['with carriage returns', `# A\r\n\r\none\r\n\r\n## B\r\n\r\n${DOUBT.replaceAll('\n', '\r\n')}\r\n## C\r\n`],
    [
      'with an address of another stretch',
      `# A\n\n[one][r] [^n]\n\n# B\n\n[two][r] [^n]\n\n${DOUBT}\n# C\n\n[r]: x.md\n\n[^n]: note\n`,
    ],
    ['with an address of its own', `# A\n\n[one][r]\n\n# B\n\n${DOUBT}\n[r]: x.md\n\n# C\n\n[three][r]\n`],
  ])('is read by both engines: %s', async (_where, text) => {
    expect((await read(text))?.different).toBeUndefined()
    expect(await read(text)).toBeDefined()
  })

  test('has the places of the whole text', async () => {
    const found = await read(`# A\n\none\n\n## B\n\n${DOUBT}\n## C\n\nthree\n`)
    const lines = found?.tree.children.map(({position}) => position?.start.line)
    expect(lines).toEqual([1, 3, 5, 7, 9, 11, 13])
  })

  test.each<[string, string]>([
    ['all of it', DOUBT],
    ['something is left open that a heading does not close', `# A\n\n${DOUBT}\n<!--\n\n# B\n\ntwo\n`],
    ['names of another stretch stand at the end of it', `# A\n\n[r]: x.md\n\n# B\n\n${DOUBT}`],
    ['it would take too long for a part', `# A\n\none\n\n# B\n\n${DOUBT}\n${'a* '.repeat(20_000)}\n\n# C\n`],
    ['a note has a name that only an engine can read', `# A\n\n[^a\\]b]\n\n[^a\\]b]: note\n\n# B\n\n${DOUBT}\n# C\n`],
    ['names stand in a quote', `# A\n\n> [r]: x.md\n\n# B\n\n${DOUBT}\n# C\n`],
  ])('is left to the reference where %s', async (_what, text) => {
    expect(await read(text)).toBeUndefined()
  })

  test.each<[string, string, string]>([
    ['a fence', '```', 'xxx'],
    ['raw text', '<!--', 'xxxx'],
  ])('is left to the reference where the native engine has not seen %s that stays open', async (_what, open, other) => {
    const text = `# A\n\n${DOUBT}\n${open}\n\n# B\n\ntwo\n`
    expect(await read(text, text.replace(open, other))).toBeUndefined()
  })

  test('is left to the reference where the native engine has not seen a name', async () => {
    const text = `# A\n\n${DOUBT}\n[r]: x.md\n\n# B\n\n[two][r]\n`
    expect(await read(text, text.replace('[r]: ', '(r): '))).toBeUndefined()
  })
})
