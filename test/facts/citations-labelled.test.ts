import {describe, expect, test} from 'vitest'
import {collectedOf, factsOf} from './support.js'

const kindless = {kind: {name: 'test'}}

/** Labels as "label: uses", with "?" behind an undefined one. */
const labels = (text: string) =>
  factsOf(text, kindless).references.map(({label, defined, uses}) => `${label}${defined ? '' : '?'}: ${uses.length}`)

/** What each use means, as "label target". */
const uses = (text: string) =>
  collectedOf(text, kindless)
    .citations.filter(({form}) => form === 'reference' || form === 'footnote')
    .map(({label, target}) => `${label} ${target}`)

/** What the definition of the one label covers. */
const defined = (text: string) => {
  const at = factsOf(text, kindless).references[0]?.definition
  return at && text.slice(at.start.offset, at.end.offset)
}

describe('several labels in one bracket', () => {
  const list = ['a', 'b', 'c', 'd'].map((name, index) => `- [R${index + 1}] \`research/${name}.md\``).join('\n')

  test.each([
    ['[R1, R3]', [1, 0, 1, 0]],
    ['[R1; 3]', [1, 0, 1, 0]],
    ['[R1-R3]', [1, 1, 1, 0]],
    ['[R1–3]', [1, 1, 1, 0]],
    ['[R3-R1]', [1, 0, 1, 0]],
    ['[R2-R2]', [0, 2, 0, 0]],
    ['[R1][R2]', [1, 1, 0, 0]],
    ['\\[R1\\]', [1, 0, 0, 0]],
  ])('%s', (text, expected) => {
    expect(labels(`See ${text}.\n\n${list}`)).toEqual(expected.map((count, index) => `[R${index + 1}]: ${count}`))
  })

  test('are as many as are written', () => {
    expect(labels('- [R1] `research/a.md`\n\nSee [R9-R12] and [R100-R151] and [R200-R251].').slice(0, 5)).toEqual([
      '[R1]: 0',
      '[R9]?: 1',
      '[R10]?: 1',
      '[R11]?: 1',
      '[R12]?: 1',
    ])
    const firm = '- [R1] `research/a.md`\n\n'
    expect(labels(`${firm}See [R100-R150].`)).toHaveLength(52)
    expect(labels(`${firm}See [R100-R151].`)).toEqual(['[R1]: 0', '[R100]?: 1', '[R151]?: 1'])
  })
})

describe('an entry', () => {
  test.each([
    ['- [R1] `research/a.md`', '[R1] `research/a.md`'],
    ['- **[R1]** – `research/a.md`', '[R1]** – `research/a.md`'],
    ['- [R1] research/a.md, old', '[R1] research/a.md'],
    ['- [R1] The first, `research/a.md`', '[R1] The first, `research/a.md`'],
    ['  12. [R1] `research/a.md`', '[R1] `research/a.md`'],
    ['References\n12) [R1] `research/a.md`', '[R1] `research/a.md`'],
    ['References\n*([R1] `research/a.md`)*', '[R1] `research/a.md`'],
    ['| [R1] | `research/a.md` |\n| - | - |\n', '[R1] | `research/a.md`'],
    ['R1: `research/a.md`', 'R1: `research/a.md`'],
    ['Said in [R1] `research/a.md`', '[R1] `research/a.md`'],
    ['Said in **[R1]**: `research/a.md`', '[R1]**: `research/a.md`'],
    ['Said in [R1]`research/a.md`', '[R1]`research/a.md`'],
  ])('%j defines its label with what stands behind it', (entry, expected) => {
    const text = `${entry}\n\nSo [R1].`
    expect(uses(text)).toEqual(['[R1] research/a.md'])
    expect(defined(text)).toBe(expected)
  })

  test.each([
    ['the one at the beginning of a line', 'By [R1] `research/b.md` it is so.\n\n- [R1] `research/a.md`'],
    ['the first of two', '- [R1] `research/a.md`\n- [R1] `research/b.md`'],
    ['the one with the path right behind', '- [R1] is in `research/b.md`\n- [R1] `research/a.md`'],
    ['what it names later on', '- [R1] words, then `research/a.md`\n\nBy [R1] `research/b.md` it is so.'],
    ['research, where it names more', '- [R1] by https://x.example and `research/a.md`'],
    ['a spec, where it names more', '- [R1] by https://x.example and `specs/a.md`'],
  ])('counts before others: %s', (_, text) => {
    expect(uses(`${text}\n\nSo [R1].`).at(-1)).toMatch(/\[R1\] (?:research|specs)\/a\.md/)
  })

  test('ends where the next one begins', () => {
    expect(uses('[R1] one [R2] `research/a.md`\n\nSo [R1] and [R2].')).toEqual(['[R2] research/a.md'])
    expect(uses('| [R1] | [R2] `research/a.md` |\n| - | - |\n\nSo [R1] and [R2].')).toEqual(['[R2] research/a.md'])
    expect(uses('[R1] `src/x.ts:3`\n\n`research/a.md`\n\nSo [R1].')).toEqual(['[R1] src/x.ts'])
    expect(uses('[R1] words\n\n`research/a.md`\n\nSo [R1].')).toEqual([])
  })

  test('may name what is a path for its label alone', () => {
    expect(uses('- [R1] b.md\n\nSo [R1].')).toEqual(['[R1] b.md'])
    expect(uses('- [R1] b.md:3-4\n\nSo [R1].')).toEqual(['[R1] b.md'])
    expect(uses('- [R1] words.txt\n\nSo [R1].')).toEqual([])
    expect(uses('- [R1] none\n\nSo [R1].')).toEqual([])
  })

  test('is told whether it is one of documents', () => {
    const of = (path: string) => collectedOf(`So [R1].\n\n- [R1] \`${path}\``, kindless).citations[0]?.document
    expect([of('research/a.md'), of('src/x.ts:3'), of('research/x.png')]).toEqual([true, false, false])
    expect(collectedOf('So [R1].\n\n- [R1] https://x.example', kindless).citations[0]).not.toHaveProperty('document')
  })
})

