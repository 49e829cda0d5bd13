import {compareCodeUnits} from '../../text/index.js'
import type {Found} from './found.js'

/** The order of messages in a document: line, column, rule id, then the rule's own order. */
export function compareFound(a: Found, b: Found): number {
  const [one, other] = [a.message, b.message]
  return (
    one.range.start.line - other.range.start.line ||
    one.range.start.column - other.range.start.column ||
    compareCodeUnits(one.ruleId, other.ruleId) ||
    a.order - b.order
  )
}
