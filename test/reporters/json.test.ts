import {readFileSync} from 'node:fs'
import {Ajv2020} from 'ajv/dist/2020.js'
import {expect, test} from 'vitest'
import type {Report} from '../../src/lint/index.js'
import {reporters} from '../../src/reporters/index.js'
import {jsonText} from '../../src/text/index.js'
import {contextOf, message, printed, rangeOf, reportOf} from './support.js'

const print = (report: Report, more: Parameters<typeof contextOf>[1] = {}) =>
  printed('json', report, contextOf({}, more))
const schema = JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv2020({allErrors: true, strictTypes: false, strictRequired: false}).compile(schema)

const source = 'Status: Drfat\n'
const range = rangeOf(source, 'Drfat')
const everything = reportOf(
  [
    {
      messages: [
        message(range, {
          ruleId: 'unknown-status',
          expected: ['Draft (WIP)', 'Approved'],
          actual: 'Drfat',
          help: 'Write one of the six',
          suggestions: ['Draft (WIP)'],
          related: [
            {range, reason: 'It stands here'},
            {path: 'team.yaml', range, reason: 'The demand'},
          ],
          url: 'https://example.org/unknown-status.md',
          fix: {title: 'Write the status in full', safe: true, edits: [{range, text: 'Draft (WIP)'}]},
        }),
      ],
      skipped: [{check: 'Owners', reason: 'no git'}],
    },
    {path: 'specs/b.md', status: 'not-checked', reason: 'The file does not exist'},
  ],
  {unclaimed: 3},
)

test('the contract: every field, in this order', () => {
  const point = (column: number) => ({line: 1, column, offset: column - 1})
  const place = {start: point(9), end: point(14)}
  expect(print(everything)).toBe(
    `${JSON.stringify(
      {
        schemaVersion: 1,
        tool: {name: 'specwright', version: '1.2.3'},
        summary: {
          files: 2,
          clean: 0,
          errors: 1,
          warnings: 0,
          infos: 0,
          notChecked: 1,
          skippedChecks: 1,
          unclaimed: 3,
          excepted: 0,
          baselined: 0,
          stale: 0,
        },
        files: [
          {
            path: 'specs/a.md',
            kind: 'rfc',
            status: 'checked',
            messages: [
              {
                ruleId: 'unknown-status',
                severity: 'error',
                reason: 'Unexpected target "x.md", expected a document that exists',
                range: place,
                expected: ['Draft (WIP)', 'Approved'],
                actual: 'Drfat',
                help: 'Write one of the six',
                suggestions: ['Draft (WIP)'],
                related: [
                  {range: place, reason: 'It stands here'},
                  {path: 'team.yaml', range: place, reason: 'The demand'},
                ],
                url: 'https://example.org/unknown-status.md',
                fix: {title: 'Write the status in full', safe: true, edits: [{range: place, text: 'Draft (WIP)'}]},
                schemaPath: 'core#/$defs/dead-citation',
                fingerprint: '0123456789abcdef',
              },
            ],
            skipped: [{check: 'Owners', reason: 'no git'}],
          },
          {
            path: 'specs/b.md',
            kind: 'rfc',
            status: 'not-checked',
            reason: 'The file does not exist',
            messages: [],
            skipped: [],
          },
        ],
      },
      null,
      2,
    )}\n`,
  )
})

test('comes file by file, and is the text of the whole', () => {
  const strange = 'a\u2028b\nc\ud800"'
  const report = reportOf([{messages: [message(range, {reason: strange})]}, {path: 'specs/b.md'}, {path: 'specs/c.md'}])
  const parts = [...(reporters.find(({name}) => name === 'json')?.report(report, contextOf({})) ?? [])]
  expect(parts).toHaveLength(5)
  const data = JSON.parse(parts.join(''))
  expect(data.files[0].messages[0].reason).toBe(strange)
  expect(parts.join('')).toBe(jsonText(data))
  expect(print(reportOf([]))).toBe(jsonText(JSON.parse(print(reportOf([])))))
})

test('the schema holds the report, and knows every field that is printed', () => {
  expect(validate(JSON.parse(print(everything))), JSON.stringify(validate.errors)).toBe(true)
  const strict = new Ajv2020({allErrors: true, strictTypes: false, strictRequired: false}).compile(closed(schema))
  expect(strict(JSON.parse(print(everything))), JSON.stringify(strict.errors)).toBe(true)
})

test('the schema refuses what is no report', () => {
  const wrong: [string, (report: {[key: string]: unknown}) => void][] = [
    ['another version', report => Object.assign(report, {schemaVersion: 2})],
    ['no summary', report => Reflect.deleteProperty(report, 'summary')],
    [
      'no reason of a file that was not checked',
      report => Object.assign(report, {files: [{...fileB, reason: undefined}]}),
    ],
    [
      'an unknown severity',
      report => Object.assign(report, {files: [{...fileB, messages: [{...bare, severity: 'fatal'}]}]}),
    ],
  ]
  for (const [what, change] of wrong) {
    const report = JSON.parse(print(everything))
    change(report)
    expect(validate(JSON.parse(JSON.stringify(report))), what).toBe(false)
  }
})
const fileB = {path: 'b.md', kind: 'rfc', status: 'not-checked', reason: 'x', messages: [], skipped: []}
const bare = {...message(range)}

test('paths are written as their reader expects them, those of related places too', () => {
  const printed = print(everything, {show: path => `../docs/${path}`})
  expect([...printed.matchAll(/"path": "(.*)"/g)].map(match => match[1])).toEqual([
    '../docs/specs/a.md',
    '../docs/team.yaml',
    '../docs/specs/b.md',
  ])
})

test('neither time nor terminal changes a byte', () => {
  expect(print(everything, {elapsed: 1, columns: 40})).toBe(print(everything, {elapsed: 99_999, columns: 200}))
})

test('what could act on a terminal is escaped, and reads back as it was', () => {
  const reason = 'a\x1b[2J\u202e\u2028\x7f\x9b\ufeff\u{e0041}\ud800 日本語 🎉'
  const printed = print(reportOf([{messages: [message(range, {reason})]}]))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  expect(printed).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\ufeff\u{e0041}]/u)
  expect(printed).toContain('日本語 🎉')
  expect(JSON.parse(printed).files[0].messages[0].reason).toBe(reason)
})

/** The schema with every object closed, so that a field without a description is found. */
function closed(node: unknown): object {
  const close = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(close)
    if (value === null || typeof value !== 'object') return value
    const made = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, close(inner)]))
    return 'type' in made && made.type === 'object' ? {...made, additionalProperties: false} : made
  }
  return Object(close(node))
}
