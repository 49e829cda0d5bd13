import {describe, expect, test} from 'vitest'
import {hasOption, lint} from '../../bench/run/commands/ours.mjs'

test('an option is known by its whole name', () => {
  expect(hasOption('--quiet')).toBe(true)
  expect(hasOption('--max')).toBe(false)
  expect(hasOption('--no')).toBe(false)
})

describe('spec lint', () => {
  const {filesOf} = lint({where: 'folder', group: 'one'})

  test('says how many files it has linted, whatever notes come after it', () => {
    const report = JSON.stringify({summary: {files: 5, notChecked: 2}, files: []}, null, 2)
    expect(filesOf(`${report}\na note on {braces}\n`)).toBe(3)
  })

  test('that breaks says nothing', () => expect(() => filesOf('SyntaxError: {}')).toThrow())
})
