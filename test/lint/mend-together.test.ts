import {describe, expect, test} from 'vitest'
import {mend} from '../../src/lint/mend/index.js'
import {checkBy, type Mend, mended, type Told, wrong} from './mending.js'

describe('fixes are applied together', () => {
  test('where they touch, but not where they overlap', async () => {
    expect(await mended('aabb c', text => [...wrong(text, 'aa', 'x'), ...wrong(text, 'bb', 'yyy')])).toEqual({
      text: 'xyyy c',
      passes: [2],
      mended: ['aa', 'bb'],
      withdrawn: [],
      left: [],
    })
    const both = (text: string) => [...wrong(text, 'aab', 'x'), ...wrong(text, 'bbb', 'y')]
    expect(await mended('aabbb c', both)).toMatchObject({text: 'xbb c', passes: [1], mended: ['aab'], left: []})
  })

  test('but not where one reads anew what the other changes', async () => {
    const regions = (text: string): Told[] => [
      ...wrong(text, 'aa', 'x').map(told => ({...told, fix: {edits: [[0, 2, 'x']], region: [0, 9]} as Mend})),
      ...wrong(text, 'bb', 'y'),
    ]
    expect(await mended('aa then bb', regions)).toMatchObject({text: 'x then y', passes: [1, 1], mended: ['aa', 'bb']})
  })

  test('once where several messages have the same, and each where something is put in', async () => {
    const same = (text: string): Told[] =>
      text.startsWith('ab') ? ['a', 'b'].map(word => ({word, rule: word, fix: {edits: [[0, 2, 'cd']]}})) : []
    expect(await mended('ab', same)).toMatchObject({text: 'cd', passes: [1], mended: ['a', 'b']})
    const put =
      (rule?: string) =>
      (text: string): Told[] =>
        text.includes('!')
          ? []
          : ['a', 'b'].map(word => ({word, ...(rule && {rule: `${rule} ${word}`}), fix: {edits: [[2, 2, '!']]}}))
    expect(await mended('ab', put())).toMatchObject({text: 'ab!!', passes: [2], mended: ['a', 'b']})
    // Of two rules the second waits, and is not needed any more.
    expect(await mended('ab', put('of'))).toMatchObject({text: 'ab!', passes: [1], mended: ['a'], left: []})
  })

  test('what is put in comes first, for it can make others needless', async () => {
    const tell = (text: string): Told[] => [
      ...wrong(text, 'aa', 'x', {rule: 'first'}),
      ...(text.includes('!') ? [] : [{word: 'c', rule: 'last', fix: {edits: [[6, 6, '!']]} as Mend}]),
    ]
    const done = await mend('aa b c', {check: checkBy(tell)})
    expect(done?.text).toBe('x b c!')
    expect(done?.mended.map(({ruleId}) => ruleId)).toEqual(['last', 'first'])
  })

  test('of which those to blame are found and left out, wherever they stand', async () => {
    const tell = (bad: string) => (text: string) =>
      ['a', 'b', 'c', 'd', 'e'].flatMap(word => wrong(text, word, word === bad ? `${word}${word}` : word.toUpperCase()))
    for (const [bad, text] of [
      ['a', 'a B C D E'],
      ['c', 'A B c D E'],
      ['e', 'A B C D e'],
    ] as const)
      expect(await mended('a b c d e', tell(bad)), bad).toMatchObject({
        text,
        passes: [4],
        withdrawn: [bad],
        left: [bad],
      })
  })

  test('but none that changes nothing, and none without edits', async () => {
    const none = {text: 'aa', passes: [], mended: [], withdrawn: [], left: ['aa']}
    expect(await mended('aa', () => [{word: 'aa', fix: {edits: []}}])).toEqual(none)
    expect(await mended('aa', () => [{word: 'aa'}])).toEqual(none)
    expect(await mended('aa', () => [{word: 'aa', fix: {edits: [[0, 2, 'aa']]}}])).toEqual({...none, withdrawn: ['aa']})
  })
})

describe('fixes that come last', () => {
  test('wait until nothing else is to be done', async () => {
    const tell = (text: string): Told[] => [
      ...wrong(text, 'aa', 'x').map(told => ({...told, fix: {edits: [[0, 2, 'x']], last: true} as Mend})),
      ...wrong(text, 'bb', 'y'),
    ]
    expect(await mended('aa bb', tell)).toEqual({
      text: 'x y',
      passes: [1, 1],
      mended: ['bb', 'aa'],
      withdrawn: [],
      left: [],
    })
  })

  test('are tried where what comes first cannot be done', async () => {
    const tell = (text: string): Told[] => [
      ...wrong(text, 'aa', 'x').map(told => ({...told, fix: {edits: [[0, 2, 'x']], last: true} as Mend})),
      ...wrong(text, 'bb', 'bbb'),
    ]
    expect(await mended('aa bb', tell)).toEqual({
      text: 'x bb',
      passes: [1],
      mended: ['aa'],
      withdrawn: ['bb'],
      left: ['bb'],
    })
  })
})

