import type {Report, Setting, Severity} from '../../lint/index.js'
import {count} from '../../reporters/index.js'
import {SETTINGS} from './options.js'
import {oneOf, UsageError} from './usage.js'

/** What `--fail-on` takes. */
export const FAIL_ON = ['error', 'warning', 'info', 'never'] as const

/** When a run fails. */
export interface Gate {
  /** The least severity that fails; `never`: none does. */
  failOn: (typeof FAIL_ON)[number]
  /** More warnings than this fail, too. */
  maxWarnings: number
}

export function gateOf({
  'fail-on': failOn,
  'max-warnings': maxWarnings,
}: {
  readonly 'fail-on': Gate['failOn'] | undefined
  readonly 'max-warnings': string | undefined
}): Gate {
  if (maxWarnings !== undefined && !/^\d{1,9}$/.test(maxWarnings))
    throw new UsageError(`Unexpected value "${maxWarnings}" of --max-warnings, expected a number such as 0`)
  return {
    failOn: failOn ?? 'error',
    maxWarnings: maxWarnings === undefined ? Number.POSITIVE_INFINITY : Number(maxWarnings),
  }
}

/** 0: the gate is open; 1: closed; 2: something could not be checked. */
export function statusOf({summary, problems = []}: Report, {failOn, maxWarnings}: Gate): number {
  const {errors, warnings, infos, notChecked} = summary
  if (notChecked > 0 || problems.length > 0) return 2
  const failing = {
    never: 0,
    error: errors,
    warning: errors + warnings,
    info: errors + warnings + infos,
  }[failOn]
  return failing > 0 || (failOn !== 'never' && warnings > maxWarnings) ? 1 : 0
}

/** Why the gate is closed, where no message says it by its severity. */
export function gateNote({summary: {warnings}}: Report, {failOn, maxWarnings}: Gate): string | undefined {
  if (failOn === 'never' || isFailing('warning', {failOn}) || warnings <= maxWarnings) return undefined
  return `${count(warnings, 'warning')}, expected at most ${maxWarnings} (--max-warnings)`
}

/** Whether a message of this severity closes the gate by itself. */
export function isFailing(severity: Severity, {failOn}: Pick<Gate, 'failOn'>): boolean {
  const order = ['error', 'warning', 'info'] as const
  return failOn !== 'never' && order.indexOf(severity) <= order.indexOf(failOn)
}

/** `--rule residue:off`: severities by rule id; whether there is such a rule is told later, with the kinds. */
export function severitiesFrom(rules: readonly string[]): Record<string, Setting> {
  // Without a prototype "__proto__" is a name like any other: of no rule.
  const severities: Record<string, Setting> = Object.create(null)
  for (const rule of rules) {
    const [id = '', severity, ...more] = rule.split(':')
    if (id === '' || severity === undefined || more.length > 0)
      throw new UsageError(`Unexpected value "${rule}" of --rule, expected an id and a severity such as residue:off`)
    severities[id] = oneOf('severity', severity, SETTINGS)
  }
  return severities
}
