import {describe, expect, test} from 'vitest'
import {driftOf, type Then} from '../../src/facts/citations/code/drift.js'

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
