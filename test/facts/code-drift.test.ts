import {describe, expect, test} from 'vitest'
import {driftOf, type Then} from '../../src/facts/citations/code/drift.js'
import {driftSum} from '../../src/facts/citations/code/index.js'
import type {Citation} from '../../src/facts/types.js'

const file = (lines: string, path = 'src/a.ts'): Then => ({
  version: lines,
  text: lines
    .split('')
    .map(line => `the line ${line}\n`)
    .join(''),
  path,
})
const at = (from: number, to = from) => [{from, to}]

describe('cited lines since', () => {
  test.each([
    ['abcdef', 'abcdef', at(2, 3), {state: 'unchanged', lines: at(2, 3)}],
    ['abcdef', 'abcdefx', at(2, 3), {state: 'unchanged', lines: at(2, 3)}],
    ['abcdef', 'xxabcdef', at(2, 3), {state: 'moved', lines: at(4, 5)}],
    ['abcdef', 'bcdef', at(2, 3), {state: 'moved', lines: at(1, 2)}],
    ['abcdef', 'abXdef', at(2, 3), {state: 'changed'}],
    ['abcdef', 'abcXdef', at(3, 4), {state: 'changed', lines: at(3, 5)}],
    ['abcdef', 'adefbcg', at(2, 3), {state: 'moved', lines: at(5, 6)}],
    ['abcdef', 'adef', at(2, 3), {state: 'changed'}],
    ['abcdef', 'adefbcbc', at(2, 3), {state: 'changed'}],
    ['abcdef', 'xabcdef', [...at(1), ...at(5, 6)], {state: 'moved', lines: [...at(2), ...at(6, 7)]}],
    ['abcdef', 'xabcdXf', [...at(1), ...at(5)], {state: 'changed'}],
    ['abcdef', 'axbcdef', [...at(1), ...at(5, 6)], {state: 'moved', lines: [...at(1), ...at(6, 7)]}],
    ['abcdef', 'abXcdef', at(2, 3), {state: 'changed', lines: at(2, 4)}],
    ['abcdef', 'bcdefa', at(1), {state: 'moved', lines: at(6)}],
  ])('%s to %s', (from, to, cited, expected) => {
    expect(driftOf(file(from), file(to), cited)).toEqual(expected)
  })

  test('in a file of another name', () => {
    const now = (lines: string) => file(lines, 'src/b.ts')
    expect(driftOf(file('abc'), now('xyz'), undefined)).toEqual({state: 'renamed', path: 'src/b.ts'})
    expect(driftOf(file('abc'), now('abc'), at(2))).toEqual({state: 'renamed', path: 'src/b.ts', lines: at(2)})
    expect(driftOf(file('abc'), now('xabc'), at(2))).toEqual({state: 'renamed', path: 'src/b.ts', lines: at(3)})
    expect(driftOf(file('abc'), now('aXc'), at(2))).toEqual({state: 'changed', path: 'src/b.ts'})
  })

  test('in a file that is gone', () => {
    expect(driftOf(file('abc'), undefined, at(2))).toEqual({state: 'deleted'})
  })

  test('a line that says nothing of its own is not looked for elsewhere', () => {
    const then = {version: '1', text: 'one\n}\ntwo\n', path: 'a'}
    expect(driftOf(then, {version: '2', text: 'one\ntwo\n}\n', path: 'a'}, at(2))).toEqual({state: 'changed'})
  })
})

describe('a whole file since', () => {
  test.each([
    [file('a'), file('a'), {state: 'unchanged'}],
    [file('a'), file('b'), {state: 'unchanged'}],
    [file('a'), file('a', 'src/b.ts'), {state: 'renamed', path: 'src/b.ts'}],
    [file('a'), undefined, {state: 'deleted'}],
  ])('%#', (then, now, expected) => {
    expect(driftOf(then, now, undefined)).toEqual(expected)
  })

  test('whose text is not known', () => {
    expect(driftOf({...file('a'), text: undefined}, file('b'), at(1))).toBeUndefined()
  })
})

test('a short line is found again where its words are many enough', () => {
  const moved = (line: string) => {
    const others = 'the first\nthe second\nthe third\n'
    const then = {version: '1', text: `${line}\n${others}`, path: 'a'}
    return driftOf(then, {version: '2', text: `${others}${line}\n`, path: 'a'}, at(1))?.state
  }
  expect([moved('abcdefgh'), moved('abcdefg'), moved('- a b - c - d')]).toEqual(['moved', 'changed', 'changed'])
})

describe('the sum of what became of cited lines', () => {
  const cited = (
    line: number,
    state: NonNullable<Citation['drift']>['state'] | undefined,
    more: Partial<Citation> = {},
  ): Citation => ({
    form: 'code-span',
    kind: 'code',
    text: '',
    target: 'x.ts',
    position: {start: {line, column: 1, offset: line}, end: {line, column: 2, offset: line + 1}},
    lines: at(1),
    ...(state && {drift: {state, same: state === 'unchanged'}}),
    ...more,
  })

  test('counts each state, at the place of the first that is not as it was', () => {
    const states = ['unchanged', 'moved', 'changed', 'changed', 'deleted', 'renamed', undefined] as const
    expect(driftSum(states.map((state, index) => cited(index + 1, state)))).toMatchObject({
      cited: 6,
      moved: 1,
      changed: 2,
      deleted: 1,
      renamed: 1,
      stale: 5,
      position: {start: {line: 2}},
    })
  })

  test('stands at the first citation where all is as it was', () => {
    expect(driftSum([cited(1, 'unchanged'), cited(2, 'unchanged')])).toMatchObject({
      cited: 2,
      stale: 0,
      position: {start: {line: 1}},
    })
  })

  test('leaves out whole files, and what stands beside its commit', () => {
    const {lines: _, ...whole} = cited(1, 'changed')
    expect(driftSum([whole, cited(2, 'changed', {commitFrom: 'citation'})])).toBeUndefined()
  })
})
