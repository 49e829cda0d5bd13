import {execFileSync} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {documentOf} from '../../bench/run/inputs/document.mjs'
import {fenced} from '../../bench/run/inputs/fences.mjs'
import {copyAt, varied} from '../../bench/run/inputs/vary.mjs'
import {makeCopies} from '../../bench/run/inputs/workspace.mjs'
import {bareEnvironment, folder} from '../support/folders.js'

const prose =
  'Some words that matter little stand here among other words with `code word here` and [some link here](a.md) too\n'
const text = `# A title of words here

| Metadata | words here too |
| -------- | -------------- |

## 1. Summary of words here

${prose.repeat(30)}
\`\`\`sh
- some item with words here
\`\`\`

${'- an item with some words here\n'.repeat(60)}
## 2. Context of words here

${prose.repeat(3)}
`
const specs = ['a', 'b', 'c'].map(name => ({path: `specs/${name}.md`, text: text.replace('A title', `${name} title`)}))

test('lines of a fence are known, its ends too', () => {
  expect(fenced(['a', '```js', '~~~', '```', 'b', '~~~~', '~~~', '```', '~~~~', 'c'])).toEqual([
    ...[false, true, true, true, false],
    ...[true, true, true, true, false],
  ])
})

describe('a varied copy', () => {
  const copy = varied(text, 7)

  test('is another text, and the same one for a seed', () => {
    expect(copy).not.toBe(text)
    expect(varied(text, 7)).toBe(copy)
    expect(varied(text, 8)).not.toBe(copy)
  })

  test('keeps headings, tables, fences, code and links', () => {
    const kept = (of: string) => of.match(/^(#|\|).*$|^```[\s\S]*?^```$|`code word here`|\[some link here\]\(a\.md\)/gm)
    expect(kept(copy)).toEqual(kept(text))
  })

  test('lacks some items', () => {
    const items = (of: string) => of.match(/^- /gm)?.length ?? 0
    expect(items(copy)).toBeLessThan(items(text))
    expect(items(copy)).toBeGreaterThan(40)
  })
})

test('copies are first the documents themselves, then others under names of their own', () => {
  const copies = Array.from({length: 9}, (_, index) => copyAt(specs, index, 1))
  expect(
    copies
      .slice(0, 3)
      .map(({path}) => path)
      .sort(),
  ).toEqual(specs.map(({path}) => path))
  expect(new Set(copies.map(({path}) => path)).size).toBe(9)
  expect(new Set(copies.map(copy => copy.text)).size).toBe(9)
  expect(copyAt(specs, 5, 1)).toEqual(copies[5])
})

test('a document becomes about as long as asked for, whole blocks under all headings', () => {
  for (const bytes of [10_000, 100_000]) {
    const document = documentOf(specs, text, bytes, 1)
    expect(document.length).toBeGreaterThan(bytes * 0.9)
    expect(document.length).toBeLessThan(bytes * 1.5)
    expect(document.match(/^## .*$/gm)).toEqual(['## 1. Summary of words here', '## 2. Context of words here'])
    expect(document.match(/^```/gm)?.length ?? 0).toSatisfy((count: number) => count % 2 === 0)
    expect(documentOf(specs, text, bytes, 1)).toBe(document)
  }
  const without = documentOf(specs, text, 10_000, 1, (block: string) => !block.startsWith('-'))
  expect(without).not.toMatch(/^- an item/m)
})

test('an input is a repository with a history, and the same files without one', async () => {
  const root = folder()
  const corpus = {specs, research: [{path: 'research/a.md', text}]}
  const [one, other] = [
    await makeCopies(join(root, 'one'), corpus, 10, 1),
    await makeCopies(join(root, 'other'), corpus, 10, 1),
  ]
  expect(one.commit).toBe(other.commit)
  expect(one.files).toBe(10)
  const git = (...args: string[]) =>
    execFileSync('git', args, {cwd: one.repository, encoding: 'utf8', env: bareEnvironment()})
  expect(git('log', '--format=%an %as %s').trim().split('\n')).toEqual([
    'Ada Example 2026-02-16 Specs, after review',
    'Ada Example 2026-02-09 Research, looked at again',
    'Ada Example 2026-02-02 Specs, part 4',
    'Ada Example 2026-01-26 Specs, part 3',
    'Ada Example 2026-01-19 Specs, part 2',
    'Ada Example 2026-01-12 Specs, part 1',
    'Ada Example 2026-01-05 Research',
  ])
  expect(git('status', '--porcelain')).toBe('')
  expect(readdirSync(one.folder).sort()).toEqual(['research', 'specs'])
  const names = readdirSync(join(one.folder, 'specs'))
  expect(names.sort()).toEqual(readdirSync(join(one.repository, 'specs')).sort())
  const copy = copyAt(specs, 9, 1)
  expect(readFileSync(join(one.folder, copy.path), 'utf8')).toBe(copy.text)
  expect(one.bytes).toBe(Array.from({length: 10}, (_, i) => copyAt(specs, i, 1).text.length).reduce((a, b) => a + b))
})
