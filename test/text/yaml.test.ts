import {describe, expect, test} from 'vitest'
import {readTypedYaml, readYaml, yamlRanges} from '../../src/text/yaml.js'

const value = (text: string) => {
  const read = readYaml(text)
  return read.ok ? read.value : read
}

describe('plain YAML', () => {
  test('scalars are texts, as they stand', () => {
    expect(value('git_commit: 9e875832\nday: 2026-01-02\nyes: true\nnone: ~\nempty:\nquoted: "a: b"\n')).toEqual({
      git_commit: '9e875832',
      day: '2026-01-02',
      yes: 'true',
      none: '~',
      empty: '',
      quoted: 'a: b',
    })
  })

  test('lists, maps and block scalars are read', () => {
    expect(value('tags: [a, b]\nlast:\n  - c\n  - d: e\ntext: |\n  one\n  two\n')).toEqual({
      tags: ['a', 'b'],
      last: ['c', {d: 'e'}],
      text: 'one\ntwo\n',
    })
  })

  test('nothing, a comment and a scalar are read', () => {
    expect([value(''), value('# only words\n'), value('word')]).toEqual(['', '', 'word'])
  })

  test('keys may bear the names of properties', () => {
    const read = readYaml('__proto__: a\nconstructor: b\ntoString: {__proto__: c}\n')
    expect(read.ok && Object.entries(read.value)).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
      ['toString', expect.anything()],
    ])
    expect(({} as Record<string, unknown>).a).toBeUndefined()
  })

  test('a merge key is a key like any other', () => {
    expect(value('<<: {a: b}\nc: d\n')).toEqual({'<<': {a: 'b'}, c: 'd'})
  })

  test.each(['\n', '\r\n'])('pairs tell where they stand, with line ends %j', end => {
    const text = ['# words', 'a:   one two', 'b: [x, y]', 'c:', '"d e": f', ''].join(end)
    const read = readYaml(text)
    expect(read.ok && read.pairs.map(pair => [text.slice(...pair.keyRange), text.slice(...pair.valueRange)])).toEqual([
      ['a', 'one two'],
      ['b', '[x, y]'],
      ['c', ''],
      ['"d e"', 'f'],
    ])
  })

  test('types are kept where they are asked for', () => {
    expect(readTypedYaml('a: 1\nb: true\nc: null\nd: [1.5, x]\ne: "1"\n')).toMatchObject({
      ok: true,
      value: {a: 1, b: true, c: null, d: [1.5, 'x'], e: '1'},
    })
  })
})

