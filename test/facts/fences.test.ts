import {describe, expect, test} from 'vitest'
import {at, factsOf} from './support.js'

const lines = (...text: string[]) => `${text.join('\n')}\n`

describe('fences', () => {
  test('tell character, length, info, language, place and whether they are closed', () => {
    const text = lines(
      '## A',
      '',
      '```TypeScript title="b"',
      'c',
      '```',
      '',
      '~~~~',
      'd',
      '~~~~~  ',
      '',
      '    e',
      '',
      '- ````',
      '  f',
      '  ````',
      '',
      '> ```',
      '> g',
      '> ```',
    )
    const facts = factsOf(text)
    expect(
      facts.fences.map(({character, length, info, language, closed, section}) => [
        character,
        length,
        info,
        language,
        closed,
        section,
      ]),
    ).toEqual([
      ['`', 3, 'TypeScript title="b"', 'typescript', true, 'a'],
      ['~', 4, '', '', true, 'a'],
      ['`', 4, '', '', true, 'a'],
      ['`', 3, '', '', true, 'a'],
    ])
    expect(facts.fences.map(({position}) => at(text, position))).toEqual([
      '```TypeScript title="b"',
      '~~~~',
      '````',
      '```',
    ])
    expect(facts.fences[0] && at(text, {start: facts.fences[0].position.start, end: facts.fences[0].end})).toBe(
      '```TypeScript title="b"\nc\n```',
    )
  })

  test.each([
    ['nothing', ''],
    ['blank lines', '\n\n'],
    ['a shorter run', '``'],
    ['the other character', '~~~'],
    ['a run with words', '``` js'],
    ['a run too far right', '    ```'],
  ])('are not closed by %s', (_name, content) => {
    for (const end of ['', '\n']) {
      const text = `a\n\n\`\`\`\n${content}${end}`
      expect(factsOf(text).fences.map(({closed, end: place}) => [closed, place.offset <= text.length])).toEqual([
        [false, true],
      ])
    }
  })

  test.each([
    '- ```sh\n  a\n* see `code`\n',
    '- ```sh\n  a\n> see `code`\n',
    '- ```sh\n  a\n1. see `code`\n',
    '> ```sh\n> a\n- see `code`\n',
    '- ````sh\n> ```\n',
    '- ```sh\n> ```\nfoo\n```\n',
    '- > ```sh\n  > a\n> > ```\n',
  ])('are not closed by what follows their item or quote: %j', text => {
    expect(factsOf(text).fences[0]).toMatchObject({info: 'sh', closed: false})
  })

  test.each([
    '- ```sh\n  ```\n',
    '> - ```sh\n>   a\n>   ```\n',
    '- > ```sh\n  > a\n  > ```\n',
    '[^>]: ```sh\n    a\n    ```\n',
    '> > ~~~sh\n> > ~~~~\t\n',
  ])('are closed within items, quotes and notes: %j', text => {
    expect(factsOf(text).fences.map(({closed}) => closed)).toEqual([true])
  })

  test('are closed at once, or by the line that follows', () => {
    expect(factsOf('```\n```').fences.map(({closed}) => closed)).toEqual([true])
    expect(factsOf('```\r\n    ```\r\n```\r\n').fences.map(({closed}) => closed)).toEqual([true])
    expect(factsOf('```').fences.map(({closed}) => closed)).toEqual([false])
  })

  test('end with the item they stand in, unclosed', () => {
    const {fences} = factsOf(lines('- a', '  ```', '  b', '', 'c'))
    expect(fences.map(({closed, end}) => [closed, end.line])).toEqual([[false, 4]])
  })
})

describe('hidden sections', () => {
  test('are those of the template whose headings stand as code, and nowhere else', () => {
    const text = lines(
      '## 1. Summary',
      '',
      '```',
      '## Executive Summary',
      '## 2. Context and **Motivation** ##',
      '### 2.1 Current State',
      '## Notes',
      ' ## Open Questions',
      '    ## Goals',
      '#Detailed Design',
    )
    expect(factsOf(text).fences.map(({hidden}) => hidden)).toEqual([['2. Context and Motivation', 'Open Questions']])
  })

  test('are sub-sections where their parent is in the open', () => {
    const text = lines(
      '## 2. Context and Motivation',
      '',
      '### 2.1 Current State',
      '',
      '```',
      '### 2.2 The Problem',
      '### 3.1 Functional Goals',
      '### 2.1 Current State',
    )
    expect(factsOf(text).fences.map(({hidden}) => hidden)).toEqual([['2.2 The Problem']])
  })

  test('may have separators of lines in them, which end none', () => {
    const text = lines('## 2. Context and Motivation', '', '```', '### 2.2 The Problem (\u2028)')
    expect(factsOf(text).fences.map(({hidden}) => hidden)).toEqual([['2.2 The Problem (\u2028)']])
  })

  test('are unknown without a template', () => {
    expect(factsOf(lines('```', '## Goals'), {kind: {name: 'research'}}).fences[0]?.hidden).toEqual([])
  })
})

