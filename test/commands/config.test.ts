import {describe, expect, test} from 'vitest'
import {spec} from '../cli/support.js'
import {folder} from '../support/folders.js'

const TEMPLATE = '# [Title]\n\n## Context\n\n## Decision\n\n## Consequences\n'
const SCHEMA = `$ref: specwright:core
$defs:
  missing-part:
    title: A decision has its parts
    description: Each answers a question.
    severity: error
    message: Missing section "{missing}", expected it here
    properties:
      sections:
        required: [context, decision, consequences]
`
const CONFIG = `kinds:
  adr:
    files: adr/*.md
    template: forms/adr.md
    schema: forms/adr.yaml
rules:
  dead-citation: warning
`
const DECISION = '# Use git\n\n## Context\n\nSee [r](research/none.md).\n\n## Decision\n\nGit.\n'

const workspace = (files: Record<string, string> = {}) =>
  folder({
    'spec.config.yaml': CONFIG,
    'forms/adr.md': TEMPLATE,
    'forms/adr.yaml': SCHEMA,
    'adr/1.md': DECISION,
    ...files,
  })

describe('a kind of one’s own', () => {
  test('is checked by its template and schema, with the severities of the config', async () => {
    const {status, stdout} = await spec(workspace(), ['lint', '--format', 'json'])
    const {files, summary} = JSON.parse(stdout)
    expect([status, summary.errors, summary.warnings]).toEqual([1, 1, 1])
    expect(files[0]).toMatchObject({path: 'adr/1.md', kind: 'adr'})
    expect(files[0].messages.map((message: {ruleId: string}) => message.ruleId)).toEqual([
      'dead-citation',
      'missing-part',
    ])
  })

  test('without a schema is held to what holds for every document', async () => {
    const root = workspace({'spec.config.yaml': CONFIG.replace('    schema: forms/adr.yaml\n', '')})
    const {stdout} = await spec(root, ['lint', '--format', 'json'])
    expect(JSON.parse(stdout).files[0].messages.map((message: {ruleId: string}) => message.ruleId)).toEqual([
      'dead-citation',
    ])
  })

  test('is known to rules, facts, citations and --kind', async () => {
    const root = workspace({'notes/x.md': DECISION})
    expect((await spec(root, ['rules', '--kind', 'adr'])).stdout).toContain('missing-part')
    expect(JSON.parse((await spec(root, ['facts', 'adr/1.md'])).stdout).kind).toBe('adr')
    expect((await spec(root, ['citations', 'adr/1.md'])).stdout).toContain('missing')
    expect((await spec(root, ['lint', 'notes/x.md', '--kind', 'adr'])).stdout).toContain('missing-part')
    const {status, stderr} = await spec(root, ['lint', '--kind', 'adrs'])
    expect([status, stderr]).toEqual([2, expect.stringContaining('Did you mean "adr"?')])
  })

  test.each([
    ['a template that is not there', {'spec.config.yaml': CONFIG.replace('adr.md', 'nope.md')}, 'spec.config.yaml:4'],
    ['a template without sections', {'forms/adr.md': '# x\n'}, 'forms/adr.md:1'],
    ['a schema that is none', {'forms/adr.yaml': 'x: [\n'}, 'forms/adr.yaml:2'],
    ['a schema in a circle', {'forms/adr.yaml': '$id: x\n$ref: x\n'}, 'forms/adr.yaml'],
    ['a rule that is not there', {'spec.config.yaml': `${CONFIG}  reside: off\n`}, 'spec.config.yaml:8'],
    [
      'no template',
      {'spec.config.yaml': CONFIG.replace('    template: forms/adr.md\n', '')},
      'Unexpected kind "adr" without a template',
    ],
  ])('%s is told with its place, exit status 2', async (_what, files, words) => {
    const {status, stderr, stdout} = await spec(workspace(files), ['lint'])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(words)
    expect(stderr).toContain('The settings cannot be used: 1 error')
  })
})

describe('spec config', () => {
  test('prints what holds and where it was said', async () => {
    const root = workspace()
    const {status, stdout} = await spec(root, ['config'])
    expect(status).toBe(0)
    expect(stdout.replace(root, '<root>').replace(/ +/g, ' ')).toMatchInlineSnapshot(`
      "root <root> default
      specs specs default
      research research default
      ignore none default
      kinds/adr/files adr/*.md spec.config.yaml:3
      kinds/adr/ignore none default
      kinds/adr/template forms/adr.md spec.config.yaml:4
      kinds/adr/schema forms/adr.yaml spec.config.yaml:5
      kinds/rfc/files specs/**/*.md default
      kinds/rfc/ignore **/{README,Readme,readme,INDEX,Index,index,_index}.md default
      kinds/research/files research/**/*.md default
      kinds/research/ignore none default
      rules/dead-citation warning spec.config.yaml:7
      "
    `)
  })

  test('as JSON', async () => {
    const {stdout} = await spec(workspace(), ['config', '--format', 'json'])
    const {schemaVersion, settings} = JSON.parse(stdout)
    expect(schemaVersion).toBe(1)
    expect(settings).toContainEqual({
      key: 'rules/dead-citation',
      value: 'warning',
      source: 'config',
      path: 'spec.config.yaml',
      line: 7,
    })
    expect(settings).toContainEqual({key: 'specs', value: ['specs'], source: 'default'})
  })

  test('of a file, and of a rule for it', async () => {
    const root = workspace()
    expect((await spec(root, ['config', 'adr/new.md'])).stdout).toMatch(/kind +adr +spec\.config\.yaml:3/)
    expect((await spec(root, ['config', 'x.txt'])).stdout).toMatch(/kind +none claims it/)
    expect((await spec(root, ['config', 'adr/1.md', 'dead-citation'])).stdout).toMatch(
      /rules\/dead-citation +warning +spec\.config\.yaml:7/,
    )
    expect((await spec(root, ['config', 'specs/a.md', 'residue'])).stdout).toMatch(/rules\/residue +\S.* +default/)
    const {status, stderr} = await spec(root, ['config', 'adr/1.md', 'dead-citations'])
    expect([status, stderr]).toEqual([2, expect.stringContaining('Did you mean "dead-citation" or')])
  })

  test('of a rule of a schema of one’s own, the line that says how bad it is', async () => {
    const root = workspace()
    const asked = ['config', 'adr/1.md', 'missing-part']
    expect((await spec(root, asked)).stdout).toMatch(/rules\/missing-part +error +forms\/adr\.yaml:3/)
    const {settings} = JSON.parse((await spec(root, [...asked, '--format', 'json'])).stdout)
    expect(settings.at(-1)).toEqual({
      key: 'rules/missing-part',
      value: 'error',
      source: 'schema',
      path: 'forms/adr.yaml',
      line: 3,
    })
  })

  test('of a file that two kinds claim, which is no answer', async () => {
    const root = workspace({
      'spec.config.yaml': `kinds:\n  note: {files: "**/1.md", template: forms/adr.md}\n${CONFIG.slice(7)}`,
    })
    const {status, stdout, stderr} = await spec(root, ['config', 'adr/1.md'])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toBe(
      'spec: "adr/1.md" is claimed by several kinds of the config: note (spec.config.yaml:2), adr (spec.config.yaml:4)\n',
    )
  })

  test('a config that cannot be used is told with its lines', async () => {
    const {status, stderr} = await spec(workspace({'spec.config.yaml': 'rules:\n  residue: of\n'}), ['config'])
    expect(status).toBe(2)
    expect(stderr).toContain('spec.config.yaml:2:3')
    expect(stderr).toContain('did you mean: "off"?')
  })
})
