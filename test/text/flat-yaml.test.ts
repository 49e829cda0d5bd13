import fc from 'fast-check'
import {expect, test} from 'vitest'
import {readFlatYaml} from '../../src/text/flat-yaml.js'
import {readYaml} from '../../src/text/yaml.js'
import {corpus, documents} from '../support/corpus.js'

/** What the reader of all YAML says, in the form of the other one. */
function whole(text: string): unknown {
  const read = readYaml(text)
  return read.ok ? Object.fromEntries(read.pairs.map(({key, value}) => [key, value])) : read
}

const flat = (text: string): unknown => {
  const values = readFlatYaml(text)
  return values && Object.fromEntries(values)
}

test.each([
  'date: 2026-01-02\ngit_commit: 9e875832\nyes: true\nnone: x~',
  'tags: [a, b c, d-e]\nnone: []\nempty:\nlast: "a: b # c"\n\n# a comment\nsingle: \'it "is"\'',
  'tags:\n    [\n        a,\n        b c,\n    ]\nlast: d\none:\n  [\n    e, f,\n    g\n  ]',
  'list:\n  - a\n  - "b: c"\n  - d:e\nnext:\n- f\n- g',
  'a: |\n  b\n   c  \n\n  # d: e\n  ---\n\n\nf: |\n g\n# a comment\n\nh: |\n    i',
  '',
  '\n# a comment\n\n',
  'url: https://example.org/a#b\npath: ./a/b.ts:12  \nwide:    x   y',
])('flat mappings are read, as YAML is: %j', text => {
  expect(flat(text)).toEqual(whole(text))
  expect(readFlatYaml(text)).toBeDefined()
})

test.each([
  'a: b: c',
  'a:\n  [\n    b,,\n  ]',
  'a:\n  [\n    b\n    c\n  ]',
  'a:\n  [\n    b,\n',
  'a:\n  [\n  ]',
  'a:\n  [\n    b: c\n  ]',
  'a:\n  [\nb\n  ]',
  'a:\n  [\n    b\n]',
  'a: b\n  c',
  'a: |\n',
  'a: |\nb: c',
  'a: |\n\n  b',
  'a: |\n  b\n c',
  'a: |\n  b\n  \n',
  'a: |\n  b\n# c\n  d',
  'a: |\n  b\n---',
  'a: |\n\tb',
  'a: |-\n  b',
  'a: |2\n    b',
  'a: >\n  b',
  'a: &x b',
  'a: *x',
  'a: !t b',
  'a: @b',
  'a: {b: c}',
  'a: [b, [c]]',
  'a: [b,\n c]',
  'a: [b, ]',
  'a: [b, "c"]',
  'a: "b\\n"',
  "a: 'it''s'",
  'a: b # c',
  'a: "b" # c',
  'a: b:',
  'a: - b',
  'a:\n  b: c',
  'a:\n  - b\n  c: d',
  'a:\n  - b\n   - c',
  'a:\n  - b: c',
  'a: b\na: c',
  'a:b',
  '? a',
  '- a',
  '---\na: b',
  'a: b\n...',
  '%TAG',
  'a:\tb',
  'a: b\r\nc: d',
  'a: \u0001',
  'word',
])('what is more than flat is left to the reader of all YAML: %j', text => {
  expect(readFlatYaml(text)).toBeUndefined()
})

test('whatever it reads, it reads as YAML is read', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      'b',
      'c d',
      ': ',
      ':',
      '- ',
      '-',
      ' ',
      '  ',
      '\n',
      '\n',
      '# ',
      ' #',
      '"',
      "'",
      '[',
      ']',
      ', ',
      ',',
      '{',
      '}',
      '&',
      '*',
      '!',
    ],
    ...[
      '|',
      '>',
      '@',
      '`',
      '%',
      '?',
      '\\',
      '~',
      '...',
      '---',
      '1',
      '.',
      '/',
      '|\n  ',
      '\n  [\n',
      '\n  ]\n',
      ',\n  ',
      '\u00a0',
      'é',
      '\t',
    ],
  )
  const line = fc.tuple(fc.constantFrom('a: ', 'b: ', 'c:', '  - ', '- ', 'd: ['), fc.array(piece, {maxLength: 5}))
  const text = fc
    .array(line, {maxLength: 5})
    .map(lines => lines.map(([start, rest]) => start + rest.join('')).join('\n'))
  let read = 0
  fc.assert(
    fc.property(text, given => {
      if (readFlatYaml(given) === undefined) return
      read++
      expect(flat(given)).toEqual(whole(given))
    }),
    {numRuns: 40_000, seed: 1},
  )
  expect(read).toBeGreaterThan(800)
})

test.skipIf(corpus === undefined)('most frontmatter of real documents is flat', () => {
  const yaml = documents().flatMap(({text}) => /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? [])
  expect(yaml.length).toBeGreaterThan(140)
  const read = yaml.filter(text => readFlatYaml(text) !== undefined)
  expect(read.map(flat)).toEqual(read.map(whole))
  expect(read.length).toBeGreaterThan(yaml.length * 0.8)
})