describe('YAML that is refused', () => {
  const refusal = (text: string) => {
    const read = readYaml(text)
    return read.ok ? 'read' : `${read.line}: ${read.reason}`
  }

  test.each([
    ['deep flow', `a: ${'['.repeat(30_000)}`, '1: the YAML nests deeper than 32 levels'],
    ['deep flow maps', `a:\n  ${'{a: '.repeat(10_000)}`, '2: the YAML nests deeper than 32 levels'],
    [
      'deep block',
      Array.from({length: 300}, (_, n) => `${' '.repeat(n)}a:`).join('\n'),
      '34: the YAML nests deeper than 32 levels',
    ],
    ['deep sequences', `a:\n  ${'- '.repeat(20_000)}x`, '2: the YAML nests deeper than 32 levels'],
    ['deep keys', `${'? '.repeat(20_000)}x`, '1: the YAML nests deeper than 32 levels'],
    ['deep values', `${': '.repeat(20_000)}x`, '1: the YAML nests deeper than 32 levels'],
    ['deep mixtures', `${'- ? '.repeat(5_000)}x`, '1: the YAML nests deeper than 32 levels'],
    [
      'deep keys behind a list that is never closed',
      `a: [\n${'? '.repeat(20_000)}x`,
      '2: the YAML nests deeper than 32 levels',
    ],
    ['deep pairs in a flow list', `[${'a: '.repeat(9_000)}]`, '1: the YAML nests deeper than 32 levels'],
    ['deep pairs in an entry', `{b: c, ${'a: '.repeat(9_000)}}`, '1: the YAML nests deeper than 32 levels'],
    ['deep items in a flow list', `[b, ${'- ? '.repeat(5_000)}]`, '1: the YAML nests deeper than 32 levels'],
    ['wide', `a: [${'x, '.repeat(30_000)}x]`, '1: the YAML is larger than 65536 characters'],
    ['aliases', 'a: &a [x]\nb: *a\n', '1: the YAML has an anchor'],
    ['an alias alone', 'a: b\nc: *a\n', '2: the YAML has an alias'],
    ['an anchor on a key', 'a: b\n&x c: d\n', '2: the YAML has an anchor'],
    ['tags', 'a: b\nc: !!js/function "x"\n', '2: the YAML has a tag'],
    ['a local tag', 'a: !x y\n', '1: the YAML has a tag'],
    ['directives', '%YAML 1.2\n---\na: b\n', '1: the YAML has a directive'],
  ])('%s', (_name, text, reason) => {
    expect(refusal(text)).toBe(reason)
  })

  test.each([
    ['pairs', `{${Array.from({length: 500}, (_, at) => `a${at}: {b: c, ? d : [e: f]}`).join(', ')}}`],
    ['keys', `{${Array.from({length: 500}, (_, at) => `? a${at} : b`).join(', ')}}`],
    ['lists', `${Array.from({length: 500}, (_, at) => `a${at}: [b, [c, {d: e}]]`).join('\n')}`],
  ])('many flow %s nest no deeper than one', (_name, text) => {
    expect(readYaml(text)).toMatchObject({ok: true})
  })

  test('several documents, double keys and broken syntax, each with its line', () => {
    expect(refusal('a: b\n---\nc: d\n')).toBe('2: it holds several YAML documents')
    expect(refusal('a: b\nc: d\na: e\n')).toMatch(/^3: .*unique/)
    expect(refusal('a: b\nc: [d\n')).toMatch(/^[23]: /)
    expect(refusal('a: "b\n')).toMatch(/^[12]: /)
  })

  test('signs in scalars, comments and quotes are no syntax', () => {
    const text = 'a: x & y * z ! %\nb: "*a &b !c"\n# &c *d !e\nd: |\n  *bold*\n  &amp\n  !x\ne: x - - - - y\n'
    expect(value(text)).toMatchObject({a: 'x & y * z ! %', b: '*a &b !c', d: '*bold*\n&amp\n!x\n'})
  })

  test('thirty-two levels are read, however they are written', () => {
    expect(refusal(`${'['.repeat(30)}x${']'.repeat(30)}`)).toBe('read')
    expect(refusal(Array.from({length: 31}, (_, n) => `${'  '.repeat(n)}a:`).join('\n'))).toBe('read')
    expect(refusal(`a:\n${'- b\n'.repeat(1000)}`)).toBe('read')
    expect(refusal(Array.from({length: 1000}, (_, n) => `key${n}: value ${n}`).join('\n'))).toBe('read')
  })

  test('sizes up to the limit are read', () => {
    expect(refusal(`a: [${'x, '.repeat(21_000)}x]`)).toBe('read')
    expect(refusal(`a:\n${'- b: c\n'.repeat(9_000)}`)).toBe('read')
  })
})

describe('what is seldom written', () => {
  test('keys that are lists, maps or nothing are texts', () => {
    expect(value('[a, b]: c\n{d: e}: f\n')).toEqual({'[a, b]': 'c', '{d: e}': 'f'})
    expect(readTypedYaml('~: a\n')).toMatchObject({ok: true, value: {'': 'a'}})
  })

  test('a key without a value has an empty one right behind it', () => {
    const read = readYaml('{a, b: c}')
    expect(read.ok && read.value).toEqual({a: '', b: 'c'})
    expect(read.ok && read.pairs.map(pair => pair.valueRange)).toEqual([
      [2, 2],
      [7, 8],
    ])
  })

  test('nothing has a place in a text that cannot be read', () => {
    expect(yamlRanges('a: [b')).toEqual(new Map())
    expect(yamlRanges('a: [b]')).toEqual(
      new Map([
        ['/a', [0, 1]],
        ['/a/0', [4, 5]],
      ]),
    )
  })
})
