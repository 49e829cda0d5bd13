import {describe, expect, test} from 'vitest'
import {type Mend, mended, type Told, wrong} from './mending.js'

/** Words that are to be others by fixes of their own, which are told as long as the word stands there. */
const words =
  (fixes: Record<string, Mend>, more: (text: string) => Told[] = () => []) =>
  (text: string): Told[] => [
    ...Object.entries(fixes).flatMap(([word, fix]) => (text.includes(word) ? [{word, rule: word, fix}] : [])),
    ...more(text),
  ]

const other = (): Told => ({word: 'other', rule: 'other'})

describe('in one pass go', () => {
  test('what is put in before and behind another change, without touching it', async () => {
    const around = (text: string): Told[] =>
      text.includes('bb')
        ? [
            {word: 'x', rule: 'before', fix: {edits: [[1, 1, '!']]}},
            {word: 'bb', rule: 'word', fix: {edits: [[2, 4, 'b']]}},
            {word: 'y', rule: 'behind', fix: {edits: [[6, 6, '?']]}},
          ]
        : []
    expect(await mended('x bb y', around)).toMatchObject({text: 'x! b y?', passes: [3]})
  })

  test('what one rule puts in at several places', async () => {
    const marks = (text: string): Told[] =>
      text.includes('!')
        ? []
        : [
            {word: 'a', fix: {edits: [[1, 1, '!']]}},
            {word: 'b', fix: {edits: [[3, 3, '!']]}},
          ]
    expect(await mended('a b', marks)).toMatchObject({text: 'a! b!', passes: [2], mended: ['a', 'b']})
  })

  test('not two of which one edit of several touches the other', async () => {
    const both = (text: string) => [
      ...(text.startsWith('aa')
        ? [
            {
              word: 'aa',
              rule: 'ends',
              fix: {
                edits: [
                  [0, 2, 'x'],
                  [6, 8, 'y'],
                ],
              } as Mend,
            },
          ]
        : []),
      ...wrong(text, 'cc', 'z', {rule: 'last'}),
    ]
    expect(await mended('aa bb cc', both)).toMatchObject({text: 'x bb y', passes: [1], mended: ['aa'], left: []})
  })
})

describe('messages that were there and have moved are known again', () => {
  test('behind a fix whose edits are told last to first', async () => {
    const fix: Mend = {
      edits: [
        [9, 11, 'long'],
        [0, 2, 'longer'],
      ],
    }
    expect(
      await mended(
        'aa other aa other',
        words({aa: fix}, () => [other(), {...other(), from: 9}]),
      ),
    ).toMatchObject({
      text: 'longer other long other',
      passes: [1],
    })
  })

  test('in a word that is changed behind another one that is', async () => {
    const still = (text: string): Told => ({word: text.includes('bb') ? 'bb' : 'new', rule: 'other'})
    const tell = words({aaaa: {edits: [[0, 4, 'x']]}, bb: {edits: [[5, 7, 'new']]}}, text => [still(text)])
    expect(await mended('aaaa bb c', tell)).toMatchObject({text: 'x new c', passes: [2], left: ['new']})
  })

  test('in words that two fixes change side by side', async () => {
    const still = (text: string): Told => ({word: text.includes('bb') ? 'bb' : 'x', rule: 'other'})
    const tell = words({aa: {edits: [[0, 2, 'x']]}, bb: {edits: [[2, 4, 'y']]}}, text => [still(text)])
    expect(await mended('aabb c', tell)).toMatchObject({text: 'xy c', passes: [2]})
  })

  test('what comes where one of two that touch reads the text anew may be new', async () => {
    const tell = words({aa: {edits: [[0, 2, 'x']], region: [0, 2]}, bb: {edits: [[2, 4, 'yyy']]}}, text =>
      text.includes('yyy') ? [{word: 'yyy', rule: 'other'}] : [],
    )
    expect(await mended('aabb c\n\n## S\n', tell)).toMatchObject({passes: [2], left: ['yyy']})
  })
})

describe('a fix that reads the text anew is left out', () => {
  test('where its message stays', async () => {
    const stays = (text: string): Told[] => [
      {word: 'aa', ...(!text.includes('b') && {fix: {edits: [[0, 0, 'b']], region: [0, 2]}})},
    ]
    expect(await mended('aa', stays)).toMatchObject({text: 'aa', passes: [], withdrawn: ['aa']})
  })

  test('where one of its two messages stays', async () => {
    const fix: Mend = {edits: [[0, 2, 'x']], region: [0, 5]}
    const one = (text: string): Told[] => [
      ...(text.includes('aa') ? [{word: 'aa', rule: 'gone', fix}] : []),
      {word: 'bb', rule: 'stays', ...(text.includes('aa') && {fix})},
    ]
    expect(await mended('aa bb', one)).toMatchObject({text: 'aa bb', passes: [], withdrawn: ['aa', 'bb']})
  })
})

test('what a message tells of another document excuses nothing in this one', async () => {
  const tell = (text: string): Told[] =>
    text.includes('aa')
      ? [{word: 'aa', related: [3], elsewhere: 'specs/b.md', fix: {edits: [[0, 2, 'long']]}}]
      : [other()]
  expect(await mended('aa other', tell)).toMatchObject({text: 'aa other', withdrawn: ['aa']})
})
