import {describe, expect, test} from 'vitest'
import {type AddressForm, addressesOf, targetOf} from '../../src/facts/citations/addresses.js'
import {collectedOf, documentOf} from './support.js'

const cited = (text: string) =>
  collectedOf(text).citations.map(({form, target, anchor, lines}) => [
    form,
    target,
    anchor,
    lines?.map(({from, to}) => (from === to ? `${from}` : `${from}-${to}`)).join(),
  ])

const written = (text: string) =>
  addressesOf(documentOf(text)).map(({form, written: path, isPlaced}) => [form, path, isPlaced])

describe('lines in an address', () => {
  test.each([
    ['#L10C12-L20C15', '10-20'],
    ['#L10-20', '10-20'],
    ['#L10C12', '10'],
    ['#lines-12', '12'],
    ['#lines-12:40', '12-40'],
    ['?plain=1#L10', '10'],
    [':12', '12'],
    [':L12–L40,44', '12-40,44'],
    [':12:5', '12'],
  ])('are read in %s', (behind, lines) => {
    expect(cited(`[x](../research/x.md${behind})`)).toEqual([['link', '../research/x.md', undefined, lines]])
  })

  test.each(['xL3', 'L3x', 'L3-L4x', 'xlines-3', 'lines-3x', 'lines', 'L', 'LC3'])('are none in #%s', anchor => {
    expect(cited(`[x](../research/x.md#${anchor})`)).toEqual([['link', '../research/x.md', anchor, undefined]])
  })

  test('are none where nothing stands behind the sign', () => {
    expect(cited('`research/x.md#` [x](../research/x.md#)')).toEqual([
      ['code-span', 'research/x.md', undefined, undefined],
      ['link', '../research/x.md', undefined, undefined],
    ])
  })
})

describe('places at which a path is written', () => {
  test('are told by how it is written there', () => {
    expect(written('---\nx: c.md\n---\n\n[`a.md`](b.md) ![x](d.png) `specs/e.md` specs/f.md:3 and g.md')).toEqual([
      ['frontmatter', 'c.md', true],
      ['words', 'a.md', true],
      ['link', 'b.md', true],
      ['image', 'd.png', true],
      ['code-span', 'specs/e.md', true],
      ['bare-path', 'specs/f.md', true],
      ['words', 'g.md', true],
    ])
  })

  test('of a label are its definition alone', () => {
    expect(written('[a][r] and [r] and ![b][r]\n\n[r]: b.md')).toEqual([['definition', 'b.md', true]])
    expect(written('[R1] and [a][R1]\n\n[R1]: b.md')).toEqual([['definition', 'b.md', true]])
    expect(written('So[^1].\n\n[^1]: [x](b.md)')).toEqual([['link', 'b.md', true]])
  })

  test('in a list of references are paths that only their label makes citations', () => {
    expect(written('## References\n\n- [R1] b.md\n\nSo [R1].')).toEqual([['bare-path', 'b.md', true]])
    expect(written('## References\n\n- [R1] A book.\n- [R2] b.md\n\nSo [R1], [R2].')).toEqual([
      ['bare-path', 'b.md', true],
    ])
    expect(written('So[^1], as in b.md.')).toEqual([['words', 'b.md', true]])
  })

  test('are none in an address of the web, of a commit or of the document itself', () => {
    expect(
      written(
        '[x](https://x.example/b.md) [y](https://github.com/a/b/blob/abc1234/specs/b.md) [z](#here) ftp://x/b.md urn:b.md',
      ),
    ).toEqual([])
    expect(written('[x]: https://github.com/a/b/blob/abc1234/specs/b.md\n\n[x]')).toEqual([])
  })

  test('are none in code, whatever begins the document', () => {
    expect(written('```\nb.md\n```\n')).toEqual([])
    expect(written('\n    b.md\n')).toEqual([])
  })

  test('leave out signs of emphasis before a name, and no others', () => {
    expect(written('*b.md')).toEqual([['words', 'b.md', true]])
    expect(written('**b.md')).toEqual([['words', 'b.md', true]])
    expect(written('a\\*b.md')).toEqual([['words', 'a\\*b.md', true]])
  })

  test('of a link may look like a commit, which only a code span names', () => {
    expect(written('[x](../src/a.ts@abc1234)')).toEqual([['link', '../src/a.ts@abc1234', true]])
    expect(written('`src/a.ts@abc1234`')).toEqual([])
  })

  test('are the whole where the path ends at the name of a sign', () => {
    expect(written('a [x](b.md&num;c) d')).toEqual([['link', '[x](b.md&num;c)', false]])
    expect(written('a\n\n[r]: b.md&num;c\n\n[r]')).toEqual([['definition', '[r]: b.md&num;c', false]])
    expect(written('a [x](b.md&#35;c) d')).toEqual([['link', 'b.md', true]])
    expect(written('a [x](b.md&#x23;c) d')).toEqual([['link', 'b.md', true]])
    expect(written('a [x](b&#46;md#c) d')).toEqual([['link', 'b&#46;md', true]])
  })

  test('of an image that is not told are the whole image', () => {
    const image = `![a](b.md "${']('.repeat(20)}")`
    expect(written(`a ${image} b`)).toEqual([['image', image, false]])
  })

  test.each([
    ['``b.md``', 'b.md'],
    ['[long](c.md)', 'c.md'],
    ['x`b.md`', 'x`b.md`'],
    ['`b.md`x', '`b.md`x'],
  ])('of a definition that has %s for an address are %s', (address, path) => {
    expect(written(`[r]\n\n[r]: ${address}\n`)).toEqual([['definition', path, true]])
  })
})

describe('where a path would lead', () => {
  const from = (form: AddressForm, path: string) => {
    const target = targetOf(documentOf(''), form, path)
    return target && [target.path, target.candidates.map(candidate => candidate.path), target.name, target.mayBeShort]
  }

  test.each(['link', 'image', 'definition'] as const)('as the address of a %s: from the document first', form => {
    expect(from(form, 'x.png')).toEqual(['x.png', ['specs/x.png', 'x.png'], undefined, false])
    expect(from(form, 'b.md')).toEqual(['b.md', ['specs/b.md', 'b.md'], undefined, false])
    expect(from(form, '../docs/b.md')).toEqual(['../docs/b.md', ['docs/b.md'], undefined, true])
  })

  test.each(['code-span', 'bare-path'] as const)('as a %s: from the root first', form => {
    expect(from(form, 'x.png')).toEqual(['x.png', ['x.png', 'specs/x.png'], undefined, false])
    expect(from(form, 'docs/b.md')).toEqual(['docs/b.md', ['specs/docs/b.md', 'docs/b.md'], undefined, true])
    expect(from(form, 'research/b.md')).toEqual([
      'research/b.md',
      ['specs/research/b.md', 'research/b.md'],
      undefined,
      false,
    ])
    expect(from(form, 'no path')).toBeUndefined()
  })

  test.each(['words', 'frontmatter'] as const)('in %s: as it stands, and by its name where it has no folder', form => {
    expect(from(form, 'b.md')).toEqual(['b.md', ['specs/b.md', 'b.md'], 'b.md', false])
    expect(from(form, 'x/b.md')).toEqual(['x/b.md', ['specs/x/b.md', 'x/b.md'], undefined, false])
    expect(from(form, 'no path')).toEqual(['no path', ['specs/no path', 'no path'], undefined, false])
    expect(from(form, 'b\\_c%20d.md')).toEqual(['b_c d.md', ['specs/b_c d.md', 'b_c d.md'], 'b_c d.md', false])
  })
})
