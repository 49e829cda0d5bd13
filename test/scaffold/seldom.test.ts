import {describe, expect, test} from 'vitest'
import {parse, stringify} from '../../src/markdown/index.js'
import {hasPlace} from '../../src/scaffold/address.js'
import {carry, type Ground} from '../../src/scaffold/carry.js'
import {withQuestions} from '../../src/scaffold/fill-questions.js'
import {withBody} from '../../src/scaffold/metadata-form.js'
import {fromCwd, fromRoot} from '../../src/scaffold/paths.js'
import {withoutSuffix} from '../../src/scaffold/title.js'
import {readTemplate} from '../../src/template/index.js'
import {spec} from '../cli/support.js'
import {bareEnvironment, folder} from '../support/folders.js'
import {gates, scaffolded} from './support.js'

describe('places', () => {
  test('of folders and of files of unknown length have no lines', () => {
    expect(hasPlace('src', {type: 'folder'}, {path: 'src', anchor: 'a'} as never)).toBe(false)
    expect(hasPlace('a.md', {type: 'file'}, {path: 'a.md', lastLine: 3} as never)).toBe(false)
    expect(hasPlace('a.md', {type: 'file', lines: 3}, {path: 'a.md', lastLine: 3} as never)).toBe(true)
    expect(hasPlace('a.ts', {type: 'file'}, {path: 'a.ts', lastLine: 3} as never)).toBe(true)
  })

  test('are typed from the top of all, and with the signs of Windows', () => {
    expect(fromRoot({root: '/', cwd: '/x'}, 'a.md')).toBe('x/a.md')
    expect(fromCwd({root: '/', cwd: '/x'}, 'x/a.md')).toBe('a.md')
    const windows = {root: 'C:\\work', cwd: 'C:\\work\\specs'}
    expect(fromRoot(windows, 'a.md')).toBe('specs/a.md')
    expect(fromRoot(windows, '..\\b.md')).toBe('b.md')
    expect(fromRoot(windows, '..\\..\\c.md')).toBeUndefined()
    expect(fromCwd(windows, 'b.md')).toBe('../b.md')
    expect(fromRoot(windows, 'a\0')).toBeUndefined()
  })
})

describe('what is carried over', () => {
  const ground: Ground = {
    from: 'research/a.md',
    to: 'specs/x.md',
    documents: ['research/a.md'],
    folders: ['specs', 'research'],
    entry: () => ({type: 'file', lines: 9, anchors: []}),
  }

  test('keeps pictures of the web, links without words, and addresses in quotation marks', () => {
    expect(carry('![a](https://example.org/a.png)', ground)).toBe('![a](https://example.org/a.png)')
    expect(carry('![a](a.png)', ground)).toBe('![a](../research/a.png)')
    expect(carry('[](a.md)', ground)).toBe('[](../research/a.md)')
    expect(carry('See "www.example.org" and *that*.', ground)).toBe('See "www.example.org" and *that*.')
    expect(carry('One\\\ntwo', ground)).toContain('One')
  })
})

