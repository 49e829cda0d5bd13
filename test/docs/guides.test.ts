import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {baselineText, checkSchema, readBaseline} from '../../src/lint/index.js'
import {parseConfig} from '../../src/workspace/config/read.js'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const blocks = (path: string): string[] =>
  [...read(path).matchAll(/^```json\n([\s\S]*?)^```/gm)].map(match => match[1] ?? '')

test('the rule that CONTRIBUTING shows is the one of the schema', () => {
  const [entry = ''] = blocks('CONTRIBUTING.md')
  const {$defs} = JSON.parse(read('schema/core.schema.json')) as {$defs: Record<string, unknown>}
  expect(JSON.parse(`{${entry}}`)).toEqual({'multiple-titles': $defs['multiple-titles']})
})

test('the schema that the README shows has no problem', async () => {
  const [text = ''] = blocks('README.md')
  expect(await checkSchema({text, path: 'team.schema.json'})).toEqual([])
})

test('the config that the README shows can be used', () => {
  const [, text = ''] = /^```yaml\n([\s\S]*?)^```/m.exec(read('README.md')) ?? []
  const config = parseConfig('/spec.config.yaml', text)
  expect(config).not.toHaveProperty('problems')
  expect(config).toMatchObject({data: {specs: ['docs/rfcs'], kinds: {adr: {template: ['forms/adr.md']}}}})
})

test('the baseline that the guide shows can be read, and is in order', () => {
  const [text = ''] = blocks('docs/legacy.md')
  const reading = readBaseline(text)
  expect(reading).toMatchObject({ok: true})
  if (reading.ok) expect(baselineText(reading.baseline)).toBe(text)
})
