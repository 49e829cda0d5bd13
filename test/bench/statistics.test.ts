import {describe, expect, test} from 'vitest'
import {exponent, median, ratio} from '../../bench/run/report/statistics.mjs'

describe('the median', () => {
  test('is the middle one, whatever the order', () => {
    expect(median([9, 1, 10])).toBe(9)
    expect(median([100, 9, 10, 1])).toBe(9.5)
    expect(median([7])).toBe(7)
  })

  test('of nothing is no number', () => expect(median([])).toBeNaN())
})

test('a ratio is that of runs that were made together, so a slow minute changes nothing', () => {
  expect(ratio([20, 200, 20], [10, 100, 10])).toBe(2)
  expect(ratio([20, 2000, 20], [10, 10, 10])).toBe(2)
})

describe('the exponent', () => {
  const points = (power: number) => [10, 100, 1000].map(x => ({x, y: 3 * x ** power}))

  test('is that of a power law, whatever its factor', () => {
    for (const power of [0.5, 1, 2]) expect(exponent(points(power))).toBeCloseTo(power, 10)
  })

  test('leaves out what has no logarithm', () => {
    expect(exponent([{x: 1, y: -2}, ...points(1)])).toBeCloseTo(1, 10)
  })

  test('needs two points apart', () => {
    expect(exponent([{x: 1, y: 1}])).toBeUndefined()
    expect(
      exponent([
        {x: 2, y: 1},
        {x: 2, y: 3},
      ]),
    ).toBeUndefined()
  })
})
