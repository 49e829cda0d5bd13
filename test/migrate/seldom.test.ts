import {describe, expect, test} from 'vitest'
import {migrated} from '../../src/migrate/index.js'
import {routeBetween} from '../../src/migrate/route.js'
import {titleSource} from '../../src/migrate/titles.js'
import {itemAt} from '../../src/text/index.js'
import {done, kindOf, rfc, told} from './support.js'

const TABLE = '| Document Metadata | Details |\n| --- | --- |\n| Author(s) | Ada |\n| Status | Draft (WIP) |\n\n'
const spec = (body: string) => `# Seats Technical Design Document / RFC\n\n${TABLE}${body}`

/** A kind whose second version has no section "Old" any more. */
const dropping = kindOf(
  'note',
  '<!-- spec-template\nversion: 1\n-->\n\n# [Title]\n\n## Old\n\n<!-- guidance: What was? -->\n\n## Kept\n',
  '<!-- spec-template\nversion: 2\n-->\n\n# [Title]\n\n## Kept\n',
)

describe('a section that is given up', () => {
  const without = (body: string) => told(done(`# A\n\n## Old\n\n${body}\n\n## Kept\n\nWords.\n`, 2, dropping))

  test('goes where nobody has written in it', () => {
    expect(without('<!-- What was? -->')).toEqual(['removed section Old'])
    expect(without('- [ ] TBD')).toEqual(['removed section Old'])
  })

  test.each([
    ['a picture', '![](a.png)'],
    ['a picture by its label', '![x][r]\n\n[r]: a.png'],
    ['a definition', '[r]: a.md'],
    ['a note', '[^1]: Words'],
    ['a line', '---'],
    ['a link', '<https://example.org>'],
    ['code', '```\nx\n```'],
    ['a box that is ticked', '- [x] TBD'],
    ['a comment of the author’s', '<!-- mine -->'],
    ['a heading of the author’s', '### Mine'],
  ])('stays for %s', (_, body) => {
    expect(without(body)).toEqual(['kept section Old (it holds words of the author’s)'])
  })

  test('goes from a document that is nothing else', () => {
    expect(done('## Old\n', 2, dropping).text).not.toContain('Old')
  })

  test('stays where something else in the document speaks of it', () => {
    const text = (words: string) => `# A\n\n## 1. Old\n\n## 2. Kept\n\n${words}\n`
    const kept = (words: string) => told(done(text(words), 2, dropping))
    expect(kept('See Section 1.')).toEqual(['kept section 1. Old (something cites it)'])
    expect(kept('See [it](#1-old).')).toEqual(['kept section 1. Old (something cites it)'])
    expect(kept('See Section 2.')).toEqual(['removed section 1. Old'])
  })
})

describe('words that name a section', () => {
  test('in links without words stay, and of two definitions the first counts', () => {
    const text = spec(
      '[](#8-migration-rollout-and-testing) and [Migration, Rollout, and Testing][e]\n\n[e]: #8-migration-rollout-and-testing\n[e]: #other\n\n## 8. Migration, Rollout, and Testing\n\nSo.\n',
    )
    expect(done(text, 2).text).toContain('[](#8-test-plan) and [Test Plan][e]')
  })

  test('in HTML are told by their lines', () => {
    const text = spec(
      '<p>\n<a href="#8-migration-rollout-and-testing">x</a>\n</p>\n\n## 8. Migration, Rollout, and Testing\n\nSo.\n',
    )
    expect(done(text, 2).left).toEqual([{line: 9, text: '#8-migration-rollout-and-testing', to: '#8-test-plan'}])
  })
})

describe('what cannot be brought to another version', () => {
  test('is of a kind without a template', () => {
    const to = itemAt(rfc.versions, 1)
    expect(migrated('# A\n', {path: 'a.md', kind: {name: 'none'}, folders: {specs: [], research: []}}, to)).toEqual({
      ok: false,
      reason: 'its kind has no template',
    })
  })

  test('has no way between its versions', () => {
    const [one, two] = [itemAt(rfc.versions, 0), itemAt(rfc.versions, 1)]
    expect(routeBetween(rfc.versions, one, two)).toHaveLength(1)
    expect(routeBetween([one], one, two)).toEqual([])
    expect(routeBetween([two], one, two)).toEqual([])
  })
})

describe('rows', () => {
  const rows = (version: number, source: string, ...labels: string[]) =>
    `<!-- spec-template\nversion: ${version}\nmetadata:\n  source: ${source}\n  rows: [${labels.map(label => `{id: ${label.toLowerCase()}, label: ${label}}`).join(', ')}]\n-->\n\n`
  const lines = (...labels: string[]) =>
    `# [Title]\n\n${labels.map(label => `**${label}**: x`).join('\n')}\n\n## Part\n`

  test('that are blank stay where their line cannot be taken out alone', () => {
    const kind = kindOf(
      'note',
      rows(1, 'lines', 'Who', 'Old') + lines('Who', 'Old'),
      rows(2, 'lines', 'Who') + lines('Who'),
    )
    expect(told(done('# A\n\n**Who**: Ada\n**Old**:\n\n## Part\n\nx\n', 2, kind))).toEqual([
      'kept row Old (its line cannot be taken out alone)',
    ])
    expect(told(done('# A\n\n**Who**: Ada\n**Old**: Bob\n\n## Part\n\nx\n', 2, kind))).toEqual([
      'kept row Old (a value stands in it)',
    ])
  })

  test('are taken out at the end of a document, too', () => {
    const table = (...labels: string[]) =>
      `# [Title]\n\n| A | B |\n| - | - |\n${labels.map(label => `| ${label} | |\n`).join('')}\n## Part\n`
    const kind = kindOf(
      'note',
      rows(1, 'table', 'Who', 'Old') + table('Who', 'Old'),
      rows(2, 'table', 'Who') + table('Who'),
    )
    expect(done('# A\n\n| A | B |\n| - | - |\n| Who | Ada |\n| Old | |', 2, kind).text).not.toContain('Old')
  })
})

test('a title is written with backslashes where it would be read as something else', () => {
  expect(titleSource('Plain words')).toBe('Plain words')
  expect(titleSource('*Words*')).toBe('\\*Words\\*')
})
