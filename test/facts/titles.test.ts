import {describe, expect, test} from 'vitest'
import {listItems} from '../../src/facts/reading/items.js'
import {readTemplate} from '../../src/template/index.js'
import {at, documentOf, factsOf} from './support.js'

describe('the name in a title', () => {
  const name = (text: string, title?: string) => {
    const template =
      title === undefined ? undefined : readTemplate(`<!-- spec-template\nkind: note\n-->\n\n# ${title}\n\n## A\n`)
    return factsOf(`# ${text}\n`, template && {kind: {name: 'note', template}}).title?.name
  }

  test.each([
    ['Limits Technical Design Document / RFC', 'Limits'],
    ['Limits technical design document', 'Limits'],
    ['Limits — Technical Design Document', 'Limits'],
    ['Limits: Technical Design Document / RFC', 'Limits'],
    ['LimitsTechnical Design Document', 'LimitsTechnical Design Document'],
    ['Limits', 'Limits'],
    ['Technical Design Document / RFC', ''],
  ])('is what stands before the words of the form: %s', (text, expected) => {
    expect(name(text)).toBe(expected)
  })

  test.each([
    ['RFC: [Name]', 'rfc: Limits', 'Limits'],
    ['RFC: [Name]', 'RFC:Limits', 'Limits'],
    ['RFC: [Name]', 'RFC:', 'RFC:'],
    ['RFC: [Name]', 'An RFC: Limits', 'An RFC: Limits'],
    ['[Name]', 'Limits', 'Limits'],
    ['[Name] (draft)', 'Limits (Draft)', 'Limits'],
  ])('is what the form %j leaves of %j', (title, text, expected) => {
    expect(name(text, title)).toBe(expected)
  })
})

describe('the title', () => {
  const form = (head: string) =>
    readTemplate(
      `<!-- spec-template\nkind: note\nmetadata: {source: frontmatter, rows: [{id: title, label: title}, {id: status, label: status}]}\n-->\n${head}\n## A\n`,
    )
  const title = (text: string, head = '') => factsOf(text, {kind: {name: 'note', template: form(head)}})

  test('is the row of that id where the form has no heading for it', () => {
    const text = '---\ntitle: Limits\nstatus: x\n---\n\n## A\n'
    const facts = title(text)
    expect(facts.title).toMatchObject({text: 'Limits', name: 'Limits', ordinal: 1})
    expect(at(text, facts.position)).toBe('Limits')
    expect(title(text, '\n# [Name]\n').title).toBeUndefined()
    expect(title('---\ntitle:\nstatus: x\n---\n\n## A\n').title).toBeUndefined()
    expect(title('---\ntitle: Limits\nstatus: x\n---\n\n# Disks\n').title).toMatchObject({text: 'Disks'})
  })

  test('stands where the text begins where there is none', () => {
    expect(title('\n\n## A\n').position).toMatchObject({start: {line: 1, column: 1}, end: {line: 1, column: 1}})
  })

  test('may stand behind sections', () => {
    expect(factsOf('## 1. Executive Summary\n\n# Another\n').title?.text).toBe('Another')
  })

  test('is the first of several, which are counted', () => {
    const {titles} = factsOf('# A\n\n# B\n\n## 1. Executive Summary\n')
    expect(titles.map(({text, ordinal}) => [text, ordinal])).toEqual([
      ['A', 1],
      ['B', 2],
    ])
  })
})

describe('unset values', () => {
  test('are told in the order of the text, each with its section', () => {
    const text =
      'TBD\n\n| Document Metadata | Details |\n| - | - |\n| Team / Owner | TBD |\n\n## 1. Executive Summary\n\nTODO\n\n> TBD\n'
    const {unset} = factsOf(text)
    expect(unset.map(({place, section, position}) => [place, section, at(text, position)])).toEqual([
      ['paragraph', undefined, 'TBD'],
      ['metadata', undefined, 'TBD'],
      ['paragraph', 'executive-summary', 'TODO'],
      ['paragraph', 'executive-summary', 'TBD'],
    ])
    for (const each of unset.slice(0, 2)) expect(each).not.toHaveProperty('section')
  })
})

describe('the place of a value in a table', () => {
  const owner = (row: string) => {
    const text = `| Document Metadata | Details |\n| - | - |\n${row}\n`
    const position = factsOf(text).metadata.owner?.position
    const before = '| Document Metadata | Details |\n| - | - |\n'.length
    return position && [at(text, position), position.start.offset - before]
  }

  test.each([
    ['| Team / Owner | core |', ['core', 17]],
    ['| Team / Owner |core|', ['core', 16]],
    ['| Team / Owner | core', ['core', 17]],
    ['Team / Owner | core', ['core', 15]],
    ['| Team / Owner | a \\|', ['a \\|', 17]],
    ['| Team / Owner | \\|', ['\\|', 17]],
    ['| Team / Owner | a \\| |', ['a \\|', 17]],
    ['| Team / Owner |   |', ['   ', 16]],
    ['| Team / Owner |', ['', 16]],
    ['| Team / Owner', ['', 14]],
  ])('%j', (row, expected) => {
    expect(owner(row)).toEqual(expected)
  })
})

describe('items', () => {
  const items = (text: string) =>
    listItems(documentOf(text)).map(({text: words, checked, position}) => [words, checked, at(text, position)])

  test('have a box, or none, and end with their own words', () => {
    expect(items('- [ ] a\n- [x] b\n- [X]\n- []\n- [ ]\n- c [x]\n- [x]y\n-\n')).toEqual([
      ['a', false, '- [ ] a'],
      ['b', true, '- [x] b'],
      ['', true, '- [X]'],
      ['', false, '- []'],
      ['', false, '- [ ]'],
      ['c [x]', undefined, '- c [x]'],
      ['[x]y', undefined, '- [x]y'],
      ['', undefined, '-'],
    ])
    expect(listItems(documentOf('- a\n'))[0]).not.toHaveProperty('checked')
  })

  test('end before their sub-items', () => {
    expect(items('- a\n\n  b\n  - c\n')).toEqual([
      ['a b', undefined, '- a\n\n  b'],
      ['c', undefined, '- c'],
    ])
  })
})
