import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {linkVersions, readTemplate, type Template} from '../../src/template/index.js'
import {at, factsOf, rfc} from './support.js'

const second = readTemplate(readFileSync(new URL('../../templates/rfc/2.md', import.meta.url), 'utf8'))
const versions = linkVersions([second, rfc])
const [first] = versions
const kind = {name: 'rfc', ...(first && {template: first}), versions}

const read = (text: string) => factsOf(text, {kind})
const statesOf = (text: string) => read(text).templateMarks.map(mark => `${mark.text}: ${mark.state}`)
const heldTo = (text: string) => read(text).template?.version
const marks = (...words: string[]) => `# A\n${words.map(each => `\n<!-- spec: ${each} -->\n`).join('')}`

describe('which version a document is held to', () => {
  test('that of its comment, and the fact tells where it stands', () => {
    const text = marks('rfc v2')
    const {template} = read(text)
    expect(template).toMatchObject({kind: 'rfc', version: 2})
    expect(template?.position && at(text, template.position)).toBe('<!-- spec: rfc v2 -->')
  })

  test('without one the lowest, whichever new documents are made from', () => {
    expect(read('# A\n').template).toEqual({kind: 'rfc', version: 1})
    const other = {...kind, ...(versions[1] && {template: versions[1]})}
    expect(factsOf('# A\n', {kind: other}).template).toEqual({kind: 'rfc', version: 1})
  })

  test('of several the last one; what says something else before it is told', () => {
    expect(heldTo(marks('rfc v1', 'rfc v2'))).toBe(2)
    expect(statesOf(marks('rfc v1', 'rfc v2', 'rfc v2'))).toEqual([
      'rfc v1: surplus',
      'rfc v2: repeated',
      'rfc v2: held',
    ])
  })

  test('one of another kind counts for nothing, wherever it stands', () => {
    expect(heldTo(marks('rfc v2', 'adr v1'))).toBe(2)
    expect(statesOf(marks('rfc v2', 'adr v1'))).toEqual(['rfc v2: held', 'adr v1: other-kind'])
    const text = marks('rfc v2', 'adr v1')
    const {template, templateMarks} = read(text)
    expect(template?.position && at(text, template.position)).toBe('<!-- spec: rfc v2 -->')
    for (const mark of templateMarks) expect(mark).not.toHaveProperty('extent')
    expect(heldTo(marks('adr v2'))).toBe(1)
  })

  test('what is newer than all, or no version, is told with what is known; the document is read by the nearest', () => {
    const text = marks('rfc v3')
    const [mark] = read(text).templateMarks
    expect(mark).toMatchObject({state: 'unknown', version: 3, allowed: ['rfc v1', 'rfc v2']})
    expect(mark?.extent && at(text, mark.extent)).toBe(text)
    expect(heldTo(text)).toBe(2)
    for (const words of ['rfc', 'rfc 2', 'rfc v', 'rfc v1.0', 'rfc v1234567890', 'rfc latest'])
      expect(statesOf(marks(words))).toEqual([`${words}: unreadable`])
    expect(heldTo(marks('rfc latest'))).toBe(1)
    expect(read(marks('rfc latest')).templateMarks[0]).not.toHaveProperty('version')
    expect(read(marks('rfc latest')).templateMarks[0]).toHaveProperty('extent')
    for (const words of ['rfc v3', 'rfc latest', 'adr v2'])
      expect(read(marks(words)).template).not.toHaveProperty('position')
  })

  test('in a fence, in a quote, in a list, and in other words it is none', () => {
    for (const text of [
      '```\n<!-- spec: rfc v2 -->\n```\n',
      '> <!-- spec: rfc v2 -->\n',
      '- <!-- spec: rfc v2 -->\n',
      '`<!-- spec: rfc v2 -->`\n',
      '<!-- spec: see the rfc v2 -->\n',
      '<!-- spec: rfc v2 and v3 -->\n',
    ])
      expect([heldTo(text), statesOf(text)], text).toEqual([1, []])
  })

  test('an older one whose template is not kept is held to the next one', () => {
    const third: Template = {...second, version: 3}
    const kept = {name: 'rfc', template: third}
    expect(factsOf(marks('rfc v1'), {kind: kept}).template).toMatchObject({kind: 'rfc', version: 3})
    expect(factsOf(marks('rfc v1'), {kind: kept}).templateMarks[0]?.state).toBe('older')
    expect(factsOf(marks('rfc v1'), {kind: kept}).template).toHaveProperty('position')
    expect(factsOf(marks('rfc v4'), {kind: kept}).templateMarks[0]?.state).toBe('unknown')
  })

  test('a kind without a template holds a document to nothing', () => {
    const research = {name: 'research'}
    expect(factsOf('# A\n', {kind: research}).template).toBeUndefined()
    expect(factsOf(marks('rfc v9'), {kind: research}).template).toMatchObject({kind: 'rfc', version: 9})
    expect(factsOf(marks('research'), {kind: research}).templateMarks[0]?.state).toBe('held')
  })
})

