import {describe, expect, test} from 'vitest'
import {collectedOf} from './support.js'

const drafts = (text: string) => collectedOf(text, {kind: {name: 'test'}}).citations
const unsure = (text: string) => drafts(text).map(draft => draft.unsure ?? false)

describe('a citation that its sentence only supposes', () => {
  test.each([
    'Such as `specs/b.md`.',
    'So, e.g. `src/x.ts:3`.',
    'For example (`src/x.ts:3`).',
    'A new file `specs/b.md` comes.',
    '`research/b.md` will be written.',
    '`src/x.ts:3` does not exist yet.',
  ])('whatever it is of: %s', text => {
    expect(unsure(text)).toEqual([true])
  })

  test.each([
    'Citations look like `PATH`.',
    'It is written as: `PATH`.',
    'There is no `PATH` here.',
    'It goes into `PATH` then.',
    '| new | `PATH` |',
    'In upstream `PATH` tells.',
    'See github.com/a/b, `PATH`.',
    'The acme repository has `PATH`.',
    'Add it to `PATH`.',
    '## New files\n\nIt is `PATH`.',
    '## Files to create\n\n- `PATH`',
  ])('of source code alone: %s', text => {
    const of = (path: string) =>
      unsure(text.startsWith('|') ? `${text.replace('PATH', path)}\n| - | - |\n` : text.replace('PATH', path)).at(-1)
    expect([of('src/x.ts:3'), of('specs/b.md')]).toEqual([true, false])
  })

  test.each([
    'See `src/x.ts:3`.',
    'A new file comes. See `src/x.ts:3`.',
    'See `src/x.ts:3`. A new file comes.',
    `Such as ${'x '.repeat(30)}\`src/x.ts:3\`.`,
    'This repository has `src/x.ts:3`.',
    '## Files\n\nIt is `src/x.ts:3`.',
    'For instance, it is so. So `src/x.ts:3` has it.',
  ])('is not: %s', text => {
    expect(unsure(text)).toEqual([false])
  })

  test('is none of the web, and none of the document itself', () => {
    expect(unsure('E.g. [x](https://x.example) and e.g. [y](#y), a new file.')).toEqual([false, false])
  })
})

describe('lines of source code in the words of a link', () => {
  const lines = (text: string) => drafts(text).map(draft => draft.lines)

  test('are those that are cited', () => {
    expect(lines('[`src/x.ts:12-40`](../src/x.ts)')).toEqual([[{from: 12, to: 40}]])
    expect(lines('[x.ts:12](../src/x.ts)')).toEqual([[{from: 12, to: 12}]])
  })

  test('count where the address has none, and where they are of that file', () => {
    expect(lines('[`src/x.ts:12`](../src/x.ts#L3)')).toEqual([[{from: 3, to: 3}]])
    expect(lines('[`src/y.ts:12`](../src/x.ts)')).toEqual([undefined])
    expect(lines('[words](../src/x.ts)')).toEqual([undefined])
    expect(lines('[b.md:12](b.md)')).toEqual([undefined])
  })
})

describe('names beside a citation of lines', () => {
  const symbol = (text: string) => drafts(text).at(-1)?.beside?.symbol

  test('stand with the names before them that have no citation of their own', () => {
    expect(symbol('`zero` calls `one` (`src/x.ts:6`)')).toMatchObject({text: 'one', others: ['zero']})
    expect(symbol('`a1` (`src/x.ts:3`) and `zero` in `one` (`src/x.ts:6`)')).toMatchObject({others: ['zero']})
    expect(symbol('So `old` was. Then `zero` calls `one` (`src/x.ts:6`)')).toMatchObject({others: ['zero']})
    expect(symbol('`zero` calls `zero` and `one` calls `one` (`src/x.ts:6`)')).toMatchObject({others: ['zero']})
    expect(symbol('`one` calls `one` (`src/x.ts:6`)')).not.toHaveProperty('others')
    expect(symbol('`one` (`src/x.ts:6`)')).not.toHaveProperty('others')
  })

  test('stand with eight others at the most', () => {
    const many = Array.from({length: 9}, (_, index) => `\`name${index}\``).join(' ')
    expect(symbol(`${many} in \`one\` (\`src/x.ts:6\`)`)?.others).toHaveLength(8)
  })

  test.each([
    ['Read by `Reader.parse()` (`src/x.ts:6`)', 'Reader.parse()'],
    ['| `parse` | `src/x.ts:6` |\n| - | - |\n', 'parse'],
    ['`src/x.ts:6` (`parse`)', 'parse'],
    ['`src/x.ts:6` — `parse`', 'parse'],
  ])('are told with their place: %s', (text, name) => {
    const position = symbol(text)?.position
    expect(position && text.slice(position.start.offset, position.end.offset)).toBe(name)
  })

  test.each([
    ['` parse ` (`src/x.ts:6`)', 'parse'],
    ['` stream.start ` (`src/x.ts:6`)', 'stream.start'],
    ['`ID` (`src/x.ts:6`)', 'ID'],
    ['`xabc1234` (`src/x.ts:6`)', 'xabc1234'],
    ['`abc1234x` (`src/x.ts:6`)', 'abc1234x'],
    ['`defaced` (`src/x.ts:6`)', 'defaced'],
    ['Add it in `src/x.ts:6` (`load`)', 'load'],
    ['| add | `load` | `src/x.ts:6` |\n| - | - | - |\n', 'load'],
  ])('are names: %s', (text, name) => {
    expect(symbol(text)?.text).toBe(name)
  })

  test.each([
    '`T` (`src/x.ts:6`)',
    '`two words` (`src/x.ts:6`)',
    '`src/x.ts:6` (`one`), `two`',
    '`src/x.ts:6` (`one`) and `two`',
  ])('are none: %s', text => {
    expect(drafts(text).find(({lines}) => lines)?.beside).toBeUndefined()
  })

  test('are no commits', () => {
    expect(drafts('`1234abc` (`src/x.ts:6`)')[0]?.beside).toEqual({commits: ['1234abc']})
  })
})

describe('what stands beside a citation', () => {
  test('is nothing beside the web, and beside the document itself', () => {
    const [web, own] = drafts(
      '"the disks fill up" ([x](https://x.example#L3)) "the disks fill up" ([y](#L3)) at `abc1234`',
    )
    expect([web?.beside, own?.beside]).toEqual([undefined, undefined])
  })

  test('is no commit and no name beside documents', () => {
    const [spec] = drafts('`one` (`specs/b.md:3`) at `abc1234`')
    expect(spec).toMatchObject({kind: 'spec'})
    expect(spec).not.toHaveProperty('beside')
  })

  test('is no name beside a file without lines', () => {
    expect(drafts('`one` (`src/x.ts`)')[0]).not.toHaveProperty('beside')
  })

  test('is no quotation beside what has no lines', () => {
    expect(drafts('"the disks fill up" (`research/x.md`)')[0]).not.toHaveProperty('beside')
  })

  test('is each commit once, the one in the citation first', () => {
    expect(drafts('`abc1234:src/x.ts:8` at `def5678` and `abc1234`')[0]?.beside?.commits).toEqual([
      'abc1234',
      'def5678',
    ])
  })
})
