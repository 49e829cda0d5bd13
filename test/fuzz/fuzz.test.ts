import {expect, test} from 'vitest'
import {families, runAll} from './index.mjs'

// A small share of what `npm run fuzz` tries, the same one each time.
const SHARE = {seed: 20_260_115, runs: 240, jobs: 1, deadline: 60_000}

test('seeded inputs of every family are answered as they must be', async () => {
  const {families: tried, faults} = await runAll(SHARE)
  expect(faults).toEqual([])
  expect(tried.map(({name}) => name)).toEqual(families.map(({name}) => name))
  expect(tried.reduce((sum, {inputs}) => sum + inputs, 0)).toBeGreaterThan(230)
})
