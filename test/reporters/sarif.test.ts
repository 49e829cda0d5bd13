import {createRequire} from 'node:module'
import {Ajv, type AnySchema} from 'ajv'
import {expect, test} from 'vitest'
import {jsonText} from '../../src/text/index.js'
import {contextOf, message, printed, RULES, rangeOf, reportOf, sample} from './support.js'

// Written in draft 4; what it uses means the same in draft 7, but for the name of its own address.
const {
  $schema: _draft,
  id: _id,
  ...published
} = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
const ajv = new Ajv({allErrors: true, strict: false, unicodeRegExp: false})
ajv.addFormat('uri', value => URL.canParse(value))
ajv.addFormat(
  'uri-reference',
  value => /^(?:[\w.~:/?#@!$&'()*+,;=-]|%[0-9A-F]{2})*$/.test(value) && URL.canParse(value, 'file:///'),
)
ajv.addFormat('date-time', value => !Number.isNaN(Date.parse(value)))
const schema: AnySchema = published
const validate = ajv.compile(schema)

const print = (report = sample.report, more = {}) =>
  printed('sarif', report, contextOf(sample.sources, {rules: RULES, ...more}))
const faults = (text: string) => (validate(JSON.parse(text)) ? [] : validate.errors)

test('rules, results with fixes and fingerprints, and what was not checked', () => {
  expect(print()).toBe(
    jsonText({
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'specwright',
              version: '1.2.3',
              semanticVersion: '1.2.3',
              rules: [
                {
                  id: 'dead-citation',
                  name: 'DeadCitation',
                  shortDescription: {
                    text: 'A cited document exists',
                  },
                  fullDescription: {
                    text: 'Nobody can check what is not there.',
                  },
                  help: {
                    text: 'Mend the path',
                  },
                  helpUri: 'https://example.org/docs/rules/dead-citation.md',
                  defaultConfiguration: {
                    level: 'error',
                  },
                  properties: {
                    tags: ['documentation'],
                    'problem.severity': 'error',
                  },
                },
                {
                  id: 'unknown-status',
                  name: 'UnknownStatus',
                  shortDescription: {
                    text: 'The status is one of the six',
                  },
                  fullDescription: {
                    text: 'Or nobody knows it.',
                  },
                  help: {
                    text: 'Or nobody knows it.',
                  },
                  defaultConfiguration: {
                    level: 'warning',
                  },
                  properties: {
                    tags: ['documentation'],
                    'problem.severity': 'warning',
                  },
                },
                {
                  id: 'root-relative-link',
                  name: 'RootRelativeLink',
                  shortDescription: {
                    text: 'Links resolve',
                  },
                  fullDescription: {
                    text: 'On the web, too.',
                  },
                  help: {
                    text: 'On the web, too.',
                  },
                  defaultConfiguration: {
                    level: 'note',
                  },
                  properties: {
                    tags: ['documentation'],
                    'problem.severity': 'recommendation',
                  },
                },
                {
                  id: 'drifted-citation',
                  name: 'DriftedCitation',
                  shortDescription: {
                    text: 'Code is as cited',
                  },
                  fullDescription: {
                    text: 'It was once.',
                  },
                  help: {
                    text: 'It was once.',
                  },
                  defaultConfiguration: {
                    enabled: false,
                  },
                  properties: {
                    tags: ['documentation'],
                    'problem.severity': 'recommendation',
                  },
                },
              ],
              notifications: [
                {
                  id: 'not-checked',
                  shortDescription: {
                    text: 'A document could not be checked',
                  },
                },
                {
                  id: 'skipped-check',
                  shortDescription: {
                    text: 'A check had to be skipped',
                  },
                },
                {
                  id: 'note',
                  shortDescription: {
                    text: 'Something to know of the run',
                  },
                },
                {
                  id: 'problem',
                  shortDescription: {
                    text: 'The command line or the settings could not be followed',
                  },
                },
              ],
            },
          },
          invocations: [
            {
              executionSuccessful: false,
              toolExecutionNotifications: [
                {
                  descriptor: {
                    id: 'skipped-check',
                  },
                  level: 'warning',
                  message: {
                    text: 'Cited code: no git',
                  },
                  locations: [
                    {
                      physicalLocation: {
                        artifactLocation: {
                          uri: 'specs/a.md',
                          uriBaseId: '%SRCROOT%',
                        },
                      },
                    },
                  ],
                },
                {
                  descriptor: {
                    id: 'not-checked',
                  },
                  level: 'error',
                  message: {
                    text: 'Not checked: The file is too large',
                  },
                  locations: [
                    {
                      physicalLocation: {
                        artifactLocation: {
                          uri: 'specs/b.md',
                          uriBaseId: '%SRCROOT%',
                        },
                      },
                    },
                  ],
                },
              ],
            },
          ],
          originalUriBaseIds: {
            '%SRCROOT%': {
              description: {
                text: 'The top level of the repository',
              },
            },
          },
          columnKind: 'utf16CodeUnits',
          newlineSequences: ['\r\n', '\n', '\r'],
          properties: {
            excepted: 2,
            baselined: 0,
            stale: 0,
            unclaimed: 1,
          },
          results: [
            {
              ruleId: 'unknown-status',
              ruleIndex: 1,
              level: 'warning',
              message: {
                text: 'Unexpected status "Drfat", expected one of the six\nDid you mean "Draft (WIP)"?\nBegin the cell with one of the statuses',
              },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: {
                      uri: 'specs/a.md',
                      uriBaseId: '%SRCROOT%',
                    },
                    region: {
                      startLine: 1,
                      startColumn: 9,
                      endLine: 1,
                      endColumn: 14,
                    },
                  },
                },
              ],
              partialFingerprints: {
                'specwright/v1': 'aaaaaaaaaaaaaaaa',
              },
            },
            {
              ruleId: 'dead-citation',
              ruleIndex: 0,
              level: 'error',
              message: {
                text: 'Unexpected citation of "gone.md", expected a document that exists',
              },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: {
                      uri: 'specs/a.md',
                      uriBaseId: '%SRCROOT%',
                    },
                    region: {
                      startLine: 2,
                      startColumn: 12,
                      endLine: 2,
                      endColumn: 19,
                    },
                  },
                },
              ],
              partialFingerprints: {
                'specwright/v1': 'bbbbbbbbbbbbbbbb',
              },
              relatedLocations: [
                {
                  id: 1,
                  physicalLocation: {
                    artifactLocation: {
                      uri: 'specs/a.md',
                      uriBaseId: '%SRCROOT%',
                    },
                    region: {
                      startLine: 1,
                      startColumn: 1,
                      endLine: 1,
                      endColumn: 7,
                    },
                  },
                  message: {
                    text: 'It belongs to this',
                  },
                },
                {
                  id: 2,
                  physicalLocation: {
                    artifactLocation: {
                      uri: 'team%20rules.yaml',
                      uriBaseId: '%SRCROOT%',
                    },
                    region: {
                      startLine: 1,
                      startColumn: 1,
                      endLine: 1,
                      endColumn: 7,
                    },
                  },
                  message: {
                    text: 'The demand',
                  },
                },
              ],
            },
            {
              ruleId: 'root-relative-link',
              ruleIndex: 2,
              level: 'note',
              message: {
                text: 'Unexpected link\nFix: Write both links anew (--fix)',
              },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: {
                      uri: 'specs/a.md',
                      uriBaseId: '%SRCROOT%',
                    },
                    region: {
                      startLine: 2,
                      startColumn: 20,
                      endLine: 3,
                      endColumn: 5,
                    },
                  },
                },
              ],
              partialFingerprints: {
                'specwright/v1': 'cccccccccccccccc',
              },
              fixes: [
                {
                  description: {
                    text: 'Write both links anew',
                  },
                  properties: {
                    safe: true,
                  },
                  artifactChanges: [
                    {
                      artifactLocation: {
                        uri: 'specs/a.md',
                        uriBaseId: '%SRCROOT%',
                      },
                      replacements: [
                        {
                          deletedRegion: {
                            startLine: 3,
                            startColumn: 1,
                            endLine: 3,
                            endColumn: 5,
                          },
                          insertedContent: {
                            text: 'é.md',
                          },
                        },
                        {
                          deletedRegion: {
                            startLine: 3,
                            startColumn: 7,
                            endLine: 3,
                            endColumn: 11,
                          },
                        },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    }),
  )
})