describe('what a version has given up', () => {
  const told = (text: string) => read(text).deprecated.map(({part, text: words, instead}) => [part, words, instead])
  const old = '# A\n\n## 8. Migration, Rollout, and Testing\n\n### 8.1 Test Plan\n\nAll of it.\n'

  test('a title that only an earlier one has is the section that took its place', () => {
    const facts = read(`${old}${marks('rfc v2')}`)
    expect(facts.sections['test-plan']?.heading).toBe('8. Migration, Rollout, and Testing')
    expect(told(`${old}${marks('rfc v2')}`)).toEqual([['section', '8. Migration, Rollout, and Testing', 'Test Plan']])
  })

  test('documents of the earlier one have it rightly', () => {
    expect(told(old)).toEqual([])
    expect(read(old).sections['migration-rollout-and-testing']?.heading).toBe('8. Migration, Rollout, and Testing')
  })

  test('where both are there, the new title is the section, and the old one the author’s own', () => {
    expect(told(`${old}\n## 8. Test Plan\n\nMore.\n${marks('rfc v2')}`)).toEqual([])
  })

  const form = (version: number, rows: string, body: string) =>
    readTemplate(
      `<!-- spec-template\nkind: note\nversion: ${version}\nmetadata:\n  source: list\n  rows:\n${rows}\n-->\n\n# [Name]\n\n${body}`,
    )
  const notes = linkVersions([
    form(1, '    - {id: team, label: Team}', '- Team: TBD\n\n## Why\n\nTBD\n\n## Cost\n\nTBD\n'),
    form(
      2,
      '    - {id: owner, label: Owner, was: team}\n    - {id: mail, label: Mail, deprecated: owner}',
      '- Owner: TBD\n\n## Reason\n\n<!-- section\nwas: why\n-->\n\nTBD\n\n## Cost\n\n<!-- section\ndeprecated: reason\n-->\n\nTBD\n',
    ),
  ])
  const note = {name: 'note', ...(notes[0] && {template: notes[0]}), versions: notes}

  test('rows and sections of a kind of one’s own: renamed ones and deprecated ones, each with what takes its place', () => {
    const text = '# A\n\n- Team: core\n- Mail: core@example.org\n\n## Why\n\nSo.\n\n## Cost\n\nNone.\n'
    const facts = factsOf(`${text}\n<!-- spec: note v2 -->\n`, {kind: note})
    expect(facts.metadata.owner?.value).toBe('core')
    expect(facts.deprecated.map(({part, text: words, instead}) => [part, words, instead])).toEqual([
      ['row', 'Team', 'Owner'],
      ['row', 'Mail', 'Owner'],
      ['section', 'Why', 'Reason'],
      ['section', 'Cost', 'Reason'],
    ])
    expect(factsOf(text, {kind: note}).deprecated).toEqual([])
    expect(facts.deprecated.map(({position}) => position.start.line)).toEqual([3, 4, 6, 10])
    const late = '# A\n\n## Cost\n\nNone.\n\n## Why\n\nSo.\n\n### Cost\n\n<!-- spec: note v2 -->\n'
    expect(factsOf(late, {kind: note}).deprecated.map(({text: words}) => words)).toEqual(['Cost', 'Why'])
  })
})
