import {describe, expect, test} from 'vitest'
import {excerptsOf} from '../../src/facts/citations/code/excerpt.js'

const text = [
  'import {parse} from "./parse.js"', // 1
  '', // 2
  'export function run(input: string) {', // 3
  '  const $tree = parse(input)', // 4
  '  return walk($tree,', // 5
  '    run_all)', // 6
  '}', // 7
  'function walk(tree) {', // 8
  '}', // 9
].join('\n')
const {symbol, quote, lineCount, lines} = excerptsOf(text)
const at = (from: number, to = from) => [{from, to}]

test('lines are counted and cut to the text', () => {
  expect(lineCount).toBe(9)
  expect(lines({from: 8, to: 99})).toEqual(['function walk(tree) {', '}'])
})

describe('an identifier', () => {
  test.each([
    ['run', at(3), {found: 'lines'}],
    ['run', at(2, 4), {found: 'lines'}],
    ['run', [...at(9), ...at(3)], {found: 'lines'}],
    ['run', at(4, 7), {found: 'around'}],
    ['run', at(8, 9), {found: 'once', lines: {from: 3, to: 3}}],
    ['walk', at(4), {found: 'several'}],
    ['parse', at(3), {found: 'around'}],
    ['parse', at(8), {found: 'several'}],
    ['parse', at(4), {found: 'lines'}],
    ['un', at(3), {found: 'nowhere'}],
    ['run_al', at(6), {found: 'nowhere'}],
    ['tree', at(5), {found: 'once', lines: {from: 8, to: 8}}],
    ['$tree', at(4), {found: 'lines'}],
    ['a.*b', at(1), {found: 'nowhere'}],
    ['run', at(50), {found: 'once', lines: {from: 3, to: 3}}],
  ])('%s in %j', (name, cited, expected) => {
    expect(symbol(name, cited)).toEqual(expected)
  })
})

test('an identifier that begins one in the cited lines is near enough, and so is the comment above its block', () => {
  const props = excerptsOf(
    'interface RowProps {\n}\n\nfunction Row(props) {\n}\n/**\n * Draws.\n */\nfunction draw() {\n}\n',
  )
  expect(props.symbol('Row', at(1))).toEqual({found: 'around'})
  expect(props.symbol('draw', at(7))).toEqual({found: 'around'})
  expect(props.symbol('draw', at(2))).toEqual({found: 'once', lines: {from: 9, to: 9}})
})

describe('a quotation', () => {
  test.each([
    ['return walk($tree, run_all)', at(5, 6), {found: 'lines'}],
    ['return walk( $tree,\n\trun_all )', at(4, 7), {found: 'lines'}],
    ['return walk($tree, run_all)', at(5), {found: 'around'}],
    ['return walk($tree, run_all)', at(3), {found: 'around'}],
    ['return walk($tree, run_all)', at(8), {found: 'once', lines: {from: 5, to: 6}}],
    ['return walk($tree,', at(1), {found: 'once', lines: {from: 5, to: 5}}],
    ['return Walk($tree,', at(5), {found: 'nowhere'}],
    [')', at(1), {found: 'several'}],
    ['', at(1), {found: 'nowhere'}],
    ['}\nfunction walk', at(7, 8), {found: 'lines'}],
  ])('%j in %j', (words, cited, expected) => {
    expect(quote(words, cited)).toEqual(expected)
  })
})

describe('lines that no text has', () => {
  test('cite line 1 where they begin with line 0', () => {
    expect(symbol('run', [{from: 0, to: 1}])).toEqual({found: 'once', lines: {from: 3, to: 3}})
    expect(excerptsOf('// about one\nfunction one() {\n  two()\n}\n').symbol('two', [{from: 0, to: 1}])).toEqual({
      found: 'around',
    })
  })

  test('behind the end lie in what the last block opens', () => {
    expect(excerptsOf('one\nfunction two() {\n  three()\n').symbol('two', at(9))).toEqual({found: 'around'})
  })

  test('of a long comment are about nothing below it', () => {
    const below = (length: number) => `${'// words\n'.repeat(length)}function one() {\n  two()\n}\n`
    expect(excerptsOf(below(50)).symbol('two', at(1))).toEqual({found: 'around'})
    expect(excerptsOf(below(80)).symbol('two', at(1))).toEqual({found: 'once', lines: {from: 82, to: 82}})
  })
})
