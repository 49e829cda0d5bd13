import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {lint} from '../../src/lint/index.js'
import {headingsOf, parse, plain} from '../../src/markdown/index.js'
import {readTemplate} from '../../src/template/index.js'
import {folder} from '../support/folders.js'
import {complaints, filledIn, gates, scaffolded} from './support.js'

const template = readTemplate(readFileSync(new URL('../../templates/rfc/1.md', import.meta.url), 'utf8'))
const headings = (text: string) => headingsOf(parse(text)).map(({node}) => plain(node))

describe('the form', () => {
  test('has the headings of the template in their order, and the appendix', async () => {
    const {text} = await scaffolded(gates())
    const expected = headings(template.source).slice(1)
    expect(headings(text)).toEqual([
      'Parcels at the gate Technical Design Document / RFC',
      ...expected,
      'Research References',
    ])
  })

  test('holds nothing of the template but the form, and says what it was made from', async () => {
    const {text} = await scaffolded(folder(), {title: 'Gates', guidance: 'none'})
    expect(text).not.toMatch(/<!--(?! spec: )/)
    expect(text).toMatch(/\n<!-- spec: rfc v1 -->\n$/)
    expect(text).not.toMatch(/Project Name|Research References/)
    expect(text).toContain('- [ ] TBD')
    expect(text).toContain('```mermaid\n```')
  })

  test('guidance: in comments, as text that lint finds, or not at all', async () => {
    const root = folder()
    const say = template.sections[0]?.guidance[0] ?? ''
    const comment = await scaffolded(root, {title: 'Gates', guidance: 'comment'})
    expect(comment.text).toContain(`<!--\n${say}\n-->`)
    expect(await complaints(comment)).toEqual([])

    const visible = await scaffolded(root, {title: 'Gates', guidance: 'visible'})
    expect(visible.text).toContain(`> ${say.split('\n')[0]}`)
    expect(visible.text).toContain('> **Example:**')
    expect(await complaints(visible)).toContainEqual(expect.stringMatching(/^warning residue: /))

    const none = await scaffolded(root, {title: 'Gates', guidance: 'none'})
    expect(none.text).not.toContain(say.slice(0, 40))
  })

  test("a template of one's own, without comments and with frontmatter", async () => {
    const own = readTemplate(
      '---\nauthor:\nstatus: Open\n---\n\n# [Name] Proposal\n\n## Why\n\n*Instruction: Say why.*\n\n> **Example:** Because.\n\n## How\n\nTBD\n',
      {kind: 'proposal'},
    )
    const {text} = await scaffolded(gates(), {title: 'Gates proposal', template: own, author: 'Ada "A" Example'})
    expect(text).toBe(
      [
        '---\nauthor: "Ada \\"A\\" Example"\nstatus: Open\n---',
        '# Gates Proposal',
        '## Why',
        '<!--\nSay why.\n-->',
        '<!--\nExample:\n\nBecause.\n-->',
        '## How',
        'TBD',
        '<!-- spec: proposal v0 -->\n',
      ].join('\n\n'),
    )
  })

  test('a form without metadata takes none, and nothing is said of what is nowhere', async () => {
    const root = folder({'form.md': '# My own\n\n## Part\n'})
    const template = readTemplate('# My own\n\n## Part\n', {kind: 'note'})
    const {values, nextSteps} = await scaffolded(root, {title: 'x', template})
    expect(values.map(({field}) => field)).toEqual(['title', 'path'])
    expect(nextSteps.join(' ')).not.toContain('in the table')
  })

  test('an optional section is left out', async () => {
    const own = readTemplate(
      '# [Name]\n\n## One\n\n## Two\n\n<!-- section\noptional: true\n-->\n\n### Two A\n\n## Three\n',
    )
    const {text} = await scaffolded(folder(), {title: 'Gates', template: own})
    expect(headings(text)).toEqual(['Gates', 'One', 'Three'])
  })
})

