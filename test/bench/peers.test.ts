import {expect, test} from 'vitest'
import {installed, PEERS} from '../../bench/run/commands/peers.mjs'
import {folder} from '../support/folders.js'

test('peers that cannot be installed are told and left out, and nothing ends by it', () => {
  const told: string[] = []
  const root = folder({
    'package.json': '{"name": "none", "private": true, "dependencies": {"none": "file:./none.tgz"}}',
  })
  expect(installed(['all'], (line: string) => told.push(line), root)).toEqual([])
  expect(told[0]).toBe('installing the peers into bench/peers')
  expect(told[1]).toMatch(/^the peers could not be installed: npm /)
  expect(told.slice(2)).toEqual([
    'markdownlint-cli2 is left out: markdownlint-cli2 is not installed in bench/peers',
    expect.stringMatching(
      /^remark-cli is left out: remark-cli, remark-frontmatter, .* is not installed in bench\/peers$/,
    ),
    'rumdl is left out: rumdl is not installed in bench/peers',
  ])
})

test('a peer of which a part is missing is left out alone', () => {
  const told: string[] = []
  const files = ['rumdl', 'remark-cli', 'markdownlint-cli2'].map(name => [`node_modules/${name}/package.json`, '{}'])
  const root = folder(Object.fromEntries(files))
  expect(installed(['all'], (line: string) => told.push(line), root)).toEqual(['markdownlint-cli2', 'rumdl'])
  expect(told).toHaveLength(1)
})

test('none are none, and an unknown one is told', () => {
  expect(installed(['none'], () => {}, folder())).toEqual([])
  expect(() => installed(['rumdle'], () => {}, folder())).toThrow(
    `Unknown peer "rumdle", expected all, none, ${Object.keys(PEERS).join(', ')}`,
  )
})
