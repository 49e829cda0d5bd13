import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {type Data, type Plugin, unified} from 'unified'
import {expect, test} from 'vitest'
import {random} from '../../bench/random.mjs'
import {rememberOpenBrackets} from '../../src/markdown/engines/open-brackets.js'
import {readWithRemark} from '../../src/markdown/engines/remark.js'
import {settleEnds} from '../../src/markdown/engines/settle.js'

const plain = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).freeze()

const PARTS = [
  '[',
  ']',
  '![',
  '](u)',
  '[b]',
  '[^n]',
  '![^',
  '(',
  ' ',
  ' ',
  '\n',
  '\n\n',
  '*',
  '`',
  '\\',
  '<',
  'a',
  '_',
  '@',
  '|',
]
const ADDRESSES = ['www.a.b', 'http://a.b', 'https://c.d/e', 'f@g.h', 'w', 'h']

function textOf(seed: number): string {
  const next = random(seed)
  const parts = [...PARTS, ...ADDRESSES]
  const words = Array.from({length: 30}, () => parts[Math.floor(next() * parts.length)])
  return `${words.join('')}\n\n[b]: x\n[^n]: y\n`
}

test('addresses beside brackets, open and closed, are read as they are without a memory of them', () => {
  const differing: string[] = []
  let links = 0
  for (let seed = 1; seed <= 1_000; seed++) {
    const text = textOf(seed)
    const expected = plain.parse(text)
    settleEnds(expected)
    const [read, wanted] = [readWithRemark(text, {frontmatterEnd: undefined}), expected].map(tree =>
      JSON.stringify(tree),
    )
    if (read !== wanted) differing.push(text)
    if (wanted?.includes('"type":"link"')) links++
  }
  expect(differing).toEqual([])
  expect(links).toBeGreaterThan(200)
})

type Extension = NonNullable<Data['micromarkExtensions']>[number]
type Construct = Exclude<NonNullable<NonNullable<Extension['text']>[number]>, readonly unknown[]>

/** How often the search for addresses looks at what was read before. */
function looksFor(text: string, plugins: readonly Plugin[]): number {
  let looks = 0
  const counted = (construct: Construct): Construct => ({
    ...construct,
    tokenize(effects, ok, nok) {
      const start = construct.tokenize.call(this, effects, ok, nok)
      return code => {
        const {events} = this
        this.events = new Proxy(events, {
          get: (target, name) => {
            if (/^\d+$/.test(String(name))) looks++
            return Reflect.get(target, name)
          },
        })
        const state = start(code)
        this.events = events
        return state
      }
    },
  })
  const count: Plugin = function () {
    for (const {text = {}} of this.data().micromarkExtensions ?? [])
      for (const [code, constructs = []] of Object.entries(text))
        text[code] = [constructs].flat().map(each => (/Autolink$/.test(each.name ?? '') ? counted(each) : each))
  }
  unified()
    .use(remarkParse)
    .use([remarkGfm, ...plugins, count])
    .parse(text)
  return looks
}

test.each([
  ['link', '['],
  ['image', '!['],
  ['link behind one that is closed', '[b] [c](d) ['],
])('the words behind an open bracket of a %s are each looked at a few times', (_name, bracket) => {
  const words = 1_000
  const text = `${bracket} ${'a '.repeat(words)}`
  expect(looksFor(text, [])).toBeGreaterThan(100 * words)
  expect(looksFor(text, [rememberOpenBrackets])).toBeLessThan(10 * words)
})
