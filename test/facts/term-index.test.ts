import {expect, test} from 'vitest'
import {termIndex} from '../../src/facts/ledger/term-index.js'

test('a piece has the terms of those that lie in it, each place once and in order', () => {
  const having = termIndex([
    {words: 'quota quota', around: undefined},
    {words: 'a list of limits', around: undefined},
    {words: 'snapshot', around: 1},
    {words: 'quota and snapshot', around: 2},
    {words: 'snapshot', around: 2},
    {words: 'quota', around: undefined},
  ])
  expect(having('quota')).toEqual([0, 1, 2, 3, 5])
  expect(having('snapshot')).toEqual([1, 2, 3, 4])
  expect(having('limit')).toEqual([1])
  expect(having('list')).toEqual([1])
  expect(having('nowhere')).toEqual([])
})
