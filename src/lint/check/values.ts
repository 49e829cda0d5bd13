import type {Template, TemplateSection} from '../../template/index.js'
import {nearest} from '../../text/index.js'
import {typeWords} from './fact-types.js'
import {factName} from './parts.js'
import type {Check, Here} from './scope.js'

/** Reports values of `const` and `enum` that the fact never has. */
export function checkValues(values: readonly unknown[], here: Here, check: Check): void {
  const report = check.reportIn(here.source)
  const allowed = allowedValues(here, check)
  for (const value of values) {
    if (allowed) {
      if (allowed.includes(value)) continue
      const suggestions = typeof value === 'string' ? nearest(value, allowed.filter(isText)) : []
      const known = allowed.map(other => JSON.stringify(other)).join(', ') || 'none'
      const reason = `Unexpected value ${JSON.stringify(value)} for ${factName(here)}, expected one of ${known}`
      report(here.at, reason, {severity: 'warning', suggestions})
    } else if (!hasType(value, here.type.schema.type)) {
      const reason = `Unexpected value ${JSON.stringify(value)} for ${factName(here)}, which is ${typeWords(here.type)}`
      report(here.at, reason, {severity: 'warning'})
    }
  }
}

/** Values that a template gives to facts, by the fact and the name in it. */
const OF_TEMPLATE: Readonly<Record<string, (template: Template) => readonly string[] | undefined>> = {
  // Whether the status is a known one tells "known"; its name is worth comparing with those of the template only.
  'row.name': ({statuses}) => (statuses.length > 0 ? statuses.map(({name}) => name) : undefined),
  'row.source': ({metadata: {sources, rows}}) => [
    ...sources,
    ...(rows.some(({section}) => section !== undefined) ? ['section'] : []),
  ],
  'mark.name': ({marks}) => marks.map(({name}) => name),
  'idDefinition.name': ({ids}) => ids.map(({name}) => name),
  'idUse.name': ({ids}) => ids.map(({name}) => name),
  'section.claim': ({sections}) => [...new Set(idsIn(sections))],
}

function allowedValues(here: Here, {template}: Check): readonly unknown[] | undefined {
  const {enum: values, const: value} = here.type.schema
  const key = `${here.item.name}.${here.name}`
  const own = template && Object.hasOwn(OF_TEMPLATE, key) ? OF_TEMPLATE[key]?.(template) : undefined
  if (own) return own
  if (Array.isArray(values)) return values
  return value === undefined ? undefined : [value]
}

function idsIn(sections: readonly TemplateSection[]): string[] {
  return sections.flatMap(({id, sections: inner}) => [id, ...idsIn(inner)])
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
