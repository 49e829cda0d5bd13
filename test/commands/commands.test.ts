import {readFileSync} from 'node:fs'
import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, test} from 'vitest'
import {doubtful, sound} from '../cli/documents.js'
import {spec} from '../cli/support.js'
import {folder} from '../support/folders.js'

const validator = (name: string) =>
  new Ajv2020({strictTypes: false, strictRequired: false}).compile(
    JSON.parse(readFileSync(new URL(`../../schema/${name}.schema.json`, import.meta.url), 'utf8')),
  )

describe('spec facts', () => {
  test('prints what the schema of facts describes', async () => {
    const root = folder({'specs/a.md': sound})
    const {status, stdout, stderr} = await spec(root, ['facts', 'specs/a.md'])
    const facts = JSON.parse(stdout)
    const isFacts = validator('facts')
    expect(isFacts(facts), JSON.stringify(isFacts.errors)).toBe(true)
    expect(facts).toMatchObject({schemaVersion: 1, path: 'specs/a.md', kind: 'rfc', title: {text: expect.any(String)}})
    expect(Object.keys(facts)[0]).toBe('schemaVersion')
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
  })

  test('reads standard input', async () => {
    const root = folder()
    const {stdout} = await spec(root, ['facts', '-', '--stdin-filename', 'specs/a.md'], {input: sound})
    expect(JSON.parse(stdout).path).toBe('specs/a.md')
  })

  test('tells why a document cannot be read, with exit status 2', async () => {
    const root = folder({'a.md': new Uint8Array([0xff]), 'b.md': '> '.repeat(5000), 'specs/c.md': sound})
    const line = (argv: string[]) => spec(root, ['facts', ...argv])
    expect(await line(['gone.md'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'spec: "gone.md" cannot be read: The file does not exist\n',
    })
    for (const argv of [['a.md'], ['b.md'], ['specs'], ['specs/c.md', '--max-size', '10']]) {
      const {status, stdout, stderr} = await line(argv)
      expect(stderr).toMatch(/^spec: "[^"]+" cannot be read: [^\n]+\n$/)
      expect({status, stdout}).toEqual({status: 2, stdout: ''})
    }
  })
})

describe('spec rules', () => {
  test('lists the rules of each kind with title and severity', async () => {
    const {status, stdout} = await spec('/', ['rules'])
    expect(stdout).toMatch(/^rfc\n/)
    expect(stdout).toMatch(/^ {2}dead-citation +error +\S/m)
    expect(stdout).toMatch(/^ {2}empty-section +warning\/error +\S/m)
    expect(stdout).toMatch(/^research\n {2}research-/m)
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
    expect(status).toBe(0)
  })

  test('of one kind, and as json of its schema', async () => {
    expect((await spec('/', ['rules', '--kind', 'research'])).stdout).not.toContain('dead-citation')
    const {stdout} = await spec('/', ['rules', '--format', 'json'])
    const data = JSON.parse(stdout)
    const isRules = validator('rules')
    expect(isRules(data), JSON.stringify(isRules.errors)).toBe(true)
    expect(data.rules).toContainEqual(expect.objectContaining({id: 'dead-citation', severity: 'error', kind: 'rfc'}))
    expect(Object.keys(data.rules[0]).slice(0, 5)).toEqual(['id', 'title', 'description', 'severity', 'kind'])
  })

  test('with a schema of one’s own: a rule more, a rule less', async () => {
    const team = `$ref: specwright:rfc
$defs:
  dead-citation: true
  risks:
    title: A spec tells its risks
    description: Somebody must have thought of them.
    severity: info
    message: No risks
    properties: {sections: {required: [risks]}}
`
    const root = folder({'team.yaml': team})
    const {stdout} = await spec(root, ['rules', '--schema', 'team.yaml', '--format', 'json'])
    const ids = JSON.parse(stdout).rules.map((rule: {id: string}) => rule.id)
    expect(ids).toContain('risks')
    expect(ids).not.toContain('dead-citation')
  })
})

describe('spec explain', () => {
  test('tells what and why, and shows a document that fails with its messages and one that passes', async () => {
    const {status, stdout} = await spec('/', ['explain', 'unknown-status'])
    const parts = ['unknown-status: error\n', 'A document that fails\n\n  1 │ ', 'A document that passes\n\n  1 │ ']
    for (const part of parts) expect(stdout).toContain(part)
    expect(stdout).toMatch(/^ {2}\d+:\d+ error: Unexpected status/m)
    expect(stdout).toMatch(/^(It fires on|On real documents)/m)
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
    expect(status).toBe(0)
  })

  test('every rule that is listed can be explained', async () => {
    const {stdout} = await spec('/', ['rules', '--format', 'json'])
    for (const {id} of JSON.parse(stdout).rules) {
      const explained = await spec('/', ['explain', id])
      expect(explained, id).toMatchObject({status: 0, stderr: ''})
      expect(explained.stdout.startsWith(`${id}: `)).toBe(true)
    }
  })

  test('a rule that is not there, with a did-you-mean', async () => {
    const line = 'spec: Unknown rule "dead-citaton". Did you mean "dead-citation" or "dead-code-citation"?\n'
    expect(await spec('/', ['explain', 'dead-citaton'])).toEqual({status: 2, stdout: '', stderr: line})
    expect((await spec('/', ['explain', 'constructor'])).stderr).toBe(
      'spec: Unknown rule "constructor", see "spec rules"\n',
    )
  })
})

describe('spec schema check', () => {
  const check = (text: string) => spec(folder({'team.yaml': text}), ['schema', 'check', 'team.yaml'])

  test('one that can be used', async () => {
    const text = '$ref: specwright:rfc\n$defs:\n  dead-citation: true\n'
    expect(await check(text)).toEqual({status: 0, stdout: 'team.yaml: no problems.\n', stderr: ''})
  })

  test('a rule that can never fire is a warning, at its line', async () => {
    const {status, stdout} = await check(`$ref: specwright:rfc
$defs:
  risks:
    title: A spec tells its risks
    description: Somebody must have thought of them.
    severity: error
    message: No risks
    properties: {sectoins: {required: [risks]}}
`)
    expect(stdout).toContain('┌─ team.yaml:8:18\n8 │     properties: {sectoins: {required: [risks]}}\n')
    expect(stdout).toContain('did you mean: "sections"?')
    expect(stdout).toMatch(/\nteam\.yaml: \d+ warnings?\.\n$/)
    expect(status).toBe(0)
  })

  test('one that cannot be used has errors, and exit status 1', async () => {
    const {status, stdout, stderr} = await check('properties: {}\n')
    expect(stdout).toMatch(/^error: [\s\S]+ ┌─ team\.yaml:1:1\n[\s\S]+\nteam\.yaml: \d+ errors?/)
    expect({status, stderr}).toEqual({status: 1, stderr: ''})
    expect((await check('{')).status).toBe(1)
  })

  test('one that cannot be read is exit status 2', async () => {
    const {status, stderr} = await spec(folder(), ['schema', 'check', 'team.yaml'])
    expect({status, stderr}).toEqual({
      status: 2,
      stderr: 'spec: The schema "team.yaml" cannot be used: The file does not exist\n',
    })
  })
})

describe('spec schema print', () => {
  test('prints a schema that holds the facts of a sound document, and not those of another', async () => {
    const root = folder({'specs/a.md': sound, 'specs/b.md': doubtful})
    const {status, stdout} = await spec(root, ['schema', 'print'])
    expect(status).toBe(0)
    const schema = JSON.parse(stdout)
    expect(Object.keys(schema.$defs)).toContain('missing-section')
    const research = JSON.parse((await spec(root, ['schema', 'print', '--kind', 'research'])).stdout)
    expect(Object.keys(research.$defs)).not.toContain('missing-section')
  })

  test('with the changes of one’s own schema', async () => {
    const team =
      '$ref: specwright:rfc\n$defs:\n  summary-too-long:\n    $ref: specwright:rfc#/$defs/summary-too-long\n    severity: error\n'
    const root = folder({'team.yaml': team})
    const {stdout} = await spec(root, ['schema', 'print', '--schema', 'team.yaml'])
    expect(JSON.parse(stdout).$defs['summary-too-long'].severity).toBe('error')
    expect((await spec(root, ['schema', 'print', '--kind', 'rcf'])).stderr).toContain('Did you mean "rfc"?')
  })
})
