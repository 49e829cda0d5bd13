import {describe, expect, test} from 'vitest'
import {changesBetween} from '../../src/facts/approval/compare.js'
import {sinceOf} from '../../src/facts/approval/since.js'
import {type Document, readDocument} from '../../src/facts/reading/document.js'
import {readTemplate, type Template} from '../../src/template/index.js'
import {rfc} from './support.js'

const read = (text: string, template: Template = rfc): Document =>
  readDocument(text, {
    path: 'specs/a.md',
    kind: {name: template.kind, template},
    folders: {specs: ['specs'], research: ['research']},
  })

const changes = (then: string, now: string, template?: Template) =>
  changesBetween(read(then, template), read(now, template)).map(
    ({heading, change, position}) => `${position.start.line} ${change} ${heading}`,
  )

describe('what has changed since an approval', () => {
  const all = '# T\n\n## A\n\none\n\n## B\n\ntwo\n\n## C\n\nthree\n'

  test('what is gone stood behind the heading before it that is still there', () => {
    expect(changes(all, '# T\n\n## A\n\none\n')).toEqual(['3 removed B', '3 removed C'])
    expect(changes(all, '# T\n\n## A\n\none\n\n## C\n\nthree\n')).toEqual(['3 removed B'])
  })

  test('else at the title, or where the text begins', () => {
    expect(changes(all, '# T\n\n## B\n\ntwo\n\n## C\n\nthree\n')).toEqual(['1 removed A'])
    expect(changes('## A\n\none\n', 'one\n')).toEqual(['1 removed A'])
  })

  test('links to headings may say a new title where they said the old one', () => {
    const text = (title: string, words = title, more = '') =>
      `# T\n\n## A\n\nSee [${words}](#${title.toLowerCase()})${more}, [out](b.md).\n\n## ${title}\n\ntwo\n`
    expect(changes(text('Costs'), text('Prices'))).toEqual([])
    expect(changes(text('Costs', 'the costs'), text('Prices', 'the prices'))).toEqual(['3 changed A'])
    expect(changes(text('Costs'), text('Costs', 'Costs', ' [gone](#gone)'))).toEqual(['3 changed A'])
  })

  test('a section that is a row of the metadata is none that was approved', () => {
    const template = readTemplate(
      '<!-- spec-template\nkind: adr\nmetadata: [{id: status, section: status}]\n-->\n\n# [Title]\n\n## Status\n\n## Context\n',
    )
    const text = (status: string) => `# T\n\n## Status\n\n${status}\n\n## Context\n\nwhy\n`
    expect(changes(text('Accepted'), text('Accepted, and built'), template)).toEqual([])
    expect(changes(text('Accepted'), text('Accepted').replace('why', 'because'), template)).toEqual([
      '7 changed Context',
    ])
  })
})

describe('since when a status has been there', () => {
  const text = (status: string) => `# T\n\n| A | B |\n| - | - |\n| Status | ${status} |\n`
  const version = (commit: string, text: string) => ({commit, date: '2026-01-01', text})

  test('what cannot be read says nothing', () => {
    const versions = [version('c3', text('Approved')), version('c2', '>'.repeat(200)), version('c1', text('Approved'))]
    expect(sinceOf(read(text('Approved')), {versions}, ['Approved'])).toMatchObject({commit: 'c1', status: 'Approved'})
  })

  test('of another status than asked for nothing is told', () => {
    expect(sinceOf(read(text('Draft')), {versions: []}, ['Approved'])).toBeUndefined()
    expect(sinceOf(read('# T\n'), {versions: []}, ['Approved'])).toBeUndefined()
  })
})
