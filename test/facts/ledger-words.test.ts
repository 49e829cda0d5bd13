import {describe, expect, test} from 'vitest'
import {type Match, matchesOf, shareKnown} from '../../src/facts/ledger/match.js'
import {termsOf, termsOfMarkdown} from '../../src/facts/ledger/terms.js'
import {leadOf, piecesOf, type Unit} from '../../src/facts/ledger/units.js'
import {documentOf} from './support.js'

const told = (terms: ReadonlyMap<string, number>) => Object.fromEntries(terms)

describe('what a text is about', () => {
  test.each([
    ['words that stand in any question', 'Which is it, e.g. or i.e. should it?', {}],
    ['signs', '… ** 🎉 -', {}],
    ['single letters', 'x y', {}],
    ['single digits', '2', {'2': 1.75}],
    ['one word in several forms', 'limits limitations limited limiter', {limit: 1}],
    ['a word whose stem would be too short', 'ages cats', {ages: 1, cats: 1}],
    ['words between signs', '“quoted” (words);and—more', {quot: 1, word: 1}],
    ['a word with signs around it', '.:disks:.', {disk: 1}],
  ])('%s', (_name, text, expected) => {
    expect(told(termsOf(text))).toEqual(expected)
  })

  test.each([
    ['a compound word', 'sub-agent', {sub: 1, agent: 1, subagent: 1}],
    ['an identifier', 'maxAge', {max: 1, age: 1, maxage: 1.75}],
    ['one with digits', 'x2Size', {x2: 1, size: 1, x2size: 1.75}],
    ['an option', '--dry-run', {dry: 1, run: 1, dryrun: 1.75}],
    ['a short option', '-v', {v: 1.75}],
    ['a variable', '$HOME', {home: 1.75}],
    ['a package', '@scope/name', {scop: 1, name: 1, scopename: 1.75}],
    ['a path', 'src/x.ts', {src: 1, ts: 1, 'srcx.ts': 1.75}],
    ['a key', 'node:path', {node: 1, path: 1, nodepath: 1.75}],
    ['a snake', 'open_file', {file: 1, openfile: 1.75}],
    ['a number of an issue', '#12', {'12': 1.75}],
    ['a version', 'v2s', {v2s: 1.75}],
    ['a fraction', '3.5', {'3': 1, '5': 1, '3.5': 1.75}],
    ['a protocol', 'http2s', {http2s: 1.75}],
    ['none of idle words alone', 'and/or --no', {}],
  ])('the name and its words: %s', (_name, text, expected) => {
    expect(told(termsOf(text))).toEqual(expected)
  })

  test('the most that a term counts for anywhere', () => {
    expect(told(termsOf('subagent $subagent subagent'))).toEqual({subag: 1, subagent: 1.75})
    expect(told(termsOf('$subagent sub-agent'))).toMatchObject({subagent: 1.75})
  })

  test('of Markdown without addresses and comments, code being code', () => {
    expect(told(termsOfMarkdown('[quota](snapshot.md "tape")mark<!-- disk -->store'))).toEqual({
      quota: 1,
      mark: 1,
      stor: 1,
    })
    expect(told(termsOfMarkdown('`](snapshot)` ``<!--`` quota'))).toEqual({snapshot: 1, quota: 1})
  })
})

describe('the words that a text begins with', () => {
  test.each([
    ['**Color fallback**: What should it be', 'Color fallback:'],
    ['Which one is it? More words', 'Which one is it?'],
    ['Which (of (all) the) stores is it? More', 'Which stores is it?'],
    ['Q12: Which one? More', 'Which one?'],
    ['12. Which one', 'Which one'],
    ['2) Which one? More', 'Which one?'],
    ['Q1:Which one? More', 'Which one?'],
    ['The store(s): more', 'The store:'],
    ['Which (one (b) or (c) both) is it? More', 'Which is it?'],
    ['  ✅ — Done now. More', 'Done now.'],
    ['abc: def', 'abc:'],
    ['ab: def', 'ab: def'],
    ['The fast store — or the slow one', 'The fast store — '],
    ['The fast-store-of all', 'The fast-store-of all'],
    ['The store | open', 'The store |'],
    ['It is in file.ts there. More', 'It is in file.ts there.'],
    ['Over\ntwo lines: more', 'Over\ntwo lines:'],
    ['Step 2. Which: one', 'Step 2.'],
    [`${'a'.repeat(60)} ${'b'.repeat(60)}: more`, `${'a'.repeat(60)} ${'b'.repeat(29)}`],
  ])('%j', (text, expected) => {
    expect(leadOf(text)).toBe(expected)
  })
})

