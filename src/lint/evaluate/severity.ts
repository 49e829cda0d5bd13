import type {Facts} from '../../facts/types.js'
import type {Template} from '../../template/index.js'
import {own} from '../data.js'
import type {Rule, Setting} from '../types.js'

/** A rule's severity for a document: where it goes by status, a missing or unknown one counts as the template's first. */
export function severityOf(rule: Rule, facts: Facts, template: Template | undefined): Setting {
  if (typeof rule.severity === 'string') return rule.severity
  const name = statusOf(facts, template)
  const {default: fallback, ...byStatus} = rule.severity
  return (name !== undefined && Object.hasOwn(byStatus, name) ? byStatus[name] : undefined) ?? fallback
}

/** The status by which a document is judged: a missing or unknown one counts as the template's first. */
export function statusOf({metadata}: Pick<Facts, 'metadata'>, template: Template | undefined): string | undefined {
  const status = own(metadata, 'status')
  const name = own(status, 'known') === true ? own(status, 'name') : template?.statuses[0]?.name
  return typeof name === 'string' ? name : undefined
}
