import {describe, expect, test} from 'vitest'
import {cite, textAt} from '../support/citations.js'

const files = {'research/x.md': '# X\n', 'research/docs/y.md': '# Y\n'}

/** Labels as "label: uses", with "?" behind an undefined one. */
async function labels(text: string): Promise<string[]> {
  const {references} = await cite(text, files)
  return references.map(({label, defined, uses}) => `${label}${defined ? '' : '?'}: ${uses.length}`)
}

/** Uses as "label kind target". */
async function uses(text: string): Promise<string[]> {
  const {citations} = await cite(text, files)
  return citations
    .filter(({form}) => form === 'reference' || form === 'footnote')
    .map(({label, kind, target}) => `${label} ${kind} ${target}`)
}

describe('an entry of a list of references', () => {
  test.each([
    '- [R1] `research/x.md`',
    '- **[R1]** `research/x.md`, the first one',
    '- [R1] research/x.md',
    '1. [R1]: `research/x.md`',
    '- [R1] – research/x.md:3-4',
    '- \\[R1\\] `research/x.md`',
    '- [R1] The first one, `research/x.md`',
    '- R1: `research/x.md`',
    '[R1] `research/x.md`\n[R2] `research/docs/y.md`',
    'References:\n[R1]: research/x.md',
    '[R1]: `research/x.md`',
    '| Ref | Path |\n| - | - |\n| [R1] | `research/x.md` |',
    '| Ref | Path |\n| - | - |\n| **R1** | research/x.md |',
    '> [R1] `research/x.md`',
    'References: [R1] `research/x.md`.',
  ])('%s', async definition => {
    expect(await uses(`As said [R1].\n\n${definition}\n`)).toEqual(['[R1] research research/x.md'])
    expect((await labels(`As said [R1].\n\n${definition}\n`))[0]).toBe('[R1]: 1')
  })

  test('may be a link, a web address or a definition of Markdown', async () => {
    expect(await uses('[R1]\n\n- [R1]: [words](../research/x.md)')).toEqual(['[R1] research ../research/x.md'])
    expect(await uses('[R1]\n\n- [R1] https://example.org')).toEqual(['[R1] url https://example.org'])
    expect(await uses('a [R1]\n\n[R1]: ../research/x.md')).toEqual(['[R1] research ../research/x.md'])
    expect(await uses('a [R1]\n\n[R1]: ../research/gone.md')).toEqual(['[R1] research ../research/gone.md'])
  })

  test('is itself no use', async () => {
    expect(
      await labels('- [R1] `research/x.md`\n- [R2] [y](../research/docs/y.md)\n\n[R3]: ../research/x.md\n'),
    ).toEqual(['[R1]: 0', '[R2]: 0', '[R3]: 0'])
  })

  test('is used by several in one bracket, by a range, by a link, and saved by a mention', async () => {
    const list = '- [R1] `research/x.md`\n- [R2] `research/docs/y.md`\n- [R3] research/x.md\n'
    expect(await labels(`See [R1, R3].\n\n${list}`)).toEqual(['[R1]: 1', '[R2]: 0', '[R3]: 1'])
    expect(await labels(`See [R1-R3][R2].\n\n${list}`)).toEqual(['[R1]: 1', '[R2]: 2', '[R3]: 1'])
    expect(await labels(`See R2, and **R3**.\n\n${list}`)).toEqual(['[R1]: 0', '[R2]: 1', '[R3]: 1'])
    expect(await labels('See [words][R1].\n\n[R1]: ../research/x.md')).toEqual(['[R1]: 1'])
  })

  test('says whether its document exists, and its uses do not', async () => {
    const {citations} = await cite('As said [R1], [R1].\n\n- [R1] `research/gone.md`', files)
    expect(citations.map(({form, exists}) => [form, exists])).toEqual([
      ['reference', undefined],
      ['reference', undefined],
      ['code-span', false],
    ])
  })

  test('of Markdown is spoken for by its first use', async () => {
    const {citations} = await cite('As said [R1], [R1].\n\n[R1]: ../research/gone.md', files)
    expect(citations.map(({form, exists}) => [form, exists])).toEqual([
      ['reference', false],
      ['reference', undefined],
    ])
  })
})

describe('a footnote', () => {
  test('stands for what it begins with, else for the first document it cites', async () => {
    expect(await uses('a[^r1]\n\n[^r1]: research/x.md, and more')).toEqual(['[^r1] research research/x.md'])
    expect(await uses('a[^n]\n\n[^n]: See https://example.org and `research/x.md`.')).toEqual([
      '[^n] research research/x.md',
    ])
    expect(await uses('a[^n]\n\n[^n]: Only words.')).toEqual([])
  })

  test('is undefined', async () => {
    expect(await labels('The claim.[^r1] And so on [^2].')).toEqual(['[^r1]?: 1', '[^2]?: 1'])
    expect(await labels('a[^note] b[^not]\n\n[^note]: Words.')).toEqual(['[^not]?: 1', '[^note]: 1'])
  })

  test('is unused', async () => {
    expect(await labels('a\n\n[^r1]: Words.')).toEqual(['[^r1]: 0'])
  })
})

test('an undefined reference is found, and its place', async () => {
  const text = 'As said [R1] and (see [R9]).\n\n- [R1] `research/x.md`\n'
  const {references} = await cite(text, files)
  const undefinedOnes = references.filter(({defined}) => !defined)
  expect(undefinedOnes.map(({label, position}) => [label, textAt(text, position)])).toEqual([['[R9]', '[R9]']])
  expect(await labels('As said [R1].')).toEqual(['[R1]?: 1'])
  expect(await labels('| Why |\n| - |\n| a |\n\n| What | Why |\n| - | - |\n| a | [R1] |')).toEqual(['[R1]?: 1'])
})

describe('is no label', () => {
  test.each([
    '`[R1]` and `[^r1]`',
    '```\n[R1] [^r1]\n```',
    '<!-- [R1] [^r1] -->',
    'The classes [^a-z], [^0-9]+, [^abc] and /[^1]/ and [^1]+ of a pattern',
    '\\[^r1]',
    'rows[R1], f(x)[R2], a[0], [0], [P1], [x], ldr r0, [r1]',
    '[R1](https://example.org)',
    '[RFC2119] [R] [R1a] [Research]',
    '- [ ] [x] todo',
  ])('%s', async text => {
    expect(await labels(text)).toEqual([])
  })
})

describe('a requirement that bears the label', () => {
  test.each([
    '- [R1] The system must be fast.',
    '- **R1** The system must be fast.',
    '### R1: Speed',
    '### 3.1 [R1] Speed',
    '| R1 | The system must be fast |\n| - | - |\n| R2 | small |',
    'Requirement R1 asks for speed.',
  ])('is not undefined: %s', async requirement => {
    expect((await labels(`Because of [R1].\n\n${requirement}\n`)).filter(label => label.includes('?'))).toEqual([])
  })

  test('nor unused', async () => {
    expect(await labels('- [R1] The system must be fast.\n- [R2] See `research/x.md`, it must be small.')).toEqual([])
  })
})