describe('a label that nothing defines', () => {
  const firm = '- [R1] `research/a.md`\n\n'

  test.each([
    ['By [R9]', ['[R9]?: 1']],
    ['See [R9] and [R9]', ['[R9]?: 2']],
  ])('is told: %s', (text, expected) => {
    expect(labels(text)).toEqual(expected)
    expect(labels(`${firm}${text}`)).toEqual(['[R1]: 0', ...expected])
  })

  test('is told of a mention in brackets, be it one without, too, only where others are defined', () => {
    expect(labels('See [R9], for R9 says so.')).toEqual([])
    expect(labels(`${firm}See [R9], for R9 says so.`)).toEqual(['[R1]: 0', '[R9]?: 1'])
  })

  test('in small letters is one where others are', () => {
    expect(labels(`${firm}See [r9].`)).toEqual(['[R1]: 0'])
    expect(labels('- [r1] `research/a.md`\n\nSee [r9].')).toEqual(['[r1]: 0', '[r9]?: 1'])
  })

  test.each(['rows[R9]', 'f(x)[R9]', 'rows[0][R9]', 'R9', '[R9](x)', 'a/R9', 'R9/a'])('is none: %s', text => {
    expect(labels(`${firm}See ${text} now`)).toEqual(['[R1]: 0'])
  })
})

describe('a label that Markdown defines', () => {
  test('is one of references only by its name', () => {
    expect(labels('[R1]: a.md\n[xR1]: b.md\n[R1x]: c.md\n[R12]: d.md')).toEqual(['[R1]: 0', '[R12]: 0'])
  })

  test('is used by links and images alike, in order', () => {
    const text = '![b][R1] and [R1] and [a][R1]\n\n[R1]: research/a.md'
    const [label] = factsOf(text, kindless).references
    expect(label?.uses.map(({position}) => text.slice(position.start.offset, position.end.offset))).toEqual([
      '![b][R1]',
      '[R1]',
      '[a][R1]',
    ])
    expect(uses(text)).toEqual(['[R1] research/a.md'])
  })

  test('in small letters is the same', () => {
    expect(labels('See [r1].\n\n[r1]: research/a.md')).toEqual(['[R1]: 1'])
  })

  test('counts before what only looks like one, and by its first definition', () => {
    expect(uses('See [R1].\n\n- [R1] `research/b.md`\n\n[R1]: research/a.md')[0]).toBe('[R1] research/a.md')
    expect(uses('See [R1].\n\n[R1]: research/a.md\n[R1]: research/b.md')).toEqual(['[R1] research/a.md'])
  })
})

describe('a footnote', () => {
  test('is named as it is defined', () => {
    expect(labels('a[^x]\n\n[^x]: Words [^y] here.')).toEqual(['[^x]: 1'])
    expect(labels('a[^NOTE]\n\n[^note]: Words.')).toEqual(['[^note]: 1'])
  })

  test('stands for the path right behind it, whatever follows', () => {
    expect(uses('a[^1]\n\n[^1]: b.md, not `research/a.md`')).toEqual(['[^1] b.md'])
    expect(uses('a[^1]\n\n[^1]:    `research/a.md` and `research/b.md`')).toEqual(['[^1] research/a.md'])
    expect(uses('a[^1]\n\n[^1]: See `src/x.ts:3` and `src/y.ts:4`')).toEqual(['[^1] src/x.ts'])
    expect(uses('a[^1]\n\n[^1]: Words.\n\n`research/a.md`')).toEqual([])
  })

  test('is told where Markdown does not know it, in a text that surely means one', () => {
    expect(labels('The claim[^1] and[^12].')).toEqual(['[^1]?: 1', '[^12]?: 1'])
    expect(labels('The claim[^r1] and [^r-2].')).toEqual(['[^r1]?: 1', '[^r-2]?: 1'])
    expect(labels('The claim[^0], [^01], [^note].')).toEqual([])
    const known = 'a[^x]\n\n[^x]: Words.\n\n'
    expect(labels(`${known}The claim[^0], [^note] and [^Note].`)).toEqual(['[^x]: 1', '[^0]?: 1', '[^note]?: 2'])
  })

  test.each(['[^a-z]', '[^ab]', '[^1]+', '[^1]*', '/[^1]', '|[^1]', '[^1]{2}', '[^1]$', '[^1x]', '[^x:y]'])(
    'is none in a pattern: %s',
    text => {
      const known = 'a[^x]\n\n[^x]: Words.\n\n'
      expect(labels(`${known}It is ${text} here.`)).toEqual(['[^x]: 1'])
    },
  )

  test('is none where it looks like a definition', () => {
    expect(labels('| [^2]: words |\n| - |\n')).toEqual([])
    expect(labels('Words [^2]: more words')).toEqual(['[^2]?: 1'])
  })
})
