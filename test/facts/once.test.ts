import {expect, test} from 'vitest'
import {once} from '../../src/facts/reading/once.js'

test.each([
  ['an object', {}],
  // A workspace of one's own may answer with such.
  ['one that is frozen', Object.freeze({})],
  ['a list', []],
])('%s is worked on once, and looks the same', (_what, argument: object) => {
  let times = 0
  const answer = once((_: object) => {
    times++
    return undefined
  })
  expect([answer(argument), answer(argument), times]).toEqual([undefined, undefined, 1])
  expect(Object.keys(argument)).toEqual([])
  expect([answer({}), times]).toEqual([undefined, 2])
})
