import {rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {textsRead} from '../../src/commands/support/texts.js'
import {folder} from '../support/folders.js'

test('the last texts are kept, and those before read again as long as they are the same', () => {
  const root = folder({'a.md': '\uFEFFaaaa', 'b.md': 'bbbb', 'c.md': 'cccc', 'd.md': 'dddd', 'e.md': 'eeee'})
  const at = (name: string) => join(root, `${name}.md`)
  const texts = textsRead(path => path !== at('b'), 10)
  for (const name of ['b', 'c', 'd', 'e']) texts.add(at(name), name.repeat(4))
  texts.add(at('a'), '\uFEFFaaaa')
  // Of one that stands nowhere else there is no reading again.
  writeFileSync(at('b'), 'other')
  expect(texts.get(at('b'))).toBe('bbbb')
  expect(texts.get(at('a'))).toBe('\uFEFFaaaa')
  expect(texts.get(at('c'))).toBe('cccc')
  writeFileSync(at('c'), 'other')
  rmSync(at('d'))
  expect([texts.get(at('c')), texts.get(at('d')), texts.get(at('e')), texts.get(at('f'))]).toEqual([
    undefined,
    undefined,
    'eeee',
    undefined,
  ])
  // Read once more, it is what it is by then.
  texts.add(at('c'), 'other')
  expect(texts.get(at('c'))).toBe('other')
})

test('a text that is larger than all that may be kept is kept while it is the last', () => {
  const root = folder({'a.md': 'a'.repeat(20), 'b.md': 'b'})
  const texts = textsRead(() => true, 10)
  texts.add(join(root, 'a.md'), 'a'.repeat(20))
  writeFileSync(join(root, 'a.md'), 'other')
  expect(texts.get(join(root, 'a.md'))).toBe('a'.repeat(20))
  texts.add(join(root, 'b.md'), 'b')
  expect(texts.get(join(root, 'a.md'))).toBeUndefined()
})
