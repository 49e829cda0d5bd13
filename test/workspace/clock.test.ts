import {expect, test} from 'vitest'
import {todayOf} from '../../src/workspace/clock.js'

const clock = () => Date.UTC(2026, 10, 23, 23, 59)

test.each([
  ['a given date', {date: '2024-02-29', env: {SOURCE_DATE_EPOCH: '0'}}, '2024-02-29'],
  ['SOURCE_DATE_EPOCH', {env: {SOURCE_DATE_EPOCH: '1767225599'}}, '2025-12-31'],
  ['its beginning', {env: {SOURCE_DATE_EPOCH: '0'}}, '1970-01-01'],
  ['its end', {env: {SOURCE_DATE_EPOCH: '253402300799'}}, '9999-12-31'],
  ['the clock', {env: {}}, '2026-11-23'],
  ['the clock where the variable is empty', {env: {SOURCE_DATE_EPOCH: ''}}, '2026-11-23'],
])('takes %s', (_, options, day) => {
  expect(todayOf({...options, clock})).toBe(day)
})

test.each(['2026-02-30', '2026-1-1', '31.01.2026', '', '2026-01-31T00:00:00Z'])('refuses %j as a date', date => {
  expect(() => todayOf({date, clock})).toThrow(`Unexpected date "${date}", expected a day of the calendar`)
})

test.each(['-1', '1e9', 'now', '253402300800', '99999999999999999999', '1.5', ' 1'])(
  'refuses %j as SOURCE_DATE_EPOCH',
  epoch => {
    expect(() => todayOf({env: {SOURCE_DATE_EPOCH: epoch}, clock})).toThrow('Unexpected SOURCE_DATE_EPOCH')
  },
)

test('a time zone changes nothing', () => {
  const zone = process.env.TZ
  try {
    for (const TZ of ['Pacific/Kiritimati', 'Pacific/Niue']) {
      process.env.TZ = TZ
      expect(todayOf({env: {}, clock})).toBe('2026-11-23')
    }
  } finally {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  }
})
