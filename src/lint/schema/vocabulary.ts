import {patternProblem} from '../../text/patterns/index.js'
import {isObject, isStrings} from '../data.js'
import {keywords} from '../keywords/index.js'

/** JSON types that a keyword looks at: of others it says nothing. */
export type Subject = 'any' | 'object' | 'array' | 'string' | 'number'

/** What a keyword holds: a value to check, or schemas. */
export interface VocabularyEntry {
  subject: Subject
  /** `schema`, `schemas` (a list), `map` (by name): what stands in it are schemas. Absent: a value. */
  holds?: 'schema' | 'schemas' | 'map'
  /** Whether the schemas in it are about the same data, not about a part of it. */
  inPlace?: boolean
  /** Whether it can fail by itself. */
  asserts?: boolean
  /** What its value must be, in words, and whether one is. */
  expected: string
  accepts: (value: unknown) => boolean
  /** Why a text in it, its value or a key of it, cannot be looked for, in words that follow it. */
  patternProblem?: typeof patternProblem
}

const isSchema = (value: unknown): boolean => isObject(value) || typeof value === 'boolean'
const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value)
const isText = (value: unknown): boolean => typeof value === 'string'
const isList = (value: unknown): boolean => Array.isArray(value) && value.length > 0
const TYPES = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']

const schema = (subject: Subject, more: Partial<VocabularyEntry> = {}): VocabularyEntry => ({
  subject,
  holds: 'schema',
  expected: 'a schema',
  accepts: isSchema,
  ...more,
})
const schemas = (subject: Subject, more: Partial<VocabularyEntry> = {}): VocabularyEntry => ({
  subject,
  holds: 'schemas',
  expected: 'a list of schemas',
  accepts: value => Array.isArray(value) && value.length > 0 && value.every(isSchema),
  ...more,
})
const map = (more: Partial<VocabularyEntry> = {}): VocabularyEntry => ({
  subject: 'object',
  holds: 'map',
  expected: 'schemas by name',
  accepts: isObject,
  ...more,
})
const value = (subject: Subject, expected: string, accepts: (value: unknown) => boolean): VocabularyEntry => ({
  subject,
  asserts: true,
  expected,
  accepts,
})
const remark = (expected: string, accepts: (value: unknown) => boolean): VocabularyEntry => ({
  subject: 'any',
  expected,
  accepts,
})

const limit = (subject: Subject): VocabularyEntry => value(subject, 'a whole number of at least 0', isCount)
const number = value('number', 'a number', isNumber)

const STANDARD: Readonly<Record<string, VocabularyEntry>> = {
  $ref: remark('a text such as "#/$defs/name"', isText),
  $comment: remark('a text', isText),
  title: remark('a text', isText),
  description: remark('a text', isText),
  allOf: schemas('any', {inPlace: true}),
  anyOf: schemas('any', {inPlace: true, asserts: true}),
  oneOf: schemas('any', {inPlace: true, asserts: true}),
  not: schema('any', {inPlace: true, asserts: true}),
  if: schema('any', {inPlace: true}),
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: schema('any', {inPlace: true}),
  else: schema('any', {inPlace: true}),
  properties: map(),
  patternProperties: map({patternProblem}),
  additionalProperties: schema('object'),
  propertyNames: schema('object', {asserts: true}),
  dependentSchemas: map({inPlace: true}),
  items: schema('array'),
  prefixItems: schemas('array'),
  contains: schema('array', {asserts: true}),
  unevaluatedItems: schema('array'),
  unevaluatedProperties: schema('object'),
  type: value('any', `one of ${TYPES.join(', ')}, or a list of them`, value =>
    [value].flat().every(name => typeof name === 'string' && TYPES.includes(name)),
  ),
  enum: value('any', 'a list of values', isList),
  const: value('any', 'a value', () => true),
  multipleOf: value('number', 'a number above 0', value => isNumber(value) && Number(value) > 0),
  minimum: number,
  maximum: number,
  exclusiveMinimum: number,
  exclusiveMaximum: number,
  minLength: limit('string'),
  maxLength: limit('string'),
  pattern: {...value('string', 'a regular expression', isText), patternProblem},
  minItems: limit('array'),
  maxItems: limit('array'),
  minContains: limit('array'),
  maxContains: limit('array'),
  uniqueItems: value('array', 'true or false', value => typeof value === 'boolean'),
  minProperties: limit('object'),
  maxProperties: limit('object'),
  required: value('object', 'a list of names', isStrings),
  dependentRequired: value(
    'object',
    'lists of names by name',
    value => isObject(value) && Object.values(value).every(isStrings),
  ),
}

const OURS = Object.fromEntries(
  Object.values(keywords).map(({name, type, parameter, accepts}) => [name, value(type, parameter, accepts)]),
)

/** The keywords that a rule's constraint may hold: those of JSON Schema that make sense here, and ours. */
export const VOCABULARY: ReadonlyMap<string, VocabularyEntry> = new Map(Object.entries({...STANDARD, ...OURS}))
