import {describe, expect, test} from 'vitest'
import {quotationIn} from '../../src/facts/citations/beside/quotation.js'
import {collectCitations} from '../../src/facts/citations/index.js'
import type {CitationDraft} from '../../src/facts/citations/types.js'
import {linesOf, parse} from '../../src/markdown/index.js'
import {textAt} from '../support/citations.js'

function drafts(text: string): CitationDraft[] {
  const context = {
    path: 'specs/a.md',
    folders: {research: ['research'], specs: ['specs']},
    lines: linesOf(text),
    sectionAt: () => undefined,
  }
  return collectCitations({...context, tree: parse(text), text})
}

const symbols = (text: string) => drafts(text).map(({beside}) => beside?.symbol?.text)
const quotes = (text: string) => drafts(text).map(({beside}) => beside?.quote?.text)
const commits = (text: string) => drafts(text).map(({beside}) => beside?.commits)

describe('a name that the sentence ties to the lines', () => {
  test.each([
    ['`parseTasks()` (`src/x.ts:6-9`)', 'parseTasks'],
    ['**`parseTasks`** (see `src/x.ts:6`)', 'parseTasks'],
    ['`Reader.parse(text, 3)` at `src/x.ts:6`', 'parse'],
    ['`MAX_SIZE` is defined in `src/x.ts:6`', 'MAX_SIZE'],
    ['`list<T>` — `src/x.ts#L6`', 'list'],
    ['`src/x.ts:6` (`parseTasks`)', 'parseTasks'],
    ['`src/x.ts:6-9` — `parseTasks()`', 'parseTasks'],
    ['`$tree` ([x](../src/x.ts#L6))', '$tree'],
    ['| `stream.agent.start` | `src/x.ts:6` |', 'stream.agent.start'],
    ['`fs` (`src/x.ts:6`)', undefined],
  ])('%s', (text, name) => {
    expect(symbols(text)).toEqual([name])
  })

  test.each([
    ['`one()` (`f.ts:3`), `two()` (`f.ts:14`) and `three()` (`f.ts:3`)', ['one', 'two', 'three']],
    ['**`one`** ([x](../f.ts#L3-L4)), `two` ([x](../f.ts#L6))', ['one', 'two']],
    ['`zero`, `one` (`f.ts:3`), or `two` (`f.ts:14`)', [undefined, 'two']],
  ])('each with its own: %s', (text, names) => {
    expect(symbols(text)).toEqual(names)
  })

  test.each([
    ['Add `load` in `f.ts:3`; call `save()` at `f.ts:9`. Insert a call of `taskOf` at `f.ts:15`.', []],
    ['Replace `save` — `f.ts:17` does `load`.', []],
    ['Not so `save` — `f.ts:17` does `load`.', []],
    ['Change `save` to `load` at `f.ts:17`.', []],
    ['It must then wire `save` @ `f.ts:17`, a new `reader` at `f.ts:9`.', []],
    ['Insert at `f.ts:17` — `load()`.', []],
    ['Modify `save` in `f.ts:17`.', ['save']],
    ['Add what `save` is defined in `f.ts:17`.', ['save']],
    ['Add it to `save` (`f.ts:17`).', ['save']],
    ['This adds `save` in `f.ts:17`.', ['save']],
  ])('not where a sentence plans it: %s', (text, names) => {
    expect(symbols(text).filter(name => name !== undefined)).toEqual(names)
  })

  test('in the cell before, where it stands alone', () => {
    const row = (cell: string) => `| What | Where |\n| --- | --- |\n| ${cell} | \`src/x.ts:6\` |\n`
    expect(symbols(row('`parseTasks`'))).toEqual(['parseTasks'])
    expect(symbols(row('pass it to `parseTasks`'))).toEqual([undefined])
  })

  test.each([
    'the function `parseTasks` reads, as does `src/x.ts:6`',
    '`parseTasks()` (`src/x.ts`)',
    '`parseTasks()` (`src/x.ts:6`, `src/y.ts:8`)',
    '`one` and `two` (`src/x.ts:6`)',
    '`config.ts` (`src/x.ts:6`)',
    '`true` (`src/x.ts:6`)',
    '`--flag` (`src/x.ts:6`)',
    '`two words` (`src/x.ts:6`)',
    '`abc1234` (`src/x.ts:6`)',
    '`src/x.ts:6` (`one`, `two`)',
  ])('none: %s', text => {
    expect(symbols(text)).not.toContain('parseTasks')
    expect(symbols(text).filter(name => name !== undefined)).toEqual([])
  })

  test('with its place', () => {
    const text = 'Read by `Reader.parse()` (`src/x.ts:6`).'
    expect(textAt(text, drafts(text)[0]?.beside?.symbol?.position)).toBe('Reader.parse()')
  })
})

