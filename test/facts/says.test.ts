import {describe, expect, test} from 'vitest'
import {factsOf} from './support.js'

const contentOf = (body: string) => factsOf(`# T\n\n## A\n\n${body}\n`).sections.a?.content

describe('a section says nothing', () => {
  test.each([
    ['dashes', '— — —'],
    ['that it does not apply, without a reason', 'N/A'],
    ['that in other letters', 'na.'],
    ['that in words', 'Not applicable'],
    ['that with a colon', 'N/A:'],
    ['that, the reason being open', 'N/A — TBD'],
    ['that in an item', '- n/a ...'],
    ['question marks', '??'],
    ['a box', '[ ]'],
    ['a ticked box', '[x]'],
    ['brackets', '[]'],
    ['what is not set', '[TBD]'],
    ['what is not set in two words', 'TBD/TODO'],
    ['that with space', 'TODO , ????.'],
    ['a table of headers', '| a |\n| - |'],
    ['a table of nothing', '| a |\n| - |\n| |'],
    ['blank code', '```\n \n```'],
    ['tags', '<br>\n<div></div>'],
    ['comments in disguise', '[//]: # (said)\n[note]: #\n[//]: b.md'],
  ])('by %s', (_name, body) => {
    expect(contentOf(body)).toBe(0)
  })

  test.each([
    ['that nothing is there', 'None'],
    ['a reason', 'N/A it stores nothing'],
    ['a reason without a colon', 'Not applicable here'],
    ['a word that begins so', 'NAT'],
    ['such a word in its midst', 'Of N/A'],
    ['a box with a word', '[ ] of it'],
    ['a word before a box', 'of it [ ]'],
    ['one letter', 'é'],
    ['a digit', '7'],
    ['words behind what is not set', 'TBD now'],
    ['a dash in a cell beside words', '| a | b |\n| - | - |\n| — | c |'],
    ['words between tags', '<b>\nso\n</b>'],
    ['an unfinished tag behind words', '<b>\n</b> a < b'],
    ['the source of a link', '[b]: b.md'],
    ['a footnote', '[^1]: so'],
    ['code', '```\nso\n```'],
  ])('but something by %s', (_name, body) => {
    expect(contentOf(body)).toBeGreaterThan(0)
  })
})

describe('an author', () => {
  const names = (cell: string) => {
    const {author} = factsOf(`# T\n\n| Document Metadata | Details |\n| - | - |\n| Author(s) | ${cell} |\n`).metadata
    return author?.names?.map(({text}) => text)
  }

  test.each([
    ['Ada,Bo', ['Ada', 'Bo']],
    ['Ada  and  Bo', ['Ada', 'Bo']],
    ['Ada ;Bo', ['Ada', 'Bo']],
    ['Andy Brand', ['Andy Brand']],
    ['Ada(lead) of X', ['Ada']],
    ['Ada  [lead](x.md) of X', ['Ada lead of X']],
    ['Ada \\[lead\\] of X', ['Ada']],
    ['Ada  ada@example.org', ['Ada']],
    ['ada@example.org', ['ada@example.org']],
    ['a@b of X', ['a@b of X']],
    ['Ada a@b of X', ['Ada a@b of X']],
  ])('%j', (cell, expected) => {
    expect(names(cell)).toEqual(expected)
  })

  test('who stands twice has a place each, and who is written otherwise the whole cell', () => {
    const text = '# T\n\n| Document Metadata | Details |\n| - | - |\n| Author(s) | Ada, A*d*i, Ada |\n'
    const {author} = factsOf(text).metadata
    expect(author?.names?.map(({position}) => text.slice(position.start.offset, position.end.offset))).toEqual([
      'Ada',
      'Ada, A*d*i, Ada',
      'Ada',
    ])
    const places = author?.names?.map(({position}) => position.start.offset) ?? []
    expect(places[2]).toBeGreaterThan(places[0] ?? 0)
  })
})
