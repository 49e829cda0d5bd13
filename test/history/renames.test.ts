import {expect, test} from 'vitest'
import type {Change} from '../../src/workspace/git/log.js'
import {renamesOf} from '../../src/workspace/history/renames.js'

const renamed = (order: number, from: string, path: string): Change => ({commit: String(order), order, from, path})

test('names are those that a file was given later, and all that it ever had', () => {
  // Newest first, as in the log.
  const renames = renamesOf([
    renamed(0, 'b', 'c'),
    renamed(1, 'a', 'b'),
    renamed(2, 'x', 'a'),
    {commit: '3', order: 3, path: 'x'},
  ])
  expect(renames.after('x')).toEqual(['a', 'b', 'c'])
  expect(renames.after('b')).toEqual(['c'])
  expect(renames.after('c')).toEqual([])
  expect(renames.all('b')).toEqual(['c', 'a', 'x'])
})

test('a name that was given before is none of what came later', () => {
  const renames = renamesOf([renamed(0, 'a', 'b'), renamed(1, 'b', 'a')])
  expect(renames.after('b')).toEqual(['a'])
  expect(renames.after('a')).toEqual(['b'])
})

test('chains without end are followed so far', () => {
  const chain = Array.from({length: 80}, (_, index) => renamed(80 - index, `n${index}`, `n${index + 1}`))
  const renames = renamesOf(chain)
  expect(renames.after('n0')).toEqual(Array.from({length: 50}, (_, index) => `n${index + 1}`))
  expect(renames.all('n0')).toHaveLength(50)
})
