import {readFileSync} from 'node:fs'
import {Ajv2020} from 'ajv/dist/2020.js'
import {expect, test} from 'vitest'
import {jsonText} from '../../src/text/index.js'
import {contextOf, message, printed, rangeOf, reportOf, sample} from './support.js'

// No package carries a schema of it: this one says what GitLab's documentation names, and nothing else.
const schema = JSON.parse(readFileSync(new URL('schemas/gitlab.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv2020({allErrors: true}).compile(schema)

const print = (report = sample.report, more = {}) => printed('gitlab', report, contextOf(sample.sources, more))

test('a Code Quality report', () => {
  expect(print()).toBe(
    jsonText([
      {
        description:
          'Unexpected status "Drfat", expected one of the six\nDid you mean "Draft (WIP)"?\nBegin the cell with one of the statuses',
        check_name: 'unknown-status',
        fingerprint: '74c1aa6c19b44a2e',
        severity: 'minor',
        location: {
          path: 'specs/a.md',
          lines: {
            begin: 1,
            end: 1,
          },
        },
      },
      {
        description: 'Unexpected citation of "gone.md", expected a document that exists',
        check_name: 'dead-citation',
        fingerprint: '8b2aecb8bf2184ee',
        severity: 'major',
        location: {
          path: 'specs/a.md',
          lines: {
            begin: 2,
            end: 2,
          },
        },
      },
      {
        description: 'Unexpected link\nFix: Write both links anew (--fix)',
        check_name: 'root-relative-link',
        fingerprint: '8bade089fe5d5275',
        severity: 'info',
        location: {
          path: 'specs/a.md',
          lines: {
            begin: 2,
            end: 3,
          },
        },
      },
      {
        description: 'Not checked: The file is too large',
        check_name: 'not-checked',
        fingerprint: 'ee8122202a275fbf',
        severity: 'blocker',
        location: {
          path: 'specs/b.md',
          lines: {
            begin: 1,
          },
        },
      },
    ]),
  )
  expect(print(reportOf([{}]))).toBe('[]\n')
})

test('the schema holds it', () => {
  expect(validate(JSON.parse(print())), JSON.stringify(validate.errors)).toBe(true)
  expect(validate([{...JSON.parse(print())[0], severity: 'error'}])).toBe(false)
})

const fingerprints = (report = sample.report, more = {}): string[] =>
  JSON.parse(print(report, more)).map((issue: {fingerprint: string}) => issue.fingerprint)

test('a fingerprint is unique in the report, for the path is mixed in', () => {
  const found = message(rangeOf('x', 'x'))
  const all = fingerprints(reportOf([{messages: [found]}, {path: 'specs/b.md', messages: [found]}]))
  expect(new Set(all).size).toBe(2)
})

test('neither lines nor words change it, nor the folder that one works in', () => {
  const moved = message(rangeOf('\n\nx', 'x'), {reason: 'Other words'})
  expect(fingerprints(reportOf([{messages: [moved]}]))).toEqual(
    fingerprints(reportOf([{messages: [message(rangeOf('x', 'x'))]}])),
  )
  expect(fingerprints(sample.report, {show: (path: string) => `../${path}`})).toEqual(fingerprints())
})
