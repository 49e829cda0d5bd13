import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {lintFiles} from '../../src/lint/index.js'
import type {Report} from '../../src/lint/types.js'
import {contextOf, printed} from '../reporters/support.js'
import {corpus, truth} from '../support/corpus.js'
import {folder} from '../support/folders.js'

// The rules of which the truth is known: one that it does not list for a spec must not fire there.
const KNOWN = new Set([
  'empty-document',
  'missing-title',
  'multiple-titles',
  'missing-metadata',
  'unknown-status',
  'missing-date',
  'missing-section',
  'unclosed-fence',
  'malformed-table',
  'missing-diagram',
  'summary-too-long',
  'open-questions',
  'dead-citation',
  'root-relative-link',
  'dead-anchor',
  'line-out-of-range',
  'no-research-citation',
])

/** Lines of one rule's findings where the truth tells them: numbers, or lists that begin with one. */
function linesIn(entry: unknown): number[] | undefined {
  if (!Array.isArray(entry) || entry.length === 0 || typeof entry[0] === 'string') return undefined
  return entry.map(item => Number(Array.isArray(item) ? item[0] : item)).sort((a, b) => a - b)
}

describe.skipIf(corpus === undefined)('the real specs', () => {
  let report: Report
  beforeAll(async () => {
    report = await lintFiles([], {root: corpus ?? '', cwd: corpus ?? '', date: '2026-06-30'})
  }, 600_000)

  test('are all checked', () => {
    expect(report.files.filter(file => file.status === 'not-checked')).toEqual([])
    // The copy of the documents is no repository: their source code cannot be looked up.
    const skipped = new Set(report.files.flatMap(file => file.skipped.map(({check}) => check)))
    expect([...skipped]).toEqual(['source code'])
    expect(report.files).toHaveLength(Object.keys(truth<object>('expected')).length)
  })

  test('bring what is true of them, and nothing else', () => {
    const expected = truth<Record<string, Record<string, unknown>>>('expected')
    const differences = report.files.flatMap(({path, messages}) => {
      const rules = expected[path.replace('specs/', '')] ?? {}
      const fired = new Map<string, number[]>()
      for (const {ruleId, range} of messages) {
        if (KNOWN.has(ruleId)) fired.set(ruleId, [...(fired.get(ruleId) ?? []), range.start.line])
      }
      const wrong = [...fired]
        .filter(([rule]) => !Object.hasOwn(rules, rule))
        .map(([rule, lines]) => `${rule} at ${lines}`)
      const missed = Object.entries(rules).flatMap(([rule, entry]) => {
        const lines = fired.get(rule) ?? []
        const wanted = linesIn(entry)
        if (wanted) return `${lines}` === `${wanted}` ? [] : [`${rule} at ${lines}, expected ${wanted}`]
        const count = Array.isArray(entry) && /^missing-(section|metadata)$/.test(rule) ? entry.length : undefined
        return lines.length > 0 && (count === undefined || count === lines.length) ? [] : [`${rule}: ${lines.length}`]
      })
      return [
        ...wrong.map(text => `${path}: accused wrongly of ${text}`),
        ...missed.map(text => `${path}: missed ${text}`),
      ]
    })
    expect(differences).toEqual([])
  })

  test.skipIf(spawnSync('python3', ['--version']).status !== 0)(
    "differ in nothing by the corpus' own comparison",
    () => {
      const text = printed('json', report, contextOf({}))
      const place = join(folder({'report.json': text}), 'report.json')
      const args = [join(corpus ?? '', '../compare.py'), place, join(corpus ?? '', 'expected.json')]
      const {status, stdout} = spawnSync('python3', args, {encoding: 'utf8'})
      expect(stdout).toContain('0 differences from the truth on 136 specs')
      expect(status).toBe(0)
    },
  )

  test('have every message with its words filled in, at a place, in order', () => {
    for (const {path, messages} of report.files) {
      let last = 0
      for (const {reason, help = '', range} of messages) {
        expect(`${path}: ${reason} ${help}`).not.toMatch(
          /\{(?:item\.|value|limit|allowed|missing|extra|expected|actual)|""|undefined/,
        )
        expect(range.start.line).toBeGreaterThanOrEqual(last)
        last = range.start.line
      }
    }
  })
})
