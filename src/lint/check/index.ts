import {fixes} from '../../fixes/index.js'
import type {Template} from '../../template/index.js'
import {compareCodeUnits, nearest} from '../../text/index.js'
import {isObject, isStrings} from '../data.js'
import {mergeSchemas} from '../schema/merge.js'
import {namesOf} from '../schema/names.js'
import type {Problem, Report} from '../schema/problems.js'
import {readSchema, type SchemaText} from '../schema/read.js'
import {chainOf, entriesOf, type Library, reporter} from '../schema/sources.js'
import {speaks, splitEntry} from '../schema/words.js'
import {factTypesOf} from './fact-types.js'
import type {Check} from './scope.js'
import {checkTexts} from './texts.js'
import {walk} from './walk.js'

// More than these are no help in a message.
const MOST_NAMES = 10

/** What a schema is checked against. */
export interface CheckOptions {
  /** The schemas that it may build on. */
  library: Library
  /** facts.schema.json as data. */
  facts: Readonly<Record<string, unknown>>
  /** The template of the kind that it is for; without one ids and statuses are not looked at. */
  template?: Template
}

/**
 * What is wrong with a schema: errors, and as warnings what provably can never fire or fires for nothing. Sorted by place.
 *
 * @example
 * checkSchemaText({text: '{"$ref": "specwright:rcf"}', path: 'team.json'}, options)
 * // [{severity: 'error', reason: 'Unexpected schema "specwright:rcf" to build on, …', suggestions: ['specwright:rfc'], …}]
 */
export function checkSchemaText(schema: SchemaText, options: CheckOptions): Problem[] {
  const reading = readSchema(schema)
  if ('problem' in reading) return [reading.problem]
  const {source} = reading
  const merged = mergeSchemas(source, options.library)
  const problems = [...merged.problems]
  const report = reporter(source, problems)
  const names = namesOf(chainOf(source, options.library, []), options.library)
  const types = factTypesOf(options.facts)
  // A schema may name rules of those that build on it.
  const ruleIds = [...merged.rules.map(rule => rule.id), ...[...options.library.values()].flatMap(ruleIdsIn)]

  for (const [name, entry] of entriesOf(source)) {
    if (!isObject(entry) || !speaks(entry)) continue
    checkNames(name, entry, ruleIds, options.template, report)
    const check: Check = {
      types,
      names,
      template: options.template,
      reportIn: other => (other === source ? report : () => {}),
      assertions: [],
      followed: new Map(),
    }
    const root = {type: types.root, item: types.root, name: '', siblings: undefined, section: undefined, silent: false}
    walk(splitEntry(entry).constraint, {...root, source, at: ['$defs', name]}, check)
    if (check.assertions.length > 0) checkTexts(name, entry, check.assertions, types, report)
    else {
      const reason = `Unexpected rule "${name}" that can never fire, expected a constraint on facts`
      report(['$defs', name], reason, {severity: 'warning'})
    }
  }
  return eachOnceInOrder(problems)
}

// Names that a rule gives of other things: rules, a fix, statuses.
function checkNames(
  name: string,
  entry: Record<string, unknown>,
  ruleIds: readonly string[],
  template: Template | undefined,
  report: Report,
): void {
  const {explains, fix, severity} = entry
  const unknown = (path: string[], what: string, value: string, known: readonly string[]): void => {
    if (known.includes(value)) return
    const expected = known.length > MOST_NAMES ? `the name of a ${what}` : `one of ${known.join(', ')}`
    const reason = `Unexpected ${what} "${value}", expected ${expected}`
    report(['$defs', name, ...path], reason, {severity: 'warning', suggestions: nearest(value, known)})
  }
  for (const [index, id] of isStrings(explains) ? explains.entries() : []) {
    if (id !== '*') unknown(['explains', String(index)], 'rule', id, ruleIds)
  }
  if (typeof fix === 'string') unknown(['fix'], 'fix', fix, Object.keys(fixes))
  for (const [index, each] of isStrings(fix) ? fix.entries() : [])
    unknown(['fix', String(index)], 'fix', each, Object.keys(fixes))
  const statuses = template?.statuses.map(status => status.name) ?? []
  if (!isObject(severity) || statuses.length === 0) return
  for (const status of Object.keys(severity)) unknown(['severity', status], 'status', status, [...statuses, 'default'])
}

function ruleIdsIn(schema: Readonly<Record<string, unknown>>): string[] {
  const entries = isObject(schema.$defs) ? Object.entries(schema.$defs) : []
  return entries.filter(([, entry]) => speaks(entry)).map(([id]) => id)
}

function eachOnceInOrder(problems: readonly Problem[]): Problem[] {
  const unique = [...new Map(problems.map(problem => [JSON.stringify(problem), problem])).values()]
  return unique.sort((a, b) => a.range.start.offset - b.range.start.offset || compareCodeUnits(a.reason, b.reason))
}
