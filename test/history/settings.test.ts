import {expect, test} from 'vitest'
import {git} from '../support/folders.js'
import {change, citationsOf, cited, lines, SPEC} from './support.js'

const a = lines('a', 20)

// Each of them changes what a log, a diff or a listing prints.
const SETTINGS = [
  ['diff.renames', 'false'],
  ['diff.relative', 'true'],
  ['diff.noprefix', 'true'],
  ['diff.orderFile', '.order'],
  ['diff.ignoreSubmodules', 'all'],
  ['diff.external', 'false'],
  ['core.quotePath', 'true'],
  ['core.abbrev', '4'],
  ['core.pager', 'false'],
  ['core.precomposeUnicode', 'true'],
  ['log.follow', 'true'],
  ['log.diffMerges', 'on'],
  ['log.showRoot', 'false'],
  ['log.decorate', 'full'],
  ['log.date', 'relative'],
  ['log.mailmap', 'true'],
  ['format.pretty', 'oneline'],
  ['color.ui', 'always'],
  ['color.diff', 'always'],
  ['i18n.logOutputEncoding', 'latin1'],
  ['alias.log', '!false'],
  ['notes.displayRef', '*'],
] as const

test('no setting of a repository changes what is said of its citations', async () => {
  const root = cited({'src/größe.ts': a}, 'One.\n')
  change(root, {[SPEC]: 'One.\n\nSee `src/größe.ts:3` and `größe.ts:99`.\n'})
  change(root, {'src/größe.ts': undefined, 'src/maß.ts': `// one\n${a}`})
  const plain = (await citationsOf(root)).citations
  expect(plain[0]).toMatchObject({exists: true, commitFrom: 'line', drift: {state: 'renamed', path: 'src/maß.ts'}})
  for (const [name, value] of SETTINGS) git(root, 'config', name, value)
  expect((await citationsOf(root)).citations).toEqual(plain)
})
