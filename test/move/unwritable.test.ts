import {describe, expect, test} from 'vitest'
import {plannedMove} from '../../src/move/index.js'
import {openWorkspace} from '../../src/workspace/index.js'
import {folder} from '../support/folders.js'

/** What becomes of a text at a path when `specs/old.md` is moved, and what of it is left. */
async function moved(text: string, to: string, {path = 'specs/a.md', from = 'specs/old.md'} = {}) {
  const root = folder({
    'spec.config.yaml': 'specs: [specs, x/specs]\n',
    'specs/other.md': '# Other\n',
    [from]: '# Old\n',
    [path]: text,
  })
  const workspace = await openWorkspace({root, cwd: root})
  const plan = await plannedMove(workspace, from, to)
  await workspace.close()
  const own = [plan.moved, ...plan.citing].find(file => file.path === path)
  return {text: own?.after ?? text, left: plan.left.flatMap(({places}) => places)}
}

describe('a citation that cannot be written with the new path stays, and is told', () => {
  test.each<[string, string, string]>([
    ['whose path ends with the name of a sign', '[x](old.md&num;d)', 'specs/new.md'],
    ['at its definition, too', '[x]\n\n[x]: old.md&num;d', 'specs/new.md'],
    ['in a code span, of a path with a "#"', '`specs/old.md`', 'specs/new#1.md'],
    ['in a code span, of a path with a backtick', '`specs/old.md`', 'specs/ne`w.md'],
    ['in plain text, of a path with a space', 'See specs/old.md, please.', 'specs/the new.md'],
    ['in plain text, of a path that ends before it ends', 'See specs/old.md, please.', 'specs/new.md,more.md'],
    ['in plain text, of a path that ends after it ends', 'See specs/old.md, please.', 'specs/(new).md'],
  ])('%s', async (_, text, to) => {
    expect(await moved(`# A\n\n${text}\n`, to)).toEqual({
      text: `# A\n\n${text}\n`,
      left: [{line: expect.any(Number), text: expect.stringContaining('d'), reason: 'unwritable'}],
    })
  })

  test('and others of the document are written all the same', async () => {
    expect(await moved('# A\n\n`specs/old.md` and [x](old.md)\n', 'specs/ne`w.md')).toEqual({
      text: '# A\n\n`specs/old.md` and [x](ne%60w.md)\n',
      left: [{line: 3, text: 'specs/old.md', reason: 'unwritable'}],
    })
  })
})

test.each([
  ['[x](old&#46;md)', '[x](new.md)'],
  ['[x](o&#x6C;d&#46;md#a)', '[x](new.md#a)'],
  ['[x](old.md#&#228;)', '[x](new.md#&#228;)'],
  ['[x](old.md&#35;a)', '[x](new.md&#35;a)'],
  ['[x](old.md&#x23;a)', '[x](new.md&#x23;a)'],
  ['![x](old&#46;md?raw&#61;1)', '![x](new.md?raw&#61;1)'],
  ['[x]\n\n[x]: old&#46;md#b', '[x]\n\n[x]: new.md#b'],
])('an address whose signs are written by number is written whole: %s', async (before, after) => {
  expect(await moved(`# A\n\nold.md\n\n${before}\n`, 'specs/new.md')).toMatchObject({
    text: `# A\n\nnew.md\n\n${after}\n`,
  })
})

describe('a roundabout way', () => {
  const at = {path: 'x/specs/deep/a.md', from: 'x/specs/old.md'}

  test('goes by the same folder again, as long as the document is below it', async () => {
    const text = '# A\n\n[x](../../specs/old.md)\n'
    expect((await moved(text, 'x/archive/new.md', at)).text).toBe('# A\n\n[x](../../archive/new.md)\n')
    expect((await moved(text, 'x/specs/new.md', at)).text).toBe('# A\n\n[x](../../specs/new.md)\n')
    expect((await moved(text, 'y/new.md', at)).text).toBe('# A\n\n[x](../../../y/new.md)\n')
  })
})

test('a link to the root of all is no link to a document', async () => {
  expect(
    await moved('# A\n\n[all](..) [all](../) [all](/) [b](. "T") ![i](..) `..` and [x](old.md)\n', 'specs/new.md'),
  ).toEqual({
    text: '# A\n\n[all](..) [all](../) [all](/) [b](. "T") ![i](..) `..` and [x](new.md)\n',
    left: [],
  })
})

test('a link to the folder around is none either, where that is to be made', async () => {
  const at = {path: 'docs/old.md', from: 'docs/old.md'}
  expect((await moved('# Old\n\n[here](./)\n', 'archive/new.md', at)).text).toBe('# Old\n\n[here](./../docs/)\n')
})

test('what is not there is not moved', async () => {
  const root = folder({'spec.config.yaml': '', 'specs/a.md': '# A\n'})
  const workspace = await openWorkspace({root, cwd: root})
  await expect(plannedMove(workspace, 'specs/none.md', 'specs/b.md')).rejects.toThrow('The file does not exist')
  await workspace.close()
})
