import {describe, expect, test} from 'vitest'
import {collect, needsList, resolve} from '../../src/facts/index.js'
import type {World} from '../../src/workspace/index.js'
import {at} from './support.js'

const SOURCE = {path: 'docs/list.md', kind: {name: 'index'}, folders: {specs: ['specs'], research: ['research']}}
const BEGIN = '<!-- spec-list: begin columns=title -->'
const END = '<!-- spec-list: end -->'

const listed = (path: string, title: string, more = {}) => ({path, kind: 'rfc', title, statuses: [], ...more})
const TWO = [listed('specs/b.md', 'B'), listed('specs/c.md', 'C')]

const indexesOf = (
  text: string,
  {specs = TWO as NonNullable<World['listed']>, path = SOURCE.path, known = true} = {},
) => {
  const world = {specs: [], research: [], entries: new Map(), ...(known && {listed: specs, kinds: ['rfc']})}
  return resolve(collect(text, {...SOURCE, path}), world).indexes
}
const page = (content: string, begin = BEGIN) => `# List\n\n${begin}\n${content}${END}\n`

describe('a list of specs', () => {
  test('is told with its place, what stands in it and what should', () => {
    const text = page('old\n')
    const [list, ...more] = indexesOf(text) ?? []
    expect(more).toEqual([])
    expect(list).toMatchObject({options: 'columns=title', documents: 2, current: false})
    expect(list && at(text, list.position)).toBe(BEGIN)
    expect(list?.content && at(text, list.content)).toBe('old\n')
    expect(list?.expected).toMatch(
      /^\n\|[\s\S]*\[B\]\(\.\.\/specs\/b\.md\)[\s\S]*\[C\]\(\.\.\/specs\/c\.md\)[^\n]*\n\n$/,
    )
  })

  test('is current where it says that, whatever ends its lines', () => {
    const expected = indexesOf(page(''))?.[0]?.expected ?? ''
    expect(indexesOf(page(expected))).toMatchObject([{current: true, differing: 0}])
    const windows = page(expected).replaceAll('\n', '\r\n')
    expect(indexesOf(windows)).toMatchObject([{current: true}])
    expect(indexesOf(windows)?.[0]?.expected).toBe(expected.replaceAll('\n', '\r\n'))
  })

  test('leaves out the page itself, and says no more where the specs are not known', () => {
    expect(indexesOf(page(''), {path: 'specs/b.md'})).toMatchObject([{documents: 1}])
    const [list] = indexesOf(page(''), {known: false}) ?? []
    expect(Object.keys(list ?? {})).toEqual(['options', 'content', 'position'])
  })

  test('there may be several, and none is one in code', () => {
    expect(indexesOf(`${page('')}\n${page('')}`)).toHaveLength(2)
    expect(indexesOf(`\`\`\`\n${page('')}\`\`\`\n`)).toBeUndefined()
    expect(indexesOf('# List\n')).toBeUndefined()
  })
})

describe('what is wrong with a list', () => {
  const problems = (text: string, specs: NonNullable<World['listed']> = TWO) =>
    indexesOf(text, {specs})?.map(({problem, remedy, position}) => [problem, remedy, at(text, position)])

  test.each([
    ['no begin', `${END}\n`, ['end of a list that does not begin', '<!-- spec-list: begin -->', END]],
    ['no end', `${BEGIN}\n`, ['list that does not end', `${END} on a line behind it`, BEGIN]],
    [
      'another word',
      '<!-- spec-list: start -->\n',
      ['word "start" in a marker of a list', '"begin" or "end"', '<!-- spec-list: start -->'],
    ],
    [
      'an item around it',
      `- a\n\n  ${BEGIN}\n\n  ${END}\n`,
      ['list in an item or a quote', 'its markers outside of them, at the beginning of a line', BEGIN],
    ],
  ])('%s', (_name, text, expected) => {
    expect(problems(text)).toEqual([expected])
    const needs = needsList(collect(text, SOURCE))
    expect(needs).toBe(false)
  })

  test('a begin behind a begin ends the first; what follows is whole', () => {
    expect(problems(`${BEGIN}\n\n${page('')}`)).toEqual([
      ['list that does not end', `${END} on a line behind it`, BEGIN],
      [undefined, undefined, BEGIN],
    ])
    expect(needsList(collect(`${BEGIN}\n\n${page('')}`, SOURCE))).toBe(true)
    expect(needsList(collect('# List\n', SOURCE))).toBe(false)
  })

  test('a kind, a status or an option that nobody knows', () => {
    const [kind] = problems(page('', '<!-- spec-list: begin kind=rcf -->')) ?? []
    expect(kind?.[0]).toBe('kind "rcf"')
    expect(kind?.[1]).toMatch(/^one of rfc, did you mean "rfc"|^one of rfc/)
    const draft = {value: 'Draft', name: 'Draft', known: false}
    const some = [listed('specs/b.md', 'B', {status: draft})]
    expect(problems(page('', '<!-- spec-list: begin status=draft -->'), some)?.[0]?.[0]).toBeUndefined()
    const [status] = problems(page('', '<!-- spec-list: begin status=drat -->'), some) ?? []
    expect(status?.[0]).toBe('status "drat"')
    expect(status?.[1]).toMatch(/^one that a form of the specs knows, or one of them has/)
    expect(problems(page('', '<!-- spec-list: begin status=drat -->'), [])?.[0]?.[0]).toBeUndefined()
    const [option] = indexesOf(page('', '<!-- spec-list: begin color=red -->')) ?? []
    expect(option).toMatchObject({options: 'color=red', problem: 'option "color"'})
    expect(option).not.toHaveProperty('content')
  })
})
