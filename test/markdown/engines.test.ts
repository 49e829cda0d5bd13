import commonmark from 'commonmark-spec'
import type {Root} from 'mdast'
import {afterEach, expect, test} from 'vitest'
import {difference, shortest} from '../../bench/engines/compare.mjs'
import {documentOf} from '../../bench/engines/inputs.mjs'
import {random} from '../../bench/random.mjs'
import {DOUBTS, doubtfulIn, isDoubtfulText} from '../../src/markdown/engines/doubts/index.js'
import {readWithRemark} from '../../src/markdown/engines/remark.js'
import {loadSatteri} from '../../src/markdown/engines/satteri.js'
import {settle} from '../../src/markdown/engines/settle.js'
import {frontmatterAt} from '../../src/markdown/frontmatter.js'
import {ENGINES, parse, useEngine} from '../../src/markdown/index.js'
import {corpus, documents as real} from '../support/corpus.js'
import {hasNative, testNative} from '../support/engines.js'

const native = loadSatteri()
const examples = commonmark.tests.map(({markdown}) => markdown.replaceAll('→', '\t'))

afterEach(() => useEngine(undefined))

/** What differs between the engines' trees; "doubted" where the native one leaves the text to the reference. */
function compare(text: string): string | undefined {
  const reading = {frontmatterEnd: frontmatterAt(text)?.end}
  const tree = native instanceof Error ? undefined : native(text, reading)
  return tree === undefined ? 'doubted' : difference(readWithRemark(text, reading), tree)
}

const differs = (text: string): boolean => {
  const found = compare(text)
  return found !== undefined && found !== 'doubted'
}

testNative.each(DOUBTS)('it is doubted, and with reason: $example', async ({example}) => {
  const {markdownToMdast} = await import('satteri')
  const tree = markdownToMdast(example) as Root
  expect(isDoubtfulText(example) || doubtfulIn(tree, example).length > 0).toBe(true)
  // Below a heading only the stretch that is in doubt may be left to the reference.
  expect(/^#$/m.test(example) ? ['doubted', undefined] : ['doubted']).toContain(compare(example))
  settle(tree, example)
  expect(difference(readWithRemark(example, {frontmatterEnd: undefined}), tree)).toBeDefined()
})

testNative('the examples of CommonMark are read the same', () => {
  expect(examples.length).toBeGreaterThan(600)
  expect(examples.filter(differs)).toEqual([])
  expect(examples.filter(text => compare(text) === 'doubted').length).toBeLessThan(70)
})

testNative.each([
  '| a | b |\n| :- | -: |\n| c \\| d | `e \\| f` |\n| g |\n| h | i | j |\n\nafter',
  '- [ ] a\n- [x] **b** c\n- [X] `d`\n  - [ ] nested\n    and on\n1. [ ] e',
  'a ~~b~~ c ~d~ e ~~~f~~~',
  'see https://example.org/a?b=c&d=e, (www.example.org), <https://x.y> or a.b@example.org.',
  'a[^1] b[^note]\n\n[^1]: one\n[^note]: two\n    going on\n\n    further',
  '---\na: 1\nb: [c]\n---\n\n# d\n',
  '---\n\n# no frontmatter\n',
  '+++\na = 1\n+++\n\nb',
])('what GFM and frontmatter add is read the same: %j', text => {
  expect(compare(text)).toBeUndefined()
})

testNative('a box is read the same, whatever stands behind it and below', () => {
  const words = ['a', '', '`a`', '**a**', '[a]: b', '# a', '```', '| a |', '> a', '- b', '<p>', '***', '1. a', 'a | b']
  const below = ['', '  ---', '  ===', '---', '  |-|', '|-|', '  b', 'b', '  - c', '  # c', '  ```', '  -|-', '  > c']
  const texts = ['- [ ] ', '- [x] ', '1. [ ] ', '- [ ]\t'].flatMap(box =>
    words.flatMap(first => below.map(second => `${box}${first}\n${second}\n`)),
  )
  expect(texts.filter(differs)).toEqual([])
})

testNative('a label is read the same, whatever it has in it and whatever bears it', () => {
  const signs = ['a&amp;b', 'a&copy;', 'a\\_b', 'a\\\\b', 'a\\]b', '\\&amp;', 'a&b', 'a*b']
  const texts = [
    '[S]',
    '[t][S]',
    '![S]',
    '[^S]',
    '[S]: x',
    '[^S]: x',
    '[^S]\n\n[^S]: x',
    '[S]\n\n# h\n\n[S]: x',
  ].flatMap(form => signs.map(sign => `${form.replaceAll('S', sign)}\n`))
  expect(texts.filter(differs)).toEqual([])
})

testNative('documents made from a seed are read the same', () => {
  const next = random(20_261_126)
  const documents = real().map(({text}) => text.split('\n'))
  const different = Array.from({length: 3000}, () => documentOf(next, {examples, documents})).filter(differs)
  expect(different.map(text => shortest(text, differs))).toEqual([])
})

test.skipIf(corpus === undefined || !hasNative)('the real documents are read the same, and few are doubted', () => {
  const found = real().map(({path, text}) => [path, compare(text)] as const)
  expect(found.filter(([, what]) => what !== undefined && what !== 'doubted')).toEqual([])
  expect(found.filter(([, what]) => what === 'doubted').length).toBeLessThan(found.length / 10)
})

testNative('the chosen engine reads, and a document that it doubts is read all the same', () => {
  const texts = ['\uFEFF# a\n\n- [ ] **b**\n', '- ```\n**', '---\na: 1\n---\n', '---\na\n...\n\nb\n---\nc']
  const [one, other] = ENGINES.map(name => {
    useEngine(name)
    return texts.map(parse)
  })
  expect(JSON.parse(JSON.stringify(one))).toEqual(JSON.parse(JSON.stringify(other)))
})