describe('nested fences', () => {
  const nested = (...text: string[]) =>
    factsOf(lines(...text)).fences.flatMap(fence => fence.nested.map(({info}) => info))

  test('are openers with an info string, of the same character and at least the length', () => {
    expect(nested('```md', '```js', '```')).toEqual(['js'])
    expect(nested('```md', '   ````  a b', '```')).toEqual(['a b'])
    expect(nested('~~~', '~~~js', '~~~')).toEqual(['js'])
    expect(nested('````md', '```js', '```', '````')).toEqual([])
    expect(nested('```md', '~~~js', '~~~', '```')).toEqual([])
    expect(nested('```md', '    ```js', '```')).toEqual([])
    expect(nested('```md', '```js `x`', '```')).toEqual([])
    expect(nested('```md', 'a ```js', '```')).toEqual([])
    expect(nested('> ```md', '> ```js', '> ```')).toEqual(['js'])
    expect(nested('~~~md', '~~~js `x`', '~~~')).toEqual(['js `x`'])
    expect(nested('```md', '```js  ', '```')).toEqual(['js'])
    expect(nested('```')).toEqual([])
  })

  test('stand at their line, and reach to the next main heading of the template', () => {
    const text = lines(
      '## Summary',
      '',
      '```md',
      '  ```js ',
      'a',
      '```',
      '',
      '```',
      '## Goals',
      '',
      '### b',
      '```',
      '',
      '## Notes',
      '',
      '## Detailed Design',
      '',
      'c',
    )
    const [fence] = factsOf(text).fences
    const [one] = fence?.nested ?? []
    expect(one && at(text, one.position)).toBe('```js')
    expect(one && text.slice(one.end.offset)).toBe('## Detailed Design\n\nc\n')
    expect(one).toMatchObject({unclosed: false, hidden: ['Goals']})
  })
})

describe('an unclosed fence that follows from a nested one', () => {
  const openers = (...text: string[]) => {
    const {fences} = factsOf(lines(...text))
    const found = fences
      .filter(({closed}) => !closed)
      .map(({position, opener}) => [position.start.line, opener?.position.start.line])
    expect(
      fences
        .flatMap(fence => fence.nested)
        .filter(({unclosed}) => unclosed)
        .map(({position}) => position.start.line),
    ).toEqual([...new Set(found.map(([, line]) => line).filter(line => line !== undefined))])
    return found
  }

  test('names it', () => {
    expect(openers('```md', '```js', 'a', '```', 'b', '```', 'c')).toEqual([[6, 2]])
  })

  test('names the first of several', () => {
    expect(openers('```md', '```js', '```', '```ts', '```', '```')).toEqual([[6, 2]])
  })

  test('names it over whole fences in between', () => {
    expect(openers('```md', '```js', '```', '~~~', 'a', '~~~', '```sh', 'b', '```', '```')).toEqual([[10, 2]])
  })

  test('names it where what should open nothing closes it', () => {
    expect(openers('```', '```js', '```js', 'a', '```', 'b', '```', 'c')).toEqual([[7, 2]])
    expect(openers('```md', '```js', 'a', '```', 'b', '```', 'c', '```', 'd', '```', 'e')).toEqual([[10, 2]])
  })

  test('names it of tildes, too', () => {
    expect(openers('~~~md', '~~~js', 'a', '~~~', 'b', '~~~', 'c')).toEqual([[6, 2]])
  })

  test('names none that both readings have left behind', () => {
    expect(
      openers('```md', '```js', '```', '```', '```sh', '```', '', '```md', '```ts', 'a', '```', 'b', '```', 'c'),
    ).toEqual([[13, 9]])
  })

  test('tells that its opener is not closed, and not of others', () => {
    const {fences} = factsOf(lines('```md', '```js', 'a', '```', 'b', '```', 'c'))
    expect(fences.map(({nested, opener}) => [nested.map(({unclosed}) => unclosed), opener?.unclosed])).toEqual([
      [[true], undefined],
      [[], true],
    ])
  })

  test('names none where none is guilty', () => {
    expect(openers('```md', 'a')).toEqual([[1, undefined]])
    expect(openers('```md', 'a', '```', '', '```')).toEqual([[5, undefined]])
    expect(openers('```md', '```js', '```', '', '```sh')).toEqual([[5, undefined]])
    // Both readings have met again behind the fifth line.
    expect(openers('```md', '```js', '```', '```', '```sh', '```', '', '```')).toEqual([[8, undefined]])
  })

  test('hostile numbers of them come to an end', () => {
    // Where the reference has to read them, it asks for more than it may take unless told.
    const limits = {bytes: 8 * 2 ** 20}
    const {fences} = factsOf(`\`\`\`\n${'```a\n## Goals\n'.repeat(15_000)}`, {limits})
    expect(fences[0]?.nested).toHaveLength(15_000)
  })
})
