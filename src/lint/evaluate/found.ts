import type {Facts} from '../../facts/types.js'
import {type FixContext, fixFor, type Range} from '../../fixes/index.js'
import {valueAt} from '../../text/index.js'
import {isPosition, own, parsePointer, valuesAlong} from '../data.js'
import type {Finding} from '../keywords/types.js'
import {rulePage} from '../rule-page.js'
import {fillPlaceholders} from '../schema/placeholders.js'
import type {Failure, Kind, Message, Related, Rule, Severity} from '../types.js'
import {accusedOf} from './accused.js'
import {extentOf, type Site, siteOf} from './item.js'
import {type Missing, missingOf} from './missing.js'
import {nearHeadings, nearOf} from './suggestions.js'
import {dotted, shownValue, type Values, valuesOf} from './values.js'

/** A message with what is needed to order it and to let it explain others. */
export interface Found {
  message: Message
  rule: Rule
  /** Its place in the rule's own order. */
  order: number
  extent: {start: number; end: number}
  /** Whether that stretch is read as what it may not be: what is told of it there means little. */
  readOtherwise?: boolean
  /** Whether it is about an exception of the document. */
  ofException: boolean
  /** Something missing: the stretch in which it would have to stand. */
  gap?: {start: number; end: number}
}

export interface Context {
  facts: Facts
  kind: Kind
  severity: Severity
  /** The document. */
  text: string
  /** Where the documentation stands. */
  homepage: string | undefined
}

/** The message that a rule has for one failure. */
export function foundBy(rule: Rule, failure: Failure, order: number, context: Context): Found {
  const {facts, kind, severity, text, homepage} = context
  const site = siteOf(failure, facts)
  const id = failure.params.missingProperty
  const missing = typeof id === 'string' ? missingOf(id, site, facts, kind.template) : undefined
  const values = valuesOf(failure, site)
  const [marked] = rule.mark === undefined ? [] : rangesIn(own(site.item, rule.mark))
  const range = missing?.range ?? marked ?? site.range
  const fill = filler(site, values, missing)
  const help = rule.help === undefined ? undefined : textFor(rule.help, failure.keyword)
  const suggestions = missing?.section ? nearHeadings(missing.section, idsOf(site), facts) : nearOf(site)
  const related = relatedOf(rule, failure, site, facts, fill)
  const url = rulePage(rule, homepage)
  const fix = fixFor(rule.fixes, site.item, fixContextOf(site, missing, context))
  const message: Message = {
    ruleId: rule.id,
    severity,
    reason: fill(textFor(rule.message, failure.keyword)),
    range,
    ...(values.expected.length > 0 ? {expected: values.expected} : missing ? {expected: [missing.name]} : {}),
    ...(values.actual === undefined ? {} : {actual: values.actual}),
    ...(help === undefined ? {} : {help: fill(help)}),
    ...(suggestions.length > 0 ? {suggestions} : {}),
    ...(related.length > 0 ? {related} : {}),
    ...(url === undefined ? {} : {url}),
    ...(fix ? {fix} : {}),
    schemaPath: schemaPathOf(rule, failure, kind),
    accused: accusedOf({site, missing, range}, facts, text),
    // Its number among equal ones is known when all are.
    fingerprint: '',
  }
  const extent = missing ? {start: range.start.offset, end: range.end.offset} : extentOf(site.item, range)
  const ofException = parsePointer(failure.instancePath)[0] === 'exceptions'
  const readOtherwise = isPosition(own(site.item, 'extent')) && rule.explains?.includes('*')
  return {
    message,
    rule,
    order,
    extent,
    ofException,
    ...(readOtherwise && {readOtherwise}),
    ...(missing ? {gap: missing.gap} : {}),
  }
}

function fixContextOf(site: Site, missing: Missing | undefined, {facts, text, kind}: Context): FixContext {
  const {section, place} = missing ?? {}
  const lacking = section && place && {form: section, parents: idsOf(site), at: place}
  return {facts, text, template: kind.template, ...(lacking && {missing: lacking})}
}

function textFor(text: Rule['message'], keyword: string): string {
  if (typeof text === 'string') return text
  return valueAt(new Map(Object.entries(text)), Object.hasOwn(text, keyword) ? keyword : 'default')
}

function filler(site: Site, values: Values, missing: Missing | undefined): (text: string) => string {
  const show = (name: string): string => {
    if (name === 'missing') return shownValue(missing?.name ?? site.child)
    const value = name.startsWith('item.') ? dotted(site.item, name.slice('item.'.length)) : dotted(values.shown, name)
    return shownValue(value, /(?:^|\.)allowed$/.test(name) ? 'or' : 'and')
  }
  return text => fillPlaceholders(text, show)
}

function relatedOf(rule: Rule, failure: Failure, site: Site, facts: Facts, fill: (text: string) => string): Related[] {
  const related: Related[] = []
  if (rule.related) {
    const reason = fill(rule.related.message)
    for (const range of rangesIn(own(site.item, rule.related.property))) related.push({range, reason})
  }
  // Of keywords of ours alone.
  const {related: beside = [], at} = failure.params as Pick<Finding, 'related'> & {at: string}
  for (const {path, reason} of beside) {
    const place = valuesAlong(facts, parsePointer(at + path)).at(-1)
    for (const range of rangesIn(place)) related.push({range, reason})
  }
  if (rule.source) related.push({...rule.source, reason: 'The rule stands here'})
  return related
}

// A position, a fact that has one, or a list of such facts.
function rangesIn(value: unknown): Range[] {
  if (Array.isArray(value)) return value.flatMap(rangesIn)
  if (isPosition(value)) return [value]
  const position = own(value, 'position')
  return isPosition(position) ? [position] : []
}

function idsOf(site: Site): string[] {
  return site.path.filter((_segment, at) => at % 2 === 1)
}

// "rfc#/$defs/missing-title/required"
function schemaPathOf(rule: Rule, failure: Failure, kind: Kind): string {
  const path = failure.schemaPath.startsWith('#/$defs/')
    ? failure.schemaPath
    : `#/$defs/${rule.id}${failure.schemaPath.replace(/^#/, '')}`
  return `${kind.law.id.replace(/^specwright:/, '')}${path}`
}
