import {expect, test} from 'vitest'
import {figure, size} from '../../bench/run/report/figures.mjs'

test('figures have three digits that count, and separators', () => {
  expect([0, 1, 0.04567, 2.3456, 99.95, 123.4, 12_345, 1_234_567].map(figure)).toEqual([
    '0',
    '1',
    '0.0457',
    '2.35',
    '100',
    '123',
    '12,345',
    '1,234,567',
  ])
})

test('what is not there is a dash', () => {
  expect([undefined, null, Number.NaN, Number.POSITIVE_INFINITY].map(figure)).toEqual(['–', '–', '–', '–'])
})

test('sizes have a unit', () => expect([999, 30_600, 4_250_000].map(size)).toEqual(['0.999 KB', '30.6 KB', '4.25 MB']))
