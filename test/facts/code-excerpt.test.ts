import fc from 'fast-check'
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
const {symbol, quote, lineCount} = excerptsOf(text)
const at = (from: number, to = from) => [{from, to}]

test('lines are counted', () => {
  expect(lineCount).toBe(9)
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
    ['run', [...at(4), ...at(9)], {found: 'around'}],
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

test('of lines that begin with line 0, which is none, the others are cited', () => {
  const props = excerptsOf('interface RowProps {\n}\nRow\n')
  expect(props.symbol('Row', at(0, 1))).toEqual({found: 'around'})
  expect(props.symbol('Row', at(0, 3))).toEqual({found: 'lines'})
  expect(excerptsOf('x\nRow\n').symbol('Row', at(0, 1))).toEqual({found: 'once', lines: {from: 2, to: 2}})
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
    ['import {parse}', at(9), {found: 'once', lines: {from: 1, to: 1}}],
    ['return walk($tree, run_all)', [...at(5), ...at(9)], {found: 'around'}],
    ['return walk($tree, run_all)', at(4, 5), {found: 'around'}],
    ['return walk($tree, run_all)', at(6), {found: 'around'}],
    ['return walk($tree, run_all)', at(6, 7), {found: 'around'}],
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
    expect(excerptsOf(below(60)).symbol('two', at(1))).toEqual({found: 'around'})
    expect(excerptsOf(below(61)).symbol('two', at(1))).toEqual({found: 'once', lines: {from: 63, to: 63}})
    expect(excerptsOf(below(80)).symbol('two', at(1))).toEqual({found: 'once', lines: {from: 82, to: 82}})
  })
})

describe('a block by its indentation', () => {
  const isIn = (line: number, lines: readonly string[]) =>
    excerptsOf(lines.join('\n')).symbol('one', at(line)).found === 'around'

  const plain = ['function one(', '  a,', '): void {', '  two()', '}', 'three()']
  const within = ['class A {', '  one(', '    a', '  ): void {  ', ' ', '    two()', '  }', '}']
  const below = ['class A {', '  one()', '  {', '    two()', '  }', '}']

  test.each([
    [plain, 4, true],
    [plain, 5, true],
    [plain, 6, false],
    [within, 6, true],
    [within, 7, true],
    [within, 8, false],
    [below, 4, true],
    [below, 5, true],
    [['one()', '{', '  two()', '}'], 3, true],
    [['one()', '{three}', '  two()'], 3, false],
    [['one()', '{ three }', '  two()'], 3, false],
    [['one()', '}', '  two()'], 3, false],
    [['one() {', '  a', ') three', '  two()'], 4, false],
    [['one(', '  a', ') three {}', '  two()'], 4, false],
  ])('%j holds line %i: %s', (lines, line, expected) => {
    expect(isIn(line, lines)).toBe(expected)
  })

  test('reaches no farther than anybody reads', () => {
    const long = ['one {', ...Array.from({length: 2100}, () => '  x')]
    expect([isIn(2001, long), isIn(2002, long)]).toEqual([true, false])
  })

  test('of two places in one block both are near enough', () => {
    const twice = excerptsOf('one {\n  x y z\n}\ntwo {\n  x y z\n}\n')
    expect(twice.quote('x y z', at(1))).toEqual({found: 'around'})
    expect(twice.quote('x y z', at(6))).toEqual({found: 'several'})
  })
})

describe('what stands above a block', () => {
  test.each([
    ['//', true],
    ['  * words', true],
    ['/* words', true],
    ['# words', true],
    ['-- words', true],
    ['@decorated', true],
    ['', true],
    ['#define x', false],
    ['@ words', false],
    ['words', false],
  ])('%j is about it: %s', (above, expected) => {
    const {found} = excerptsOf(`${above}\nfunction one() {\n  two()\n}\n`).symbol('two', at(1))
    expect(found === 'around').toBe(expected)
  })
})

test('identifiers stand where a pattern for them would find them', () => {
  const signs = fc.constantFrom('a', 'b', '$', '_', '.', ' ', 'é', '𝒜', '\u0301', '\n')
  const name = fc.string({unit: fc.constantFrom('a', 'b', '$', '.', 'é', '𝒜'), minLength: 1, maxLength: 3})
  fc.assert(
    fc.property(fc.string({unit: signs, maxLength: 30}), name, (source, wanted) => {
      const escaped = wanted.replace(/[$.]/g, '\\$&')
      const pattern = new RegExp(`(?<![\\p{L}\\p{N}_$])${escaped}(?![\\p{L}\\p{N}_$])`, 'u')
      const lines = source.split('\n').flatMap((line, index) => (pattern.test(line) ? [index + 1] : []))
      const excerpts = excerptsOf(source)
      const from = (line: number) => excerpts.symbol(wanted, at(line)).found === 'lines'
      expect(source.split('\n').flatMap((_, index) => (from(index + 1) ? [index + 1] : []))).toEqual(lines)
    }),
  )
  expect(excerptsOf('a').symbol('', at(1))).toEqual({found: 'nowhere'})
  for (const beside of ['𝒜a', 'a𝒜', 'éa', 'aé']) expect(excerptsOf(beside).symbol('a', at(1)).found).toBe('nowhere')
  for (const beside of ['🎉a', 'a🎉', '\u0301a']) expect(excerptsOf(beside).symbol('a', at(1)).found).toBe('lines')
})