describe('spec scaffold', () => {
  const env = {...bareEnvironment(), NO_COLOR: '1', SOURCE_DATE_EPOCH: String(Date.UTC(2026, 0, 31) / 1000)}
  const files = (count: number) =>
    Object.fromEntries(Array.from({length: count}, (_, index) => [`src/f${index}.ts`, 'x\n']))
  const cites = (count: number) =>
    `# Disks\n\n${Array.from({length: count}, (_, index) => `See \`src/f${index}.ts\`.\n`).join('\n')}`

  test('lists so many files of code, and how many more there are', async () => {
    const {stdout, status} = await spec(
      folder({...files(24), 'research/disks.md': cites(24)}),
      ['scaffold', 'Disks', '--dry-run'],
      {env},
    )
    expect(status).toBe(0)
    expect(stdout).toContain('and 4 more')
    expect(stdout).toContain('Code that it cites (24)')
  })

  test('names folders of research that are not here, or hold nothing', async () => {
    const config = 'research:\n  - {path: private, untracked: true}\n  - research\n'
    const away = await spec(folder({'spec.config.yaml': config, 'research/a.md': '# A\n'}), ['scaffold', 'X'], {env})
    expect(away.stderr).toContain('The research folder "private" is not here')
    const empty = await spec(
      folder({'spec.config.yaml': 'ignore: [research/**]\n', 'research/a.md': '# A\n'}),
      ['scaffold', 'X', '--research', 'research/'],
      {env},
    )
    expect(empty.stderr).toBe('spec: No documents to check in "research/"\n')
  })

  test('takes what is named twice once', async () => {
    const root = folder({'research/a.md': '# Disks\n'})
    const {stdout} = await spec(
      root,
      ['scaffold', 'Disks', '--research', 'research/', '--research', 'research/', '--format', 'json', '--dry-run'],
      {env},
    )
    expect(JSON.parse(stdout).research).toHaveLength(1)
  })
})

describe('questions that are carried over', () => {
  const document = {path: 'research/a.md'} as never
  const question = (more: object) => ({
    id: 'a1',
    sources: [{document, anchor: 'q'}],
    text: 'Which?',
    choices: [],
    resolved: false,
    ...more,
  })
  const shown = (more: object) =>
    stringify({type: 'root', children: withQuestions([], {questions: [question(more)]} as never, 'specs/x.md')})

  test('have their source behind them, whatever they leave open', () => {
    expect(shown({})).toMatchInlineSnapshot(`
      "- [ ] Which? ([a](../research/a.md#q)) <!-- question: a1 -->
      "
    `)
    expect(shown({text: 'What of <!-- this?'})).toMatchInlineSnapshot(`
      "- [ ] What of \\<!-- this? ([a](../research/a.md#q)) <!-- question: a1 -->
      "
    `)
  })

  test('have choices that are plain words', () => {
    expect(shown({choices: ['one', '# two', '- three']})).toMatchInlineSnapshot(`
      "- [ ] Which? ([a](../research/a.md#q)) <!-- question: a1 -->
        - one
        - \\# two
        - \\- three
      "
    `)
  })

  test('and that several ask have the choices of the first one that has some', async () => {
    const ask = (choices: string) => `# R\n\n## Open Questions\n\n- Which gate should it be:\n${choices}`
    const root = gates({
      'research/docs/2026-01-16-a.md': ask('  - north\n'),
      'research/docs/2026-01-17-b.md': ask('  - south\n'),
    })
    const research = ['research/docs/2026-01-16-a.md', 'research/docs/2026-01-17-b.md']
    const {text} = await scaffolded(root, {title: 'Gates', research})
    expect(text).toContain('- north\n')
    expect(text).not.toContain('- south\n')
  })
})

describe('a form of one’s own', () => {
  const template = (source: string) => readTemplate(source, {kind: 'note'})
  const known = {title: 'T', links: [], values: [{field: 'status', value: 'open', source: ''}]} as never

  test('has the value of a row in its section, before whatever stands there', () => {
    const form = template(
      '<!-- spec-template\nmetadata: [{id: status, section: status}]\n-->\n\n# [N]\n\n## Status\n\nx\n',
    )
    const body = (text: string) =>
      stringify({type: 'root', children: withBody(parse(text).children, 'status', form, known)})
    expect(body('- a\n- b\n')).toBe('open\n')
    expect(body('<!-- which? -->\n\n```\ncode\n```\n')).toBe('<!-- which? -->\n\nopen\n\n```\ncode\n```\n')
    expect(body('<!-- which? -->\n')).toBe('<!-- which? -->\n\nopen\n')
  })

  test('whose first label stands within its paragraph has new rows in bold', async () => {
    const source =
      '<!-- spec-template\nmetadata:\n  source: lines\n  rows:\n    - {id: status, label: Status}\n    - {id: owner, label: Owner, optional: true}\n-->\n\n# [N]\n\nOf this document:\n**Status**: x\n\n## A\n'
    const {text} = await scaffolded(gates(), {
      title: 'Gates',
      template: template(source),
      owner: 'Ada',
      noResearch: 'none',
    })
    expect(text).toContain('**Owner**: Ada\n')
  })

  test('without a table asks for what is missing in its metadata', async () => {
    const source =
      '<!-- spec-template\nmetadata:\n  source: list\n  rows:\n    - {id: owner, label: Owner}\n-->\n\n# [N]\n\n- Owner: x\n\n## A\n'
    const {nextSteps} = await scaffolded(gates(), {title: 'Gates', template: template(source), noResearch: 'none'})
    expect(nextSteps[0]).toBe('Fill in the owner in the metadata (--owner next time).')
  })
})

test('a document goes to the root where there are no folders of specs', async () => {
  const {path} = await scaffolded(gates({'spec.config.yaml': 'specs: []\n'}), {title: 'Gates', noResearch: 'none'})
  expect(path).toBe('2026-01-31-gates.md')
})

test('a title that is nothing but the end of one stays', () => {
  const form = {titlePrefix: '', titleSuffix: 'RFC'}
  expect(withoutSuffix('– RFC', form)).toBe('– RFC')
  expect(withoutSuffix('Gates – RFC', form)).toBe('Gates')
})
