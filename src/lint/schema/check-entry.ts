import {clipped, nearest} from '../../text/index.js'
import {isObject} from '../data.js'
import type {Report} from './problems.js'
import {everySchema} from './subschemas.js'
import {VOCABULARY, type VocabularyEntry} from './vocabulary.js'
import {checkWords, speaks, WORDS} from './words.js'

const RULE_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const NAME = /^[A-Za-z][A-Za-z0-9_.-]*$/

/** Reports what can be said of one entry of `$defs` by itself: its name, its words, keywords and their values. */
export function checkEntry(name: string, entry: unknown, report: Report): void {
  const at = ['$defs', name]
  const isRule = speaks(entry)
  if (isRule && !RULE_ID.test(name)) {
    report(at, `Unexpected rule id "${name}", expected small letters and digits joined with hyphens`)
  } else if (!NAME.test(name)) {
    report(at, `Unexpected name "${name}", expected a letter, then letters, digits, hyphens, dots and underscores`)
  }
  if (entry === true) return
  if (!isObject(entry)) {
    report(at, `Unexpected entry ${shown(entry)}, expected an object, or true to switch a rule off`)
    return
  }
  checkWords(entry, at, report)
  for (const {path, schema} of everySchema(entry)) {
    if (isObject(schema)) checkKeywords(schema, [...at, ...path], path.length === 0, report)
  }
}

function checkKeywords(schema: Record<string, unknown>, at: readonly string[], isEntry: boolean, report: Report): void {
  checkCompanions(schema, at, report)
  for (const [keyword, value] of Object.entries(schema)) {
    const entry = VOCABULARY.get(keyword)
    if (isEntry && WORDS.has(keyword)) continue
    if (!entry) report([...at, keyword], unknown(keyword), {suggestions: near(keyword, isEntry)})
    else if (!entry.accepts(value)) {
      report([...at, keyword], `Unexpected value ${shown(value)} of "${keyword}", expected ${entry.expected}`)
    } else if (typeof value === 'string') checkPattern(value, entry, [...at, keyword], report)
    else if (entry.holds === 'map') checkMap(keyword, value, [...at, keyword], report)
  }
}

// By themselves they would do nothing, and look as if they did.
const COMPANIONS = [
  ['then', 'if'],
  ['else', 'if'],
  ['minContains', 'contains'],
  ['maxContains', 'contains'],
] as const

function checkCompanions(schema: Record<string, unknown>, at: readonly string[], report: Report): void {
  const has = (keyword: string) => Object.hasOwn(schema, keyword)
  for (const [keyword, other] of COMPANIONS)
    if (has(keyword) && !has(other))
      report([...at, keyword], `Unexpected "${keyword}" without "${other}", expected both`)
  if (has('if') && !has('then') && !has('else'))
    report([...at, 'if'], 'Unexpected "if" without "then" and "else", expected one of them')
  if (has('contains')) checkCounts(schema, at, report)
}

function checkCounts({minContains, maxContains}: Record<string, unknown>, at: readonly string[], report: Report): void {
  const least = minContains ?? 1
  if (least === 0 && maxContains === undefined)
    report([...at, 'minContains'], 'Unexpected "minContains" of 0 without "maxContains", expected both, or 1 or more')
  if (Number(least) > Number(maxContains)) {
    const told = `"minContains" is ${shown(least)}${minContains === undefined ? ' unless told' : ''}`
    report(
      [...at, 'maxContains'],
      `Unexpected "maxContains" of ${shown(maxContains)}, expected ${shown(least)} or more: ${told}`,
    )
  }
}

function checkMap(keyword: string, value: unknown, at: readonly string[], report: Report): void {
  const entry = VOCABULARY.get(keyword)
  for (const [key, inner] of Object.entries(value as object)) {
    checkPattern(key, entry, [...at, key], report)
    if (isObject(inner) || typeof inner === 'boolean') continue
    report([...at, key], `Unexpected ${shown(inner)} for "${key}" in "${keyword}", expected a schema`)
  }
}

function checkPattern(text: string, entry: VocabularyEntry | undefined, at: readonly string[], report: Report): void {
  const problem = entry?.patternProblem?.(text)
  if (problem !== undefined) report(at, `Unexpected pattern ${shown(text)}, ${problem}`)
}

function unknown(keyword: string): string {
  return WORDS.has(keyword)
    ? `Unexpected "${keyword}" inside a constraint, expected it at the top of the rule`
    : `Unexpected keyword "${keyword}", expected one of JSON Schema or ours that can be checked here`
}

function near(keyword: string, isEntry: boolean): string[] {
  return nearest(keyword, [...VOCABULARY.keys(), ...(isEntry ? WORDS.keys() : [])])
}

function shown(value: unknown): string {
  return clipped(JSON.stringify(value), 60)
}
