import {nearest} from '../../text/index.js'
import {typeWords} from './fact-types.js'
import {factName} from './parts.js'
import type {Check, Here} from './scope.js'

/** Reports values of `const` and `enum` that the fact never has. */
export function checkValues(values: unknown, here: Here, check: Check): void {
  if (!Array.isArray(values)) return
  const report = check.reportIn(here.source)
  const allowed = allowedValues(here, check)
  for (const value of values) {
    if (allowed) {
      if (allowed.includes(value)) continue
      const suggestions = typeof value === 'string' ? nearest(value, allowed.filter(isText)) : []
      const known = allowed.map(other => JSON.stringify(other)).join(', ')
      const reason = `Unexpected value ${JSON.stringify(value)} for ${factName(here)}, expected one of ${known}`
      report(here.at, reason, {severity: 'warning', suggestions})
    } else if (!hasType(value, here.type.schema.type)) {
      const reason = `Unexpected value ${JSON.stringify(value)} for ${factName(here)}, which is ${typeWords(here.type)}`
      report(here.at, reason, {severity: 'warning'})
    }
  }
}

// Whether the status is a known one tells "known"; its name is worth comparing with those of the template only.
function allowedValues(here: Here, {template}: Check): readonly unknown[] | undefined {
  const {enum: values, const: value} = here.type.schema
  if (Array.isArray(values)) return values
  if (value !== undefined) return [value]
  const isStatus = here.name === 'name' && here.item.name === 'row'
  return isStatus && template && template.statuses.length > 0 ? template.statuses.map(status => status.name) : undefined
}

function hasType(value: unknown, type: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'array') return Array.isArray(value)
  if (type === 'string' || type === 'boolean') return typeof value === type
  return true
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
