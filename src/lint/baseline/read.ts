import {linesOf} from '../../markdown/index.js'
import {readTypedYaml, wordsOn} from '../../text/yaml.js'
import type {Problem} from '../schema/problems.js'
import {sorted} from './entries.js'
import {checkBaseline} from './shape.js'
import {baselineText} from './text.js'
import type {Baseline, BaselineEntry} from './types.js'

export type BaselineReading = {ok: true; baseline: Baseline} | {ok: false; problems: Problem[]}

const MOST = 16_000_000

const CONFLICT = {
  severity: 'error',
  reason:
    'Unexpected mark of a merge conflict, expected what both sides freeze; keep the lines of both, or take either side ' +
    'and write it anew with "spec lint --update-baseline"',
} as const

/**
 * Reads the text of a baseline's file, or tells what is wrong with it, with the places.
 *
 * @example
 * import {readBaseline} from 'specwright'
 *
 * const entry = {count: 2, rule: 'dead-citation', section: 'executive-summary', text: '../research/old.md'}
 * const reading = readBaseline(JSON.stringify({schemaVersion: 1, violations: {'specs/a.md': [entry]}}))
 * console.log(reading.ok && reading.baseline.get('specs/a.md')[0].rule) // dead-citation
 */
export function readBaseline(text: string): BaselineReading {
  const plain = parsed(text)
  if (plain !== undefined && checkBaseline(plain).length === 0) {
    const baseline = baselineOf(plain)
    // Of what we wrote ourselves that is all; in other text a key may stand twice, and hide what the first one says.
    if (baselineText(baseline) === text) return {ok: true, baseline}
  }
  const lines = linesOf(text)
  const mark = /^(?:<{7}|\|{7}|={7}|>{7})(?= |\r?$)/m.exec(text)
  if (mark) return {ok: false, problems: [{...CONFLICT, range: lines.rangeOf(lines.pointAt(mark.index).line)}]}
  const reading = readTypedYaml(text, {size: MOST, depth: 8})
  if (!reading.ok)
    return {ok: false, problems: [{severity: 'error', reason: wordsOn(reading), range: lines.rangeOf(reading.line)}]}
  const problems = checkBaseline(reading.value).map(({pointer, reason, suggestions}): Problem => {
    const [start, end] = reading.ranges.get(pointer) ?? [0, lines.text(1).length]
    const range = {start: lines.pointAt(start), end: lines.pointAt(end)}
    return {severity: 'error', reason, range, ...(suggestions && {suggestions})}
  })
  return problems.length > 0 ? {ok: false, problems} : {ok: true, baseline: baselineOf(reading.value)}
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

// Its shape was looked at before.
function baselineOf(value: unknown): Baseline {
  const {violations} = value as {violations: Readonly<Record<string, readonly BaselineEntry[]>>}
  return sorted(Object.entries(violations))
}