describe('metadata of a form of one’s own', () => {
  const textOf = async (source: string) => {
    const {text, values} = await scaffolded(folder(), {title: 'Gates', template: readTemplate(source)})
    return {text, fields: values.map(({field}) => field)}
  }
  const header = (source: string, ...rows: string[]) =>
    `<!-- spec-template\nstatuses: [Open, Closed]\nmetadata:\n  source: ${source}\n  rows:\n${rows.map(row => `    - {${row}}\n`).join('')}-->`

  test('a row that the form need not have is not added for nothing', async () => {
    const head = header('list', 'id: status, label: Status', 'id: owner, label: Owner, optional: true')
    const {text, fields} = await textOf(`${head}\n\n# [Name]\n\n- Status: x\n\n## A\n`)
    expect(text).toMatch(/^# Gates\n\n- Status: Open\n\n## A\n/)
    expect(fields).toEqual(['title', 'path', 'status'])
  })

  test('labels of frontmatter may have spaces, quotes, another case and other names', async () => {
    const head = header('frontmatter', 'id: status, label: state of it', 'id: dates, label: day, aliases: [datum]')
    for (const [written, expected] of [
      ['state of it: x\nday: y', 'state of it: "Open"\nday: "2026-01-31"'],
      ['"state of it": x\nDay: y', '"state of it": "Open"\nDay: "2026-01-31"'],
      ["'state of it': x\ndatum: y\nurl:x: z", '\'state of it\': "Open"\ndatum: "2026-01-31"\nurl:x: z'],
      ['state of it: x\n\n# why\nday: y', 'state of it: "Open"\n\n# why\nday: "2026-01-31"'],
      ['state of it: |\n  x\n\n  y\nday:', 'state of it: "Open"\nday: "2026-01-31"'],
    ] as const) {
      const {text} = await textOf(`---\n${written}\n---\n\n${head}\n\n# [Name]\n\n## A\n`)
      expect(text.split('\n---\n')[0]).toBe(`---\n${expected}`)
    }
  })

  test('a label of the form counts by any of its names', async () => {
    const head = header('lines', 'id: status, label: Status', 'id: dates, label: Date, aliases: [Datum]')
    const {text} = await textOf(`${head}\n\n# [Name]\n\n**STATUS**: x\n**Datum**: y\n\n## A\n`)
    expect(text).toContain('\n\n**STATUS**: Open\n**Datum**: 2026-01-31\n\n## A')
  })
})

describe('what lint says of it', () => {
  test('nothing but what is to be filled in, all of which goes away when it is', async () => {
    for (const root of [gates(), folder()]) {
      const result = await scaffolded(root, {title: 'Parcels at the gate', author: 'Ada Example'})
      expect(await complaints(result)).toEqual([])
      const {path, workspace} = result
      const before = await lint(result.text, {path, workspace})
      expect(before.messages.length).toBeGreaterThan(10)
      const after = await lint(filledIn(result.text), {path, workspace})
      expect(after.messages.map(({ruleId, reason}) => `${ruleId}: ${reason}`)).toEqual([])
    }
  })

  test('each warning goes away when its own part is filled in', async () => {
    const result = await scaffolded(gates(), {title: 'Parcels at the gate', author: 'root', guidance: 'none'})
    const {path, workspace} = result
    // What is filled in here cites nothing, which is another matter.
    const severities = {'ungrounded-section': 'off'} as const
    const places = async (text: string) =>
      (await lint(text, {path, workspace, severities})).messages.map(({ruleId, reason}) => `${ruleId}: ${reason}`)
    const named = result.text.replace(/\| root +\|/, '| Ada |')
    const before = await places(result.text)
    expect(before.filter(message => message.startsWith('machine-author'))).toHaveLength(1)
    expect(await places(named)).toEqual(before.filter(message => !message.startsWith('machine-author')))

    const sections = named.split(/^(?=#{2,3} )/m)
    for (const [index, section] of sections.entries()) {
      // The list of sources fills its section: nobody says that it were empty.
      if (filledIn(section) === section || section.includes('**Sources:**')) continue
      const others = await places(sections.with(index, filledIn(section)).join(''))
      expect(others.length, section).toBeLessThan(before.length - 1)
    }
  })
})