describe('a quotation right beside the lines', () => {
  const fence = '```ts\nfunction parse(text) {\n}\n```\n'

  test.each([
    [`It reads so (\`src/x.ts:6-9\`):\n\n${fence}`, 'function parse(text) {\n}'],
    [`\`src/x.ts:6-9\`\n\n${fence}`, 'function parse(text) {\n}'],
    [`${fence}\nSource: \`src/x.ts:6-9\`, which is old.\n`, 'function parse(text) {\n}'],
    ['It says so in [x](../research/r.md#L3):\n\n> The disks fill\n> up in June.\n', 'The disks fill\nup in June.'],
    ['“The disks fill up” (`research/r.md:3`)', 'The disks fill up'],
    ['`research/r.md:3`: "the disks fill up in June"', 'the disks fill up in June'],
    [`- one (\`src/x.ts:6\`):\n\n  ${fence.replaceAll('\n', '\n  ')}`, 'function parse(text) {\n}'],
  ])('%j', (text, quote) => {
    expect(quotes(text)).toEqual([quote])
  })

  test.each([
    `It reads \`src/x.ts:6-9\` and then goes on.\n\n${fence}`,
    `Either \`src/x.ts:6\` or \`src/y.ts:7\`:\n\n${fence}`,
    'See `src/x.ts:6`:\n\n```mermaid\nflowchart LR\n  a --> b\n```\n',
    'See `src/x.ts:6`:\n\n```sh\nnpm run build and more\n```\n',
    'See `src/x.ts:6`:\n\n```ts\n}\n```\n',
    'See `src/x.ts`:\n\n```ts\nfunction parse(text) {\n```\n',
    '"two words" (`src/x.ts:6`)',
  ])('none: %j', text => {
    expect(quotes(text).filter(quote => quote !== undefined)).toEqual([])
  })
})

describe('a quotation that claims to be word for word', () => {
  const verbatim = (text: string) =>
    drafts(text).map(({beside}) => [beside?.quote?.text, beside?.quote?.verbatim ?? false])

  test.each([
    ['"the disks fill up" (`research/x.md:3`)', 'the disks fill up'],
    ['`research/x.md:3`: “the disks\nfill up”', 'the disks\nfill up'],
    ['So (`research/x.md:3`):\n\n> The disks fill up.', 'The disks fill up.'],
    ['> The disks fill up.\n\n— `research/x.md:3`', 'The disks fill up.'],
    ['> The disks fill up.\n>\n> — [x](../research/x.md#L3)', 'The disks fill up.'],
  ])('%j', (text, words) => {
    expect(verbatim(text)).toEqual([[words, true]])
  })

  test.each([
    ['"the full disks" (`research/x.md:3`)', 'the full disks'],
    ['It is so (`research/x.md:3`).\n\n> The disks fill up.', 'The disks fill up.'],
    ['So (`research/x.md:3`):\n\n> **Note:** the disks fill up.', '**Note:** the disks fill up.'],
    ['So (`research/x.md:3`):\n\n> [!NOTE]\n> The disks fill up.', '[!NOTE]\nThe disks fill up.'],
    ['So (`research/x.md:3`):\n\n```md\nThe disks fill up.\n```', 'The disks fill up.'],
  ])('not: %j', (text, words) => {
    expect(verbatim(text)).toEqual([[words, false]])
  })
})

test('a dash ties a quotation to its source only at the end of the clause', () => {
  expect(quotes('It says "the disks fill up soon" — `research/x.md:3`.')).toEqual(['the disks fill up soon'])
  expect(quotes('We call it "the big rewrite of it" — `research/x.md:3` has the numbers.')).toEqual([undefined])
})

