import {describe, expect, test} from 'vitest'
import {carry, type Ground} from '../../src/scaffold/carry.js'
import type {Entry} from '../../src/workspace/index.js'

const FILES: Record<string, Entry> = {
  'research/docs/a.md': {type: 'file', lines: 40, anchors: ['findings']},
  'research/docs/b.md': {type: 'file', lines: 10, anchors: ['costs']},
  'research/web/c d.md': {type: 'file', lines: 10, anchors: []},
  'src/gate.ts': {type: 'file'},
  docs: {type: 'folder'},
}

const ground: Ground = {
  from: 'research/docs/a.md',
  to: 'specs/team/x.md',
  documents: ['research/docs/a.md', 'research/docs/b.md', 'research/web/c d.md'],
  folders: ['specs', 'research'],
  entry: path => FILES[path],
}

const carried = (markdown: string) => carry(markdown, ground)

describe('links', () => {
  test.each([
    ['rebased', '[b](b.md#costs)', '[b](../../research/docs/b.md#costs)'],
    ['from the root', '[b](research/docs/b.md)', '[b](../../research/docs/b.md)'],
    ['with a leading slash', '[b](/research/docs/b.md)', '[b](../../research/docs/b.md)'],
    ['of code', '[gate](../../src/gate.ts#L12)', '[gate](../../src/gate.ts#L12)'],
    ['an anchor gets its document', '[above](#findings)', '[above](../../research/docs/a.md#findings)'],
    ['encoded', '[c](../web/c%20d.md)', '[c](../../research/web/c%20d.md)'],
    ['with emphasis in them', '[**b** and `x`](b.md)', '[**b** and `x`](../../research/docs/b.md)'],
    [
      'to the web stay',
      '[x](https://example.org/a_b) <https://example.org> www.example.org',
      '[x](https://example.org/a_b) <https://example.org> www.example.org',
    ],
    ['dead ones become text', 'See [the `old` plan](gone.md "Title").', 'See the `old` plan.'],
    ['a dead anchor is left out', '[b](b.md#gone)', '[b](../../research/docs/b.md)'],
    ['lines beyond the end too', '[b](b.md#L11)', '[b](../../research/docs/b.md)'],
    ['lines within stay', '[b](b.md#L2-L10)', '[b](../../research/docs/b.md#L2-L10)'],
    ['other schemes become text', '[x](javascript:alert(1)) [y](data:text/html,x)', 'x y'],
    ['images', '![a *b*](b.md) ![gone](gone.png)', '![a b](../../research/docs/b.md) gone'],
  ])('%s', (_name, markdown, expected) => {
    expect(carried(markdown)).toBe(expected)
  })
})

describe('code spans', () => {
  test.each([
    ['of code stay', '`src/gone.ts:12` and `a | b` and `x.md y`', '`src/gone.ts:12` and `a | b` and `x.md y`'],
    ['documents that are there stay', '`research/docs/b.md:3` and `b.md`', '`research/docs/b.md:3` and `b.md`'],
    ['from the folder of the research: written from the root', '`./b.md`', '`research/docs/b.md`'],
    [
      'documents that are not become text',
      '`gone_a.md` and `research/docs/*.md`',
      'gone\\_a.md and research/docs/\\*.md',
    ],
    ['lines beyond the end become text', '`research/docs/b.md:11`', 'research/docs/b.md:11'],
    ['a missing file of research becomes text', '`research/data/x.json`', 'research/data/x.json'],
    ['dead ones in links', '[`gone.md`](gone.md)', 'gone.md'],
  ])('%s', (_name, markdown, expected) => {
    expect(carried(markdown)).toBe(expected)
  })
})

describe('words', () => {
  test.each([
    [
      'are kept',
      'Does `a` *or* **b_c** <x> 5 * 3 hold? [agent_name] ~~no~~',
      'Does `a` *or* **b_c** <x> 5 * 3 hold? [agent_name] ~~no~~',
    ],
    ['stand on one line', 'one\n   two  \n   three\\\r\nfour', 'one two three four'],
    [
      'labels become text',
      'As [R1], \\[R2\\], [R1, R3] and [^r1] say, see [the plan][p]',
      'As R1, R2, R1, R3 and (r1) say, see the plan',
    ],
    ['what looks like one stays', 'arr[0][1] and [x] and [^]', 'arr[0][1] and [x] and [^]'],
    ['comments go', 'a <!-- hidden -->b', 'a b'],
    ['control characters go', 'a\u0007b\u202Ec', 'abc'],
    ['what is no paragraph is plain', '# a *b*', 'a b'],
  ])('%s', (_name, markdown, expected) => {
    expect(carried(markdown)).toBe(expected)
  })

  test('every place that matters is asked for, though nothing is known yet', () => {
    const asked: string[] = []
    carry('[x](b.md) `./y.md` `b.md`', {...ground, entry: path => void asked.push(path)})
    expect(new Set(asked)).toEqual(new Set(['research/docs/b.md', 'b.md', 'y.md', 'research/docs/y.md']))
  })
})
