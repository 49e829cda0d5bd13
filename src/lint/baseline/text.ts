import {escapedJson} from '../../text/index.js'
import {sorted} from './entries.js'
import type {Baseline} from './types.js'

export const SCHEMA_VERSION = 1

/**
 * A baseline as its file holds it (schema/baseline.schema.json): an entry a line, for those who review it and for git, which
 * merges by lines; sorted, without places and times, so that it changes only where what is frozen changes.
 *
 * @example
 * import {baselineText} from 'specwright'
 *
 * const entry = {count: 2, rule: 'dead-citation', section: 'executive-summary', text: '../research/old.md'}
 * console.log(baselineText(new Map([['specs/a.md', [entry]]])).split('\n')[1].trim()) // "schemaVersion": 1,
 */
export function baselineText(baseline: Baseline): string {
  const documents = [...sorted(baseline)].map(([path, entries]) => {
    const lines = entries.map(
      ({count, rule, section, text}) =>
        `      {"count": ${count}, "rule": ${escapedJson(rule)}, "section": ${escapedJson(section)}, "text": ${escapedJson(text)}}`,
    )
    return `    ${escapedJson(path)}: [\n${lines.join(',\n')}\n    ]`
  })
  const violations = documents.length === 0 ? '{}' : `{\n${documents.join(',\n')}\n  }`
  return `{\n  "schemaVersion": ${SCHEMA_VERSION},\n  "violations": ${violations}\n}\n`
}
