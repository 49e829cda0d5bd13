import {describe, expect, test} from 'vitest'
import {linkVersions, readTemplate, unionOf} from '../../src/template/index.js'

const template = (version: number, head: string, body: string) =>
  readTemplate(`<!-- spec-template\nversion: ${version}\n${head}-->\n\n# A\n\n${body}`)

describe('versions of a template', () => {
  test('a section that is new with all its parts was called nothing before', () => {
    const [, second] = linkVersions([
      template(1, '', '## One\n'),
      template(2, '', '## One\n\n## Two\n\n### Three\n\n#### Four\n'),
    ])
    const two = second?.sections[1]
    expect(two).toMatchObject({id: 'two', sections: [{id: 'three', sections: [{id: 'four'}]}]})
    expect(JSON.stringify(two)).not.toContain('former')
  })

  test('a row that was nothing in the version before is refused', () => {
    const rows = (...texts: string[]) => `metadata:\n${texts.map(text => `  - {${text}}\n`).join('')}`
    const body = '| Field | Value |\n| - | - |\n| Author | |\n\n## One\n'
    const older = template(1, rows('id: author, label: Author'), body)
    expect(linkVersions([older, template(2, rows('id: writer, label: Author, was: author'), body)])).toHaveLength(2)
    expect(() => linkVersions([older, template(2, rows('id: writer, label: Author, was: nobody'), body)])).toThrow(
      expect.objectContaining({
        message: 'Unexpected "was: nobody", expected a row that version 1 has at this place',
        line: 4,
      }),
    )
  })

  test('as one have the marks and ids of all, each once, the newest first', () => {
    const head = (...names: string[]) =>
      ['marks', 'ids']
        .map(key => `${key}:\n${names.map(name => `  - {name: ${name}, pattern: '${name}-\\d+'}\n`).join('')}`)
        .join('')
    const union = unionOf([
      template(1, head('need', 'risk'), '## One\n'),
      template(2, head('risk', 'goal'), '## One\n'),
    ])
    expect(union?.marks.map(({name}) => name)).toEqual(['risk', 'goal', 'need'])
    expect(union?.ids.map(({name}) => name)).toEqual(['risk', 'goal', 'need'])
  })
})