describe('where a document has the words of a quotation', () => {
  const entry = {
    text: '# X\n\nThe *disks* fill `up_fast`, as [the vendor](https://e.org/a_(b)) says—it\n> isn’t tapes.[^1]\n\n1. One\n2. more &amp; more\n\nOne more.',
  }
  const found = (words: string, from = 1, to = 99) => quotationIn(entry, words, [{from, to}])

  test.each([
    "the disks fill **up\\_fast**, as the vendor says - it isn't tapes",
    'The disks ... as the vendor says',
    '[t]he disks fill up_fast […] it isn’t tapes (...) more & more',
    'disks fill up_fast, as [the vendor](x.md)',
    'says—it > isn’t tapes',
    'One more & more',
  ])('in the lines: %s', words => {
    expect(found(words)).toEqual({found: 'lines'})
  })

  test.each([
    'as the vendor says ... the disks fill up_fast',
    'The disks fill up slowly',
    'the Disks fill up_fast',
    'disks fill up_fast as the vendor',
    'The disks ... and that is all',
  ])('nowhere: %s', words => {
    expect(found(words)).toEqual({found: 'nowhere'})
  })

  test('elsewhere, once or more', () => {
    expect(found('the vendor says — it isn’t tapes', 6, 7)).toEqual({found: 'once', lines: {from: 3, to: 4}})
    expect(quotationIn({text: 'a b c\na b c\n'}, 'a b c', [{from: 9, to: 9}])).toEqual({found: 'several'})
  })

  test('with marks inside that are written otherwise', () => {
    const text = 'and "nobody" will be there — at all'
    expect(quotationIn({text}, 'and ‘nobody’ will be there -- at all', [{from: 1, to: 1}])).toEqual({found: 'lines'})
  })

  test('in part', () => {
    expect(found('the vendor says — it isn’t tapes', 4, 9)).toEqual({found: 'around'})
  })

  test('not to be told of too few words', () => {
    expect(found('disks … tapes')).toBeUndefined()
  })

  test.each(['[', '](', '](((', '<a', '&a', '. ', '[a]('])('a document of many %j is read to its end', part => {
    expect(quotationIn({text: part.repeat(50_000)}, `${part.repeat(200)} one two three`, [])).toEqual({
      found: 'nowhere',
    })
  })
})

describe('of two places beside a quotation', () => {
  const [lead, words] = ['It is told (`research/y.md:3`).', '> The disks fill up in June.']
  const cited = (text: string) =>
    drafts(text)
      .filter(({beside}) => beside?.quote !== undefined)
      .map(({target}) => target)

  test.each([
    `${lead}\n\n${words}\n\n— \`research/x.md:14\``,
    `${lead}\n\n${words}\n\n*Source:* [x](../research/x.md#L14), by Ada.`,
    `${lead}\n\n${words}\n\n(\`research/x.md:14\`)`,
  ])('the one that is named as the source: %j', text => {
    expect(cited(text)).toEqual([text.includes('](') ? '../research/x.md' : 'research/x.md'])
  })

  test.each([
    `${lead}\n\n${words}\n\n\`research/x.md:14\` tells of tapes.`,
    `${lead}\n\n${words}\n\nIn \`research/x.md:14\` there is more.`,
  ])('not one that begins another sentence: %j', text => {
    expect(cited(text)).toEqual(['research/y.md'])
  })
})

describe('code that may be how it shall read is no excerpt', () => {
  test.each([
    'Proposed change to `src/x.ts:8-10`:',
    'Change `src/x.ts:8-10` to:',
    'New `src/x.ts:8-10`:',
    '`src/x.ts:8-10` would become:',
    'The lines should then read so (`src/x.ts:8-10`):',
    '**Updated `parse`** (`src/x.ts:8-10`):',
  ])('%s', text => {
    expect(quotes(`${text}\n\n\`\`\`ts\nfunction parse(text) {\n\`\`\`\n`)).toEqual([undefined])
  })
})

describe('commits', () => {
  test.each([
    ['`src/x.ts:6` at `abc1234`', ['abc1234']],
    ['as of commit abc1234def, `src/x.ts` is', ['abc1234def']],
    ['`src/x.ts:6` @ abc1234', ['abc1234']],
    ['`src/x.ts` (commit `ABC1234`)', ['abc1234']],
    ['`src/x.ts:6` at 1234567', ['1234567']],
    ['`src/x.ts:6` at `1234567`', ['1234567']],
    ['At `deadbee` it stands in `src/x.ts:6`.', ['deadbee']],
    ['Commit deadbee has it (`src/x.ts:6`).', ['deadbee']],
    ['`src/x.ts:6` (`1234567`)', ['1234567']],
    ['`src/x.ts:6` (abc1234)', ['abc1234']],
    ['[x](../src/x.ts#L6) (`abc1234`)', ['abc1234']],
    ['Since `abc1234` `src/x.ts:6` has it.', ['abc1234']],
    ['`src/x.ts:6` (1234567)', undefined],
    ['`src/x.ts:6` (defaced)', undefined],
    ['It breaks at 1234567 bytes (`src/x.ts:6`).', undefined],
    ['`src/x.ts:6` limits it to `1048576` since 20260115, at 1234567.5, `decade2`', ['decade2']],
    ['At `abc1234` all was well. Then `src/x.ts:6` came.', undefined],
  ])('%s', (text, expected) => {
    expect(commits(text)).toEqual([expected])
  })
})

