import {afterEach, describe, expect, test} from 'vitest'
import {fencedCode} from '../../src/facts/reading/code.js'
import {type Document, readDocument} from '../../src/facts/reading/document.js'
import {matchesIn} from '../../src/facts/reading/matches.js'
import {positionOf} from '../../src/facts/reading/positions.js'
import {prose} from '../../src/facts/reading/view.js'
import {useEngine} from '../../src/markdown/index.js'
import {readTemplate} from '../../src/template/index.js'
import {patternOf} from '../../src/text/patterns/index.js'
import {engines} from '../support/engines.js'
import {at, factsOf} from './support.js'

afterEach(() => useEngine(undefined))

const read = (text: string): Document =>
  readDocument(text, {path: 'specs/a.md', kind: {name: 'test'}, folders: {specs: ['specs'], research: ['research']}})

describe('the text as patterns see it', () => {
  test('leaves the mark of a note without words out', () => {
    expect(prose(read('See[^1].\n\n[^1]:\n')).text).toBe('See    .\n\n     \n')
  })

  test('loses nothing beside an address without a place of its own', () => {
    expect(prose(read('`x` "www.a.example".\n')).text).toBe('    "www.a.example".\n')
    expect(prose(read('"www.a.example", `x`.\n')).text).toBe('"www.a.example",    .\n')
  })
})

describe('matches of a pattern', () => {
  const found = (text: string, pattern: string) =>
    matchesIn(prose(read(text)), patternOf(pattern, 'gu')).map(match => [match.text, match.start])

  test('of nothing go on behind the sign, pairs of two units among them', () => {
    expect(found('a😀b\n', 'b*')).toEqual([['b', 3]])
    expect(found('\u{1f600}\u{1f600}xx\n', 'x*')).toEqual([['xx', 4]])
    expect(found('éé', 'x*')).toEqual([])
  })
})

describe.each(engines)('code, by %s', engine => {
  test('that is only indented is no fence, whatever it begins with', () => {
    useEngine(engine)
    expect(fencedCode(read('    ``x``\n'))).toEqual([])
    expect(fencedCode(read('    ```x\n'))).toEqual([])
    expect(fencedCode(read('~~~ Sh x\n~~~\n'))).toMatchObject([
      {character: '~', length: 3, info: 'Sh x', language: 'sh'},
    ])
  })
})

describe('places', () => {
  test('of what has none are where the text begins', () => {
    const start = {line: 1, column: 1, offset: 0}
    expect(positionOf({type: 'link'})).toEqual({start, end: start})
    const [from, to] = [
      {line: 2, column: 3},
      {line: 2, column: 5},
    ]
    expect(positionOf({type: 'link', position: {start: from, end: to}})).toEqual({
      start: {...from, offset: 0},
      end: {...to, offset: 0},
    })
  })
})

describe('residue', () => {
  test('is told once where a mark stands in it', () => {
    const source =
      "<!-- spec-template\nkind: note\nmarks: [{name: open, pattern: '\\[ASK[^\\]]*\\]'}]\nplaceholders: [{pattern: '<[^>]*>'}]\n-->\n\n# [Title]\n\n## A\n\n<!-- guidance: Write down [ASK whom] <name> said. -->\n"
    const text = '# T\n\n## A\n\nWrite down [ASK whom] <name> said.\n\nSo \\<name> said.\n'
    const {residue} = factsOf(text, {kind: {name: 'note', template: readTemplate(source)}})
    expect(residue.map(({position}) => at(text, position))).toEqual(['Write down [ASK whom] <name> said.', '<name>'])
  })
})

describe('frontmatter', () => {
  test('is all that tells of a document without a template, and nothing of it is known', () => {
    const text = '---\nstatus: Draft\nowners:\n  - Ada\n  - name: Bob\n---\n\n# T\n'
    const {metadata} = factsOf(text, {kind: {name: 'note'}})
    expect(metadata.status).toMatchObject({value: 'Draft', source: 'frontmatter'})
    expect(metadata.status).not.toHaveProperty('known')
    expect(metadata.owners).toMatchObject({items: ['Ada', '{"name":"Bob"}']})
  })
})

describe('the author', () => {
  test('in brackets is nobody', () => {
    const row = (value: string) => factsOf(`# T\n\n| A | B |\n| - | - |\n| Author(s) | ${value} |\n`).metadata.author
    expect(row('(nobody yet)')).toMatchObject({value: '(nobody yet)'})
    expect(row('(nobody yet)')).not.toHaveProperty('names')
    expect(row('Ada (lead)')?.names).toMatchObject([{text: 'Ada', lower: 'ada'}])
  })
})

describe('planned files', () => {
  const planned = (text: string) => factsOf(text).planned.map(({path, explained}) => [path, explained])

  test('are explained by what was made instead of them, and by nothing that stands for another', () => {
    expect(planned('Create `src/x.ts`\n\nWe went on instead of a `src/x.ts`\n')).toEqual([['src/x.ts', true]])
    expect(planned('Create `src/x.ts`\n\nSee `src/x.ts`: a file instead of a `src/y.ts`\n')).toEqual([
      ['src/x.ts', false],
    ])
  })

  test('are none in a row whose cell stands below no header', () => {
    expect(planned('| File | Change |\n| - | - |\n| `src/x.ts` | added |\n')).toEqual([['src/x.ts', false]])
    // Of a cell that no column is for nothing is known.
    expect(planned('| File | Lines |\n| - | - |\n| `src/x.ts` | 3 | 4 | added |\n')).toEqual([])
    expect(planned('| File | Change |\n| - | - |\n| `src/x.ts` | **N**ew |\n')).toEqual([['src/x.ts', false]])
    expect(planned('| File | Words |\n| - | - |\n| `src/x.ts` | y | added |\n')).toEqual([])
  })
})