describe('a fix is left out', () => {
  test('where as many messages of its kind are left as before', async () => {
    const twice = (text: string): Told[] =>
      text === 'aa aa'
        ? [
            {word: 'aa', fix: {edits: [[0, 2, 'b']]}},
            {word: 'aa', from: 1},
          ]
        : wrong(text, 'aa', 'b', {})
    expect(await mended('aa aa', twice)).toMatchObject({text: 'b b', mended: ['aa', 'aa'], left: []})
    const stays = (text: string): Told[] =>
      text === 'aa aa'
        ? [
            {word: 'aa', fix: {edits: [[0, 2, 'b']]}},
            {word: 'aa', from: 1},
          ]
        : [{word: 'aa'}, {word: 'aa'}]
    expect(await mended('aa aa', stays)).toMatchObject({text: 'aa aa', withdrawn: ['aa'], left: ['aa', 'aa']})
  })

  test('where it brings a message elsewhere, but not for those that were there and have moved', async () => {
    const moved = (text: string): Told[] => [...wrong(text, 'aa', 'longer'), {word: 'other', rule: 'other'}]
    expect(await mended('aa other', moved)).toMatchObject({text: 'longer other', left: ['other']})
    const came = (text: string): Told[] => [
      ...wrong(text, 'aa', 'longer'),
      ...(text.includes('aa') ? [] : [{word: 'other', rule: 'other'}]),
    ]
    expect(await mended('aa other', came)).toMatchObject({text: 'aa other', withdrawn: ['aa']})
    const otherRule = (text: string): Told[] => [
      ...wrong(text, 'aa', 'longer'),
      {word: 'other', rule: text.includes('aa') ? 'one' : 'two'},
    ]
    expect(await mended('aa other', otherRule)).toMatchObject({text: 'aa other', withdrawn: ['aa']})
    const gone = (text: string): Told[] => [
      ...wrong(text, 'aa', 'longer'),
      ...(text.includes('aa') ? [{word: 'other', rule: 'other'}] : []),
    ]
    expect(await mended('aa other', gone)).toMatchObject({text: 'longer other', left: []})
  })

  test('where it brings one into what it has written itself', async () => {
    const within = (text: string): Told[] => [
      ...wrong(text, 'aa', 'bb'),
      ...(text.includes('bb') ? [{word: 'bb', rule: 'other'}] : []),
    ]
    expect(await mended('x aa y', within)).toMatchObject({text: 'x aa y', withdrawn: ['aa']})
    // What stood there before may stand there still.
    const still = (text: string): Told[] => [
      ...wrong(text, 'aa', 'bb'),
      {word: text.includes('aa') ? 'aa' : 'bb', rule: 'other'},
    ]
    expect(await mended('x aa y', still)).toMatchObject({text: 'x bb y', mended: ['aa'], left: ['bb']})
  })

  test('but not where it says that it reads otherwise what the message is about', async () => {
    const region =
      (start: number, end: number, more: object = {}) =>
      (text: string): Told[] =>
        text.includes('aa')
          ? [{word: 'aa', fix: {edits: [[2, 4, 'b']], region: [start, end]}, ...more}]
          : [{word: 'other', rule: 'other'}]
    const text = '- aa other and\n\n# T\n\n## S\n'
    expect(await mended(text, region(0, 14))).toMatchObject({passes: [1], left: ['other']})
    expect(await mended(text, region(0, 6))).toMatchObject({passes: [1], left: ['other']})
    // Behind the first section nothing speaks of the document as a whole.
    const late =
      (at: (text: string) => number) =>
      (text: string): Told[] =>
        text.includes('aa')
          ? [{word: 'aa', fix: {edits: [[2, 4, 'b']], region: [0, 6]}}]
          : [{word: 'other', rule: 'other', from: at(text)}]
    const sections = '- aa\n\n# T\n\nother\n\n## S\n\nother\n'
    expect(
      await mended(
        sections,
        late(() => 0),
      ),
    ).toMatchObject({passes: [1]})
    expect(
      await mended(
        sections,
        late(text => text.indexOf('## S')),
      ),
    ).toMatchObject({passes: [], withdrawn: ['aa']})
    expect(
      await mended(
        '- aa\n\n## S\n\nother\n',
        late(() => 0),
      ),
    ).toMatchObject({passes: [], withdrawn: ['aa']})
    expect(
      await mended(
        '- aa\n\nother\n',
        late(() => 0),
      ),
    ).toMatchObject({passes: [1]})
  })

  test('nor where its message told of that place before', async () => {
    const tell =
      (related: number[]) =>
      (text: string): Told[] =>
        text.includes('aa') ? [{word: 'aa', related, fix: {edits: [[0, 2, 'long']]}}] : [{word: 'other', rule: 'other'}]
    expect(await mended('aa other', tell([3]))).toMatchObject({text: 'long other', left: ['other']})
    expect(await mended('aa other', tell([4]))).toMatchObject({text: 'aa other', withdrawn: ['aa']})
  })
})

test('what was left out is not told where another fix has mended it', async () => {
  const tell = (text: string): Told[] => {
    if (text.includes('aaa')) return [{word: 'aaa', rule: 'other'}]
    return text.includes('bb') ? [...wrong(text, 'aa', 'aaa'), ...wrong(text, 'bb', 'b')] : []
  }
  expect(await mended('aa bb', tell)).toEqual({text: 'aa b', passes: [1], mended: ['bb'], withdrawn: [], left: []})
})

test('it ends after ten passes, though there were more to do', async () => {
  const tell = (text: string): Told[] => [
    {word: text, fix: {edits: [[0, text.length, `n${Number(text.slice(1)) + 1}`]], region: [0, text.length]}},
  ]
  expect(await mended('n0', tell)).toMatchObject({text: 'n10', passes: Array(10).fill(1), left: ['n10']})
})