describe('files at a commit in code spans', () => {
  test.each([
    ['`abc1234:src/x.ts:8`', [{from: 8, to: 8}]],
    [
      '`1234567:src/x.ts:8-9,12`',
      [
        {from: 8, to: 9},
        {from: 12, to: 12},
      ],
    ],
    ['`DEADBEE:src/x.ts`', undefined],
    ['`src/x.ts@abc1234:8`', [{from: 8, to: 8}]],
    ['`src/x.ts:8@abc1234`', [{from: 8, to: 8}]],
    ['`src/x.ts@abc1234` (lines 8-9)', [{from: 8, to: 9}]],
  ])('%s', (text, lines) => {
    const [draft] = drafts(text)
    expect(draft).toMatchObject({form: 'code-span', kind: 'code', target: 'src/x.ts', text})
    expect(draft?.lines).toEqual(lines)
    expect(draft?.beside?.commits).toEqual([/[0-9a-f]{7}/i.exec(text)?.[0].toLowerCase()])
  })

  test.each(['`abc1234:research/x.md:8`', '`actions/checkout@abc1234`', '`abc123:src/x.ts:8`', '`abc1234::src/x.ts`'])(
    'none: %s',
    text => {
      expect(drafts(text)).toEqual([])
    },
  )
})

describe('addresses of files at a commit', () => {
  const hash = '0123456789abcdef0123456789abcdef01234567'
  test.each([
    [`https://github.com/o/r/blob/${hash}/src/x.ts#L6-L9`, 'src/x.ts', [{from: 6, to: 9}]],
    [`https://gitlab.example.org/g/s/r/-/blob/${hash}/src/x.ts?ref_type=heads#L6-9`, 'src/x.ts', [{from: 6, to: 9}]],
    [`https://codeberg.org/o/r/src/commit/${hash}/src/x%20y.ts#L6`, 'src/x y.ts', [{from: 6, to: 6}]],
    [`https://bitbucket.org/o/r/src/${hash}/src/x.ts#lines-6:9`, 'src/x.ts', [{from: 6, to: 9}]],
    [`https://git.sr.ht/~u/r/tree/${hash}/item/src/x.ts#L6`, 'src/x.ts', [{from: 6, to: 6}]],
    [
      `https://dev.example.org/o/p/_git/r?path=/src/x.ts&version=GC${hash}&line=6&lineEnd=9`,
      'src/x.ts',
      [{from: 6, to: 9}],
    ],
    ['https://github.com/o/r/blob/0123abc/src/x.ts', 'src/x.ts', undefined],
  ])('%s', (url, target, lines) => {
    const [draft] = drafts(`[x](${url})`)
    expect(draft).toMatchObject({form: 'permalink', kind: 'code', target, url})
    expect(draft?.lines).toEqual(lines)
    expect(draft?.beside?.commits).toHaveLength(1)
  })

  test.each([
    'https://github.com/o/r/blob/main/src/x.ts#L6',
    'https://github.com/o/r/issues/0123abc',
    'https://example.org/blob/0123abc/x.ts',
    'https://github.com/o/r/blob/defaced/src/x.ts',
  ])('of a branch, or of something else: %s', url => {
    expect(drafts(`[x](${url})`)[0]).toMatchObject({form: 'link', kind: 'url'})
  })
})

test.each([
  ['`a` (', 20_000, '', 0],
  ['"', 50_000, '', 0],
  ['`x` | ', 10_000, '`src/x.ts:6`', 1],
  ['at abc1234 ', 5_000, '`src/x.ts:6`', 1],
  ['`src/x.ts:6` ', 2_000, '', 2_000],
])('a text of many %j is read to its end', (part, times, end, number) => {
  expect(drafts(part.repeat(times) + end)).toHaveLength(number)
})
