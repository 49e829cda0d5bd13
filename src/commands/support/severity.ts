import type {Rule, Setting} from '../../lint/index.js'
import {listed} from './usage.js'

const MILD_FIRST: readonly Setting[] = ['off', 'info', 'warning', 'error']

/** "error", or "warning/error" where it goes by the document's status. */
export function severityRange(severity: Rule['severity']): string {
  if (typeof severity === 'string') return severity
  const values = Object.values(severity)
  return MILD_FIRST.filter(name => values.includes(name)).join('/')
}

/** "warning; error where the status is Approved or Implemented" */
export function severityWords(severity: string | Readonly<Record<string, string>>): string {
  if (typeof severity === 'string') return severity
  const {default: fallback = 'error', ...byStatus} = severity
  const others = Object.keys(byStatus).filter(name => byStatus[name] !== fallback)
  const groups = [...new Set(others.map(name => byStatus[name]))].map(
    group => `${group} where the status is ${listed(others.filter(name => byStatus[name] === group))}`,
  )
  return [fallback, ...groups].join('; ')
}
