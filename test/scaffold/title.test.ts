import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {headingsOf, parse, plain} from '../../src/markdown/index.js'
import {ScaffoldError} from '../../src/scaffold/index.js'
import {folder} from '../support/folders.js'
import {complaints, gates, scaffolded} from './support.js'

const SUFFIX = ' Technical Design Document / RFC'
const titleIn = (text: string) => headingsOf(parse(text)).map(({node}) => plain(node))[0]

async function refusal(title: string, files: Record<string, string> = {}): Promise<string> {
  const error = await scaffolded(folder(files), {title}).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ScaffoldError)
  return error instanceof ScaffoldError ? error.message : ''
}

describe('titles', () => {
  test.each([
    ['../../x', '../../x', 'x'],
    ['a | b', 'a | b', 'a-b'],
    ['$& and $1', '$& and $1', 'and-1'],
    ['🚀👩‍🚀', '🚀👩‍🚀', 'rfc'],
    ['C:\\Temp\\x', 'C:\\Temp\\x', 'c-temp-x'],
    ['Line\nbreak\tand \u0000\u0007bell', 'Line break and bell', 'line-break-and-bell'],
    ['\u202Egnp.exe\u2066', 'gnp.exe', 'gnp-exe'],
    [
      '*Stars* and `code` and <b>tags</b> [x](y)',
      '*Stars* and `code` and <b>tags</b> [x](y)',
      'stars-and-code-and-b-tags-b-x-y',
    ],
    ['# Heading #', '# Heading #', 'heading'],
    ['<!-- spec: other v9 -->', '<!-- spec: other v9 -->', 'spec-other-v9'],
    ['Größe & Straße', 'Größe & Straße', 'größe-straße'],
    ['__proto__', '__proto__', 'proto'],
    ['2026', '2026', '2026'],
    ['Gates RFC', 'Gates', 'gates'],
    ['Gates Technical Design Document / RFC', 'Gates', 'gates'],
    ['Gates: technical design document', 'Gates', 'gates'],
    ['RFC', 'RFC', 'rfc'],
  ])('%j', async (title, shown, slug) => {
    const result = await scaffolded(folder(), {title, author: 'Ada'})
    expect(titleIn(result.text)).toBe(`${shown}${SUFFIX}`)
    expect(result.path).toBe(`specs/2026-01-31-${slug}.md`)
    expect(await complaints(result)).toEqual([])
  })

  test('of 300 characters: whole in the heading, cut between words in the name', async () => {
    const title = 'gate '.repeat(60).trim()
    const result = await scaffolded(folder(), {title})
    expect(titleIn(result.text)).toBe(`${title}${SUFFIX}`)
    expect(result.path).toBe(`specs/2026-01-31-${Array(16).fill('gate').join('-')}.md`)
    const one = await scaffolded(folder(), {title: 'x'.repeat(300)})
    expect(one.path).toBe(`specs/2026-01-31-${'x'.repeat(80)}.md`)
    const wide = await scaffolded(folder(), {title: '𠀀'.repeat(300)})
    expect(new TextEncoder().encode(wide.path.slice('specs/'.length)).length).toBeLessThanOrEqual(255)
  })

  test('that are nothing are refused', async () => {
    for (const title of ['', '   ', '\u0000\u0001\u001b', '\u202E', '\uD800'])
      expect(await refusal(title)).toBe('Unexpected empty title, expected some words')
  })

  test('that are a path are refused, with what was meant', async () => {
    const files = {'research/docs/x.md': '# X\n', Makefile: ''}
    expect(await refusal('research', files)).toBe(
      'Unexpected path "research" as title. Did you mean --research research?',
    )
    expect(await refusal('Makefile', files)).toContain('Unexpected path "Makefile" as title')
    expect(await refusal('research/docs/x.md', files)).toBe(
      'Unexpected file name "research/docs/x.md" as title. Did you mean --research research/docs/x.md?',
    )
    expect(await refusal('specs/2026-01-01-new-gate.md', files)).toBe(
      'Unexpected file name "specs/2026-01-01-new-gate.md" as title. Did you mean "new gate"?',
    )
  })

  test('none: the topic of the one document that is named', async () => {
    const root = gates({'research/b.md': '# Research: Belts RFC\n', 'research/nothing.md': 'Text.\n'})
    const named = await scaffolded(root, {research: ['research/docs/2026-01-15-gates.md']})
    expect(titleIn(named.text)).toBe(`Gates of the hall${SUFFIX}`)
    expect(named.values[0]).toEqual({
      field: 'title',
      value: 'Gates of the hall',
      source: 'the topic of research/docs/2026-01-15-gates.md',
    })
    expect(titleIn((await scaffolded(root, {research: ['research/b.md']})).text)).toBe(`Belts${SUFFIX}`)
    await expect(scaffolded(root, {research: ['research/nothing.md']})).rejects.toThrow(
      /^Missing title, expected one, for /,
    )
    for (const research of [[], ['research'], ['research/b.md', 'research/nothing.md']])
      await expect(scaffolded(root, {research})).rejects.toThrow(/^Missing title, expected one, or --research /)
  })

  test('any title gives a document without errors, whose heading is the title', async () => {
    const root = folder()
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({unit: 'binary'}), fc.string({unit: 'grapheme'})), async title => {
        const result = await scaffolded(root, {title, author: 'Ada', guidance: 'none'}).catch((error: unknown) => {
          if (error instanceof ScaffoldError) return undefined
          throw error
        })
        if (!result) return
        expect(await complaints(result)).toEqual([])
        const value = result.values.find(({field}) => field === 'title')?.value
        expect(titleIn(result.text)?.normalize()).toBe(`${value}${SUFFIX}`.replace(/\s+/g, ' ').normalize())
        expect(result.path).toMatch(/^specs\/2026-01-31-[^/]+\.md$/)
      }),
      {numRuns: 60},
    )
  })
})
