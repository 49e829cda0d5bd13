import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {spec} from '../cli/support.js'
import {repository} from '../support/folders.js'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const guide = read('docs/config.md')
const block = (language: string): string =>
  new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(guide)?.[1] ?? ''

/** A repository with the config that the guide shows and all that it names. */
function shown(): string {
  return repository({
    'spec.config.yaml': block('yaml'),
    'base.yaml': 'rules: {unset-value: info}\n',
    'node_modules/@team/spec-config/spec.config.yaml': '',
    'docs/research/a.md': '# A\n',
    'docs/decisions/0001-use-git.md': '# Use git\n\n## Context\n\nSo.\n',
    'forms/adr.md': '# [Title]\n\n## Context\n',
    'forms/adr.schema.yaml': '$ref: specwright:core\n$defs: {}\n',
  })
}

test('the config of the guide is one by its schema, and names every key', () => {
  const schema = JSON.parse(read('schema/config.schema.json'))
  const validate = new Ajv2020({strictTypes: false, strictRequired: false}).compile(schema)
  const config = parse(block('yaml'))
  expect(validate(config), JSON.stringify(validate.errors)).toBe(true)
  expect(Object.keys(config).sort()).toEqual(Object.keys(schema.properties).sort())
})

test('spec config prints of it the lines that the guide shows', async () => {
  const {status, stdout, stderr} = await spec(shown(), ['config'])
  expect([status, stderr]).toEqual([0, ''])
  const lines = stdout.split('\n').map(line => line.split(/ {2,}/))
  const wanted = block('text')
    .trim()
    .split('\n')
    .map(line => line.split(/ {2,}/))
  expect(wanted.length).toBeGreaterThan(3)
  for (const line of wanted) expect(lines).toContainEqual(line)
})

test('a flag wins over the config, and the config over the default', async () => {
  const root = repository({'specs/a.md': '# A\n', 'spec.config.yaml': ''})
  const severityOf = async (...argv: string[]) => {
    const {stdout} = await spec(root, ['lint', '--format', 'json', ...argv])
    const {files} = JSON.parse(stdout)
    return files[0].messages.find(({ruleId}: {ruleId: string}) => ruleId === 'missing-section')?.severity
  }
  expect(await severityOf()).toBe('error')
  writeFileSync(join(root, 'spec.config.yaml'), 'rules: {missing-section: warning}\n')
  expect(await severityOf()).toBe('warning')
  expect(await severityOf('--rule', 'missing-section:info')).toBe('info')
})
