import type {parseDocument} from 'yaml'
import {escapePointer} from './pointer.js'
import {checkYaml, type YamlLimits} from './yaml-limits.js'
import {yaml} from './yaml-package.js'

export type {YamlLimits} from './yaml-limits.js'

/** Data of a YAML text whose scalars are texts: `git_commit: 9e875832` is no number. Objects have no prototype. */
export type YamlValue = string | YamlValue[] | {[key: string]: YamlValue}

/** A pair of the outermost mapping, with half-open ranges of offsets in the text that was read. */
export interface YamlPair {
  key: string
  value: YamlValue
  keyRange: readonly [number, number]
  valueRange: readonly [number, number]
}

export interface YamlProblem {
  ok: false
  reason: string
  /** From 1, in the text that was read. */
  line: number
}

export type YamlReading = {ok: true; value: YamlValue; pairs: readonly YamlPair[]} | YamlProblem

/**
 * Reads YAML that strangers wrote. Size, depth, anchors, aliases, tags and directives are looked for in the tokens, before
 * anything is composed: deep YAML can abort the process, and no `catch` would see it.
 *
 * @example readYaml('date: 2026-01-02') // {ok: true, value: {date: '2026-01-02'}, pairs: […]}
 */
export function readYaml(text: string, limits: YamlLimits = {}): YamlReading {
  const document = compose(text, limits, 'failsafe')
  if (!document.ok) return document
  const {contents} = document.value
  const pairs = yaml().isMap(contents) ? contents.items.map(pair => pairOf(pair.key, pair.value)) : []
  return {ok: true, value: plainOf(contents), pairs}
}

/** Where each part of a text that `readYaml` can read stands, by its JSON pointer: the key of a pair, the item of a list. */
export function yamlRanges(text: string): ReadonlyMap<string, readonly [number, number]> {
  const document = compose(text, {}, 'failsafe')
  return new Map(document.ok ? rangesOf(document.value.contents, '') : [])
}

/**
 * As `readYaml`, with numbers, booleans and null as such: for schemas and settings, whose types matter.
 * `ranges` tells where each part stands, by its JSON pointer: the key of a pair, the item of a list.
 */
export function readTypedYaml(
  text: string,
  limits: YamlLimits = {},
): {ok: true; value: unknown; ranges: ReadonlyMap<string, readonly [number, number]>} | YamlProblem {
  const document = compose(text, limits, 'core')
  if (!document.ok) return document
  const {contents} = document.value
  return {ok: true, value: typedOf(contents), ranges: new Map(rangesOf(contents, ''))}
}

function* rangesOf(node: unknown, pointer: string): Generator<[string, readonly [number, number]]> {
  const parts = yaml().isMap(node)
    ? node.items.map(({key, value}) => ({name: keyText(key), at: key, inner: value}))
    : yaml().isSeq(node)
      ? node.items.map((item, index) => ({name: String(index), at: item, inner: item}))
      : []
  for (const {name, at, inner} of parts) {
    const path = `${pointer}/${escapePointer(name)}`
    yield [path, rangeOf(at, 0)]
    yield* rangesOf(inner, path)
  }
}

/** What keeps a schema or settings from being read, in the words of a message. */
export function wordsOn({reason}: YamlProblem): string {
  if (/^Map keys must be unique/.test(reason)) return 'Unexpected second key of this name, expected each key once'
  return `Unexpected text that is no YAML or JSON: ${reason.replace(/\s+/g, ' ')}`
}

type Document = ReturnType<typeof parseDocument>

function compose(
  text: string,
  limits: YamlLimits,
  schema: 'failsafe' | 'core',
): {ok: true; value: Document} | YamlProblem {
  const problem = checkYaml(text, limits)
  if (problem) return {ok: false, ...problem}
  const document = yaml().parseDocument(text, {
    schema,
    prettyErrors: false,
    logLevel: 'error',
    merge: false,
    resolveKnownTags: false,
  })
  const error = document.errors[0]
  if (!error) return {ok: true, value: document}
  // Its own words speak of a function to call.
  const reason = error.code === 'MULTIPLE_DOCS' ? 'it holds several YAML documents' : error.message
  return {ok: false, reason, line: lineAt(text, error.pos[0])}
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length
}

function pairOf(key: unknown, value: unknown): YamlPair {
  const keyRange = rangeOf(key, 0)
  return {key: keyText(key), value: plainOf(value), keyRange, valueRange: rangeOf(value, keyRange[1])}
}

// A key may stand without a value, as in "{a}": its place is told by the caller.
function rangeOf(node: unknown, otherwise: number): [number, number] {
  const range = yaml().isNode(node) ? node.range : undefined
  return range ? [range[0], range[1]] : [otherwise, otherwise]
}

// As flow YAML, without quotes: where keys hold keys, each would double those of the one within.
function keyText(node: unknown): string {
  if (yaml().isSeq(node)) return `[${node.items.map(keyText).join(', ')}]`
  if (yaml().isMap(node))
    return `{${node.items.map(pair => `${keyText(pair.key)}: ${keyText(pair.value)}`).join(', ')}}`
  return scalarText(node)
}

function plainOf(node: unknown): YamlValue {
  if (yaml().isSeq(node)) return node.items.map(plainOf)
  if (yaml().isMap(node)) return entries(node.items.map(pair => [keyText(pair.key), plainOf(pair.value)]))
  return scalarText(node)
}

function scalarText(node: unknown): string {
  return yaml().isScalar(node) ? String(node.value ?? '') : ''
}

function typedOf(node: unknown): unknown {
  if (yaml().isSeq(node)) return node.items.map(typedOf)
  if (yaml().isMap(node)) return entries(node.items.map(pair => [keyText(pair.key), typedOf(pair.value)]))
  return yaml().isScalar(node) ? node.value : null
}

// Without a prototype a key such as "__proto__" is a key like any other.
function entries<T>(pairs: [string, T][]): {[key: string]: T} {
  const object: {[key: string]: T} = Object.create(null)
  for (const [key, value] of pairs) object[key] = value
  return object
}
