import {nearest} from '../../text/index.js'
import {isObject, isStrings} from '../data.js'
import {unknownPlaceholders} from './placeholders.js'
import type {Report} from './problems.js'

interface Word {
  expected: string
  accepts: (value: unknown) => boolean
}

const SEVERITIES = ['error', 'warning', 'info', 'off']
const isText = (value: unknown): boolean => typeof value === 'string'
const isSeverity = (value: unknown): boolean => typeof value === 'string' && SEVERITIES.includes(value)

const text: Word = {expected: 'a text', accepts: isText}
const texts: Word = {
  expected: 'a text, or texts by failing keyword with a "default"',
  accepts: value => isText(value) || isMap(value, isText),
}

/** What stands in a rule's entry beside its constraint. */
export const WORDS: ReadonlyMap<string, Word> = new Map(
  Object.entries({
    title: text,
    description: text,
    severity: {
      expected: 'error, warning, info or off, or one of them by status with a "default"',
      accepts: value => isSeverity(value) || isMap(value, isSeverity),
    },
    message: texts,
    help: texts,
    explains: {expected: 'a list of rule ids', accepts: isStrings},
    fix: {expected: 'the name of a fix, or a list of them', accepts: value => isText(value) || isStrings(value)},
    mark: text,
    related: {
      expected: 'an object with "property" and "message"',
      accepts: value => isObject(value) && isText(value.property) && isText(value.message),
    },
  } satisfies Record<string, Word>),
)

/** Words that make an entry a rule, or show that it was meant to be one. `title` and `description` suit any schema. */
const OF_RULES = new Set([...WORDS.keys()].filter(word => word !== 'title' && word !== 'description'))

/** The entry's words, and all else: the constraint. */
export function splitEntry(entry: Record<string, unknown>): {
  words: Record<string, unknown>
  constraint: Record<string, unknown>
} {
  const all = Object.entries(entry)
  return {
    words: Object.fromEntries(all.filter(([key]) => WORDS.has(key))),
    constraint: Object.fromEntries(all.filter(([key]) => !WORDS.has(key))),
  }
}

/** The constraints of a resolved schema without words, which nothing that is compiled needs. */
export function constraintsOf(schema: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const definitions = isObject(schema.$defs) ? schema.$defs : {}
  return Object.fromEntries(
    Object.entries(definitions).map(([name, entry]) => [name, isObject(entry) ? splitEntry(entry).constraint : entry]),
  )
}

/** Whether an entry of `$defs` has a word that only rules have. */
export function speaks(entry: unknown): boolean {
  return isObject(entry) && Object.keys(entry).some(key => OF_RULES.has(key))
}

/** Reports words of a wrong type and placeholders that nothing fills. */
export function checkWords(entry: Record<string, unknown>, at: readonly string[], report: Report): void {
  for (const [name, word] of WORDS) {
    if (!Object.hasOwn(entry, name)) continue
    const value = entry[name]
    if (!word.accepts(value)) report([...at, name], `Unexpected value of "${name}", expected ${word.expected}`)
  }
  for (const {path, text} of textsWithPlaceholders(entry)) {
    for (const {name, known} of unknownPlaceholders(text)) {
      const suggestions = nearest(name, known)
      report([...at, ...path], `Unexpected placeholder "{${name}}", expected one of ${known.join(', ')}`, {suggestions})
    }
  }
}

/** Every text of an entry that may hold placeholders, with its place in the entry. */
export function textsWithPlaceholders(entry: Record<string, unknown>): {path: string[]; text: string}[] {
  const found: {path: string[]; text: string}[] = []
  const add = (path: string[], value: unknown): void => {
    if (typeof value === 'string') found.push({path, text: value})
    else if (isObject(value)) for (const [key, inner] of Object.entries(value)) add([...path, key], inner)
  }
  add(['message'], entry.message)
  add(['help'], entry.help)
  if (isObject(entry.related)) add(['related', 'message'], entry.related.message)
  return found
}

function isMap(value: unknown, accepts: (value: unknown) => boolean): boolean {
  return isObject(value) && Object.hasOwn(value, 'default') && Object.values(value).every(accepts)
}
