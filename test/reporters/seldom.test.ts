import {expect, test} from 'vitest'
import type {Report} from '../../src/lint/index.js'
import {mendedLines} from '../../src/reporters/screen/mended.js'
import {contextOf, message, printed, rangeOf, reportOf} from './support.js'

const TEXT = '# A\n\n[x](x.md)\n'
const left = message(rangeOf(TEXT, 'x.md'))

const mended = (number: number): Pick<Report, 'mended'> =>
  ({
    mended: {
      dryRun: false,
      found: number,
      files: [{path: 'specs/a.md', written: false, mended: [], withdrawn: Array(number).fill(left)}],
    },
  }) as unknown as Pick<Report, 'mended'>

test('fixes that were left out are told with their places, and not without end', () => {
  const screen = {columns: 120, show: (path: string) => path}
  expect(mendedLines({}, screen)).toEqual([])
  expect(mendedLines(mended(1), screen)).toEqual([
    'Mended nothing.',
    '1 fix left out, for it would change more than it says, or bring other messages:',
    '  specs/a.md:3 (dead-citation)',
  ])
  const many = mendedLines(mended(99), screen)
  expect(many[1]).toBe('99 fixes left out, for they would change more than they say, or bring other messages:')
  expect(many.at(-1)).toMatch(/^ {2}and \d+ others, see --format json$/)
})

test('a message with one more place than fits says so', () => {
  const place = {range: rangeOf(TEXT, 'A'), reason: 'here'}
  const told = (number: number) =>
    printed(
      'text',
      reportOf([{messages: [{...left, related: Array(number).fill(place)}]}]),
      contextOf({'specs/a.md': TEXT}),
    )
  const counts = Array.from({length: 12}, (_, number) =>
    /and (\d+) more (places?)/.exec(told(number))?.slice(1).join(' '),
  )
  expect(counts.filter(words => words !== undefined).slice(0, 2)).toEqual(['1 place', '2 places'])
})

test('what could not be written counts as found, not as mended', () => {
  const file = {path: 'specs/a.md', mended: [left, left], withdrawn: [left]}
  const files = [
    {...file, written: true},
    {...file, path: 'specs/b.md', written: false, reason: 'no space is left'},
  ]
  const report = {...reportOf([{}]), mended: {dryRun: false, found: 6, files}}
  const {mended} = JSON.parse(printed('json', report, contextOf({'specs/a.md': TEXT})))
  expect(mended).toMatchObject({found: 6, mended: 2, withdrawn: 2})
  expect(mended.files[1]).toMatchObject({path: 'specs/b.md', written: false, reason: 'no space is left'})
})