test('the published schema holds it', () => {
  expect(faults(print())).toEqual([])
  expect(faults(print(reportOf([])))).toEqual([])
  expect(
    faults(
      print(reportOf([{}]))
        .replace('"uriBaseId"', '"base"')
        .replace('"2.1.0"', '"2.0.0"'),
    ),
  ).not.toEqual([])
  expect(faults(print().replace('"level": "note"', '"level": "info"'))).not.toEqual([])
})

test('a run in which something could not be done was not successful', () => {
  const invocation = (report = sample.report) => JSON.parse(print(report)).runs[0].invocations[0]
  expect(invocation(reportOf([{}]))).toEqual({executionSuccessful: true})
  const report = {...reportOf([{}]), notes: [{code: 'x', text: 'A note'}], problems: ['"gone.md" does not exist']}
  expect(invocation(report)).toEqual({
    executionSuccessful: false,
    toolExecutionNotifications: [{descriptor: {id: 'note'}, level: 'note', message: {text: 'A note'}}],
    toolConfigurationNotifications: [
      {descriptor: {id: 'problem'}, level: 'error', message: {text: '"gone.md" does not exist'}},
    ],
  })
})

test('every result points at its rule', () => {
  const [{results, tool}] = JSON.parse(print()).runs
  for (const {ruleId, ruleIndex} of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
})

test('paths are encoded; one outside of the repository is an address', () => {
  const uriOf = (path: string) =>
    JSON.parse(print(reportOf([{path, messages: [message(rangeOf('x', 'x'))]}]))).runs[0].results[0].locations[0]
      .physicalLocation.artifactLocation
  expect(uriOf('a b/ü#1%?.md')).toEqual({uri: 'a%20b/%C3%BC%231%25%3F.md', uriBaseId: '%SRCROOT%'})
  expect(uriOf('c:x.md')).toEqual({uri: 'c%3Ax.md', uriBaseId: '%SRCROOT%'})
  expect(uriOf('/tmp/a b.md')).toEqual({uri: 'file:///tmp/a%20b.md'})
  expect(uriOf('C:/a b.md')).toEqual({uri: 'file:///C:/a%20b.md'})
})

test('words that SARIF would read as a link or a placeholder stay words', () => {
  const reason = 'Unexpected "[here](gone.md)" and "{0}"'
  const [{results}] = JSON.parse(print(reportOf([{messages: [message(rangeOf('x', 'x'), {reason})]}]))).runs
  expect(results[0].message.text).toBe('Unexpected "[here\\](gone.md)" and "{{0}}"')
})
