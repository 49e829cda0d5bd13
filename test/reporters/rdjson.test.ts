import {Validator} from '@umbrelladocs/rdformat-validator'
import {expect, test} from 'vitest'
import {jsonText} from '../../src/text/index.js'
import {contextOf, message, printed, rangeOf, reportOf, sample} from './support.js'

const print = (report = sample.report, sources = sample.sources) => printed('rdjson', report, contextOf(sources))
const validator = new Validator({strictMode: true})

test('diagnostics with byte columns; the edits of a fix are one suggestion', () => {
  expect(print()).toBe(
    jsonText({
      source: {
        name: 'specwright',
      },
      diagnostics: [
        {
          message:
            'Unexpected status "Drfat", expected one of the six\nDid you mean "Draft (WIP)"?\nBegin the cell with one of the statuses',
          location: {
            path: 'specs/a.md',
            range: {
              start: {
                line: 1,
                column: 12,
              },
              end: {
                line: 1,
                column: 17,
              },
            },
          },
          severity: 'WARNING',
          code: {
            value: 'unknown-status',
          },
        },
        {
          message: 'Unexpected citation of "gone.md", expected a document that exists',
          location: {
            path: 'specs/a.md',
            range: {
              start: {
                line: 2,
                column: 19,
              },
              end: {
                line: 2,
                column: 26,
              },
            },
          },
          severity: 'ERROR',
          code: {
            value: 'dead-citation',
            url: 'https://example.org/docs/rules/dead-citation.md',
          },
        },
        {
          message: 'Unexpected link\nFix: Write both links anew (--fix)',
          location: {
            path: 'specs/a.md',
            range: {
              start: {
                line: 2,
                column: 27,
              },
              end: {
                line: 3,
                column: 5,
              },
            },
          },
          severity: 'INFO',
          code: {
            value: 'root-relative-link',
          },
          suggestions: [
            {
              range: {
                start: {
                  line: 3,
                  column: 1,
                },
                end: {
                  line: 3,
                  column: 11,
                },
              },
              text: 'é.md, ',
            },
          ],
        },
        {
          message: 'Not checked: The file is too large',
          location: {
            path: 'specs/b.md',
          },
          severity: 'ERROR',
          code: {
            value: 'not-checked',
          },
        },
      ],
    }),
  )
  expect(print(reportOf([{}]))).toBe(jsonText({source: {name: 'specwright'}, diagnostics: []}))
})

test('it is the format of reviewdog', () => {
  expect(validator.validate(JSON.parse(print()))).toMatchObject({valid: true, errors: []})
  expect(validator.validate({diagnostics: [{message: 'x'}]}).valid).toBe(false)
})

test('columns cut the bytes of the line as the range cuts its text', () => {
  const source = '\uFEFFé日🎉 wrong\r\n日x wrong too\n'
  const [first, second] = JSON.parse(
    print(reportOf([{messages: [message(rangeOf(source, 'wrong')), message(rangeOf(source, 'wrong too'))]}]), {
      'specs/a.md': source,
    }),
  ).diagnostics.map((diagnostic: {location: {range: object}}) => diagnostic.location.range)
  const lines = Buffer.from(source).toString('latin1').split('\r\n')
  const cut = (line: string | undefined, range: {start: {column: number}; end: {column: number}}) =>
    line?.slice(range.start.column - 1, range.end.column - 1)
  expect(cut(lines[0], first)).toBe('wrong')
  expect(cut(lines[1], second)).toBe('wrong too')
})

test('without the text lines are told, and no suggestion, which could go wrong', () => {
  const {diagnostics} = JSON.parse(print(sample.report, {}))
  expect(diagnostics[2].location.range).toEqual({start: {line: 2}, end: {line: 3}})
  expect(diagnostics[2]).not.toHaveProperty('suggestions')
})
