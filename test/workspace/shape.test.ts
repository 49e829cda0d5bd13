import {describe, expect, test} from 'vitest'
import {config} from '../../src/workspace/config/shape.js'

/** What is wrong with settings: where, and why. */
function faults(value: unknown): string[] {
  const found: string[] = []
  config(value, '', (pointer, reason) => void found.push(`${pointer} ${reason}`))
  return found
}

describe('settings of another shape', () => {
  test.each<[unknown, string]>([
    [null, ' Unexpected empty value, expected settings'],
    [[], ' Unexpected list, expected settings'],
    [{rules: []}, '/rules Unexpected list, expected names with their values'],
    [{rules: {a: 1}}, '/rules/a Unexpected severity value 1, expected one of error, warning, info, off'],
    [{rules: {a: {b: 1}}}, '/rules/a Unexpected severity mapping, expected one of error, warning, info, off'],
    [{specs: ''}, '/specs Unexpected empty text, expected a text'],
    [{specs: {a: 'b'}}, '/specs Unexpected mapping, expected a text'],
    [{specs: ['a', 2]}, '/specs/1 Unexpected value 2, expected a text'],
    [{specs: '../a'}, '/specs Unexpected path "../a" that leaves the workspace, expected one below its root'],
    [
      {research: {path: 'a', outside: true}},
      '/research/path Unexpected path "a" of a folder outside, expected one such as "../research"',
    ],
    [{research: {path: 1, outside: true}}, '/research/path Unexpected value 1, expected a text'],
    [{research: {path: 'a', untracked: 'yes'}}, '/research/untracked Unexpected "yes", expected true or false'],
    [
      {ignore: '!a'},
      '/ignore Unexpected glob "!a" that takes back what others say, expected globs without "!" and "ignore"',
    ],
    [{kinds: {adr: 1}}, '/kinds/adr Unexpected value 1, expected the settings of a kind'],
    [
      {kinds: {Adr: {}}},
      '/kinds/Adr Unexpected name "Adr", expected small letters, digits and hyphens, a letter first',
    ],
    [{kinds: {adr: {files: []}}}, '/kinds/adr/files Unexpected list without a glob, expected one at least'],
    [{kinds: {adr: {template: []}}}, '/kinds/adr/template Unexpected list without a template, expected one at least'],
  ])('%j are told', (value, fault) => {
    expect(faults(value)).toEqual([fault])
  })

  test('but not those of this one', () => {
    expect(
      faults({specs: ['a', 'b'], research: 'c', rules: {residue: 'off'}, kinds: {adr: {files: 'd/*.md'}}}),
    ).toEqual([])
  })
})
