import {symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {ownersIn} from '../../src/workspace/codeowners.js'
import {folder} from '../support/folders.js'
import {open, workspace} from './support.js'

test.each([
  // pattern, what it fits, what it does not
  ['*', ['a.md', 'specs/a.md'], []],
  ['*.md', ['a.md', 'specs/deep/a.md', 'x.md/y'], ['a.mdx', 'md']],
  ['/*.md', ['a.md'], ['specs/a.md']],
  ['/specs/', ['specs/a.md', 'specs/deep/a.md'], ['specs', 'a/specs/b.md']],
  ['specs/', ['specs/a.md', 'a/specs/b.md'], ['specs', 'a/specs']],
  ['/specs', ['specs', 'specs/a.md', 'specs/deep/a.md'], ['specs2/a.md', 'a/specs/b.md']],
  ['specs', ['specs/a.md', 'a/specs/b.md', 'a/specs'], ['specs.md']],
  ['docs/*', ['docs/a.md'], ['docs/deep/a.md', 'a/docs/b.md']],
  ['docs/*/', ['docs/deep/a.md'], ['docs/a.md']],
  ['docs/**', ['docs/a.md', 'docs/deep/a.md'], ['docs', 'a/docs/b.md']],
  ['**/logs', ['logs/a', 'deep/er/logs/a', 'logs'], ['logs2/a']],
  ['specs/**/final.md', ['specs/final.md', 'specs/a/b/final.md'], ['final.md']],
  ['/specs/2026-??-*-api.md', ['specs/2026-01-31-api.md'], ['specs/2026-1-31-api.md']],
  ['/with\\ space/', ['with space/a.md'], ['with/a.md']],
  ['/a\\*b.md', ['a*b.md'], ['axb.md']],
  ['/a.b+(c).md', ['a.b+(c).md'], ['axb+(c).md']],
  ['/\u00fcber/\u{1f600}?.md', ['\u00fcber/\u{1f600}\u{1f600}.md'], ['\u00fcber/\u{1f600}.md']],
  ['**', ['a', 'a/b'], []],
])('%s', (pattern, fitting, others) => {
  for (const path of fitting) expect([path, ownersIn(`${pattern} @o`, path)]).toEqual([path, ['@o']])
  for (const path of others) expect([path, ownersIn(`${pattern} @o`, path)]).toEqual([path, []])
})

test('the last rule that fits counts, even one without owners', () => {
  const text = '\uFEFF* @all\r\n# /specs/ @comment\n/specs/ @org/team ada@example.org # why\n\n/specs/open/\n'
  expect(ownersIn(text, 'a.md')).toEqual(['@all'])
  expect(ownersIn(text, 'specs/a.md')).toEqual(['@org/team', 'ada@example.org'])
  expect(ownersIn(text, 'specs/open/a.md')).toEqual([])
})

test('what GitHub does not know is skipped', () => {
  expect(ownersIn('* @all\n!specs/ @not\n[Section] @section\n^[Section] @section', 'specs/a.md')).toEqual(['@all'])
})

test('no pattern runs away', () => {
  const name = `${'a'.repeat(250)}.md`
  const text = `${`${'*a'.repeat(100)}*b @x\n`}${`${'**/a/'.repeat(100)}b @x\n`}`.repeat(50)
  expect(ownersIn(text, `${'a/'.repeat(500)}${name}`)).toEqual([])
})

describe('of a workspace', () => {
  test('by the first of GitHub’s three places', async () => {
    const docs = {'docs/CODEOWNERS': '* @docs'}
    const top = {...docs, CODEOWNERS: '* @top'}
    const owners = async (files: Record<string, string>) => (await workspace(files)).ownersOf('specs/a.md')
    expect(await owners({})).toEqual([])
    expect(await owners(docs)).toEqual(['@docs'])
    expect(await owners(top)).toEqual(['@top'])
    expect(await owners({...top, '.github/CODEOWNERS': '/other/ @x'})).toEqual([])
  })

  test('for files and folders, there or not', async () => {
    const files = {CODEOWNERS: '* @all\n/specs/ @specs\n/specs/*.txt @text', 'specs/a.md': ''}
    const {ownersOf, root} = await workspace(files)
    for (const path of ['specs', 'specs/', 'specs/new.md', 'specs/deep/', join(root, 'specs')])
      expect([path, await ownersOf(path)]).toEqual([path, ['@specs']])
    expect(await ownersOf('specs/a.txt')).toEqual(['@text'])
    expect(await ownersOf('')).toEqual(['@all'])
    expect(await ownersOf('../specs/a.md')).toEqual([])
  })

  test('not by a file that cannot be read, or leads out', async () => {
    expect(await (await workspace({CODEOWNERS: Buffer.from([0x2a, 0xe4])})).ownersOf('a')).toEqual([])
    const root = folder()
    symlinkSync(join(folder({x: '* @x'}), 'x'), join(root, 'CODEOWNERS'))
    expect(await (await open(root)).ownersOf('a')).toEqual([])
  })
})
