import {describe, expect, test} from 'vitest'
import {commandOf, readOptions} from '../../bench/run/options.mjs'

describe('the options of the bench', () => {
  test('by default are all groups, all peers, seven runs', () => {
    expect(readOptions([])).toMatchObject({
      groups: ['one', '136', '10000', 'files', 'documents'],
      peers: ['all'],
      runs: 7,
      seed: 1,
      out: undefined,
    })
  })

  test('choose groups, in their own order', () => {
    expect(readOptions(['--only', '136,one']).groups).toEqual(['one', '136'])
  })

  test('quick is one run of what is small', () => {
    expect(readOptions(['--quick'])).toMatchObject({groups: ['one', 'files', 'documents'], peers: ['rumdl'], runs: 1})
    expect(readOptions(['--quick', '--runs', '2', '--peers', 'none'])).toMatchObject({runs: 2, peers: ['none']})
  })

  test.each([
    [['--only', 'two'], 'Unknown group "two" of --only'],
    [['--runs', '0'], 'Unexpected "0" for --runs'],
    [['--seed', 'x'], 'Unexpected "x" for --seed'],
    [['--fast'], "Unknown option '--fast'"],
  ])('%j cannot be followed', (args, words) => expect(() => readOptions(args)).toThrow(words))

  test('what is kept with the figures says how to get them again', () => {
    const kept = commandOf(readOptions(['--only', 'one,136', '--runs', '3', '--out', 'elsewhere']), 'one')
    expect(kept).toBe('npm run bench -- --only one --peers all --runs 3 --seed 1')
    expect(readOptions(kept.split(' ').slice(4))).toMatchObject({groups: ['one'], runs: 3, seed: 1})
  })
})