describe('pieces of a document', () => {
  test('are headings, items, paragraphs and rows, each with its text and place', () => {
    const text = '# T\n\nOne `two`.\n\n- three\n\n  four\n\n| a | b |\n| - | - |\n| five | *six* |\n\n```\nseven\n```\n'
    const {units} = piecesOf(documentOf(text))
    expect(units.map(unit => [unit.node.type, unit.text(), text.slice(unit.start, unit.end)])).toEqual([
      ['heading', 'T', '# T'],
      ['paragraph', 'One two.', 'One `two`.'],
      ['listItem', 'three four', '- three\n\n  four'],
      ['tableRow', 'five | six', '| five | *six* |'],
    ])
  })

  test('tell a term apart by how seldom it is', () => {
    const {rarity, having} = piecesOf(documentOf('Quota disk.\n\nQuota tape.\n\nQuota.\n'))
    expect(having('quota')).toEqual([0, 1, 2])
    expect(rarity('quota')).toBe(0.5)
    expect(rarity('disk')).toBe(1)
    expect(rarity('nowhere')).toBe(1)
    expect(piecesOf(documentOf('')).rarity('nowhere')).toBe(1)
  })
})

describe('how much of a question a piece speaks of', () => {
  const scores = (words: string, text: string) => {
    const matches = matchesOf(words, documentOf(text))
    const found: Match[] = []
    const isLeft = (unit: Unit) => !found.some(match => match.unit === unit)
    for (let best = matches.best(); best; best = matches.best(isLeft)) found.push(best)
    return found.map(({unit, score}) => [unit.text(), Math.round(score * 100) / 100])
  }

  test('only of those that fit, and are good enough', () => {
    const matches = matchesOf('quota tape', documentOf('disk\n\nquota\n\nquota tape\n'))
    expect(matches.best(unit => unit.text() === 'quota')?.unit.text()).toBe('quota')
    expect(matches.best(unit => unit.text() === 'quota', 0.5)).toBe(undefined)
    expect(matches.best(unit => unit.text() === 'disk')).toBe(undefined)
    expect(matches.best(undefined, 1)?.score).toBe(1)
  })

  test('the share of its terms, rare ones and names counting for more, best first', () => {
    expect(scores('quota tape', 'disk\n\nquota\n\nquota tape\n')).toEqual([
      ['quota tape', 1],
      ['quota', 0.4],
    ])
    expect(scores('quota $tape', 'quota\n\n$tape\n\ndisk\n')).toEqual([
      ['$tape', 0.64],
      ['quota', 0.36],
    ])
  })

  test('of equal ones in the order of the document', () => {
    expect(scores('disk tape', 'disk\n\ntape\n')).toEqual([
      ['disk', 0.5],
      ['tape', 0.5],
    ])
    expect(scores('tape disk', 'disk\n\ntape\n')).toEqual([
      ['disk', 0.5],
      ['tape', 0.5],
    ])
  })

  test('nearly all where they bear one name, whatever stands behind it', () => {
    const question = '**Color fallback**: Which shade would terminals without truecolor show?'
    expect(scores(question, 'Color fallback: blue\n\nA color\n\nSomething else\n')[0]).toEqual([
      'Color fallback: blue',
      0.9,
    ])
    // Half of the name is less of it.
    const [, half = 0] = scores(question, 'Color choices: blue\n\nSomething else\n')[0] ?? []
    expect(half).toBeGreaterThan(0.3)
    expect(half).toBeLessThan(0.6)
    // Nor is a long name that begins with it that name.
    const [, long = 0] =
      scores(question, 'Color fallback of printers beside plotters in offices: blue\n\nElse\n')[0] ?? []
    expect(long).toBeLessThan(0.8)
  })

  test('no name is what is one word', () => {
    const [, score = 0] =
      scores('**Color**: Which shade would terminals show?', 'Color: blue\n\nSomething else\n')[0] ?? []
    expect(score).toBeLessThan(0.4)
  })

  test('known are terms that stand anywhere in the document', () => {
    expect(shareKnown('quota tape $disk', documentOf('A quota.\n\n- $disk\n'))).toBeCloseTo(2.75 / 3.75)
    expect(shareKnown('quota tape', documentOf('| a |\n| - |\n| tape |\n'))).toBe(0.5)
  })
})
