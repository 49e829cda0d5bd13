import {SIGNS} from './hostile-signs.mjs'

const VALUES = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  '',
  'a',
  '__proto__',
  [],
  {},
  [[]],
  ['a'],
  ['a', 'a'],
  [1],
  {a: true},
  [{}],
  'rfc',
  'error',
]
const TYPES = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null', 'text', ['object', 'null'], []]
export const PATTERNS = [
  '(a+)+$',
  '(a|a)*b',
  '^(\\w+\\s?)*$',
  '(x*)*y',
  '(.*)*.*=.*',
  '(?=(a+))\\1*b',
  '(?<=a{1,999})b',
  '[',
  '\\',
  '(?<n>a)\\k<n>',
  '\\p{L}+',
  'a{99999}',
  '(a{1,99}){1,99}',
  '\\u{110000}',
  '^$',
  '(?i)a',
  'x'.repeat(3000),
]
const REFS = [
  '#',
  '#/$defs/a',
  '#/$defs/b',
  '#/$defs/none',
  'specwright:rfc',
  'specwright:core',
  'specwright:rfc#/$defs/missing-section',
  'specwright:rfc#/$defs/%',
  'specwright:nope',
  'other.json',
  'http://x.y/z',
  '#/properties/a',
  '#/$defs/a/properties/x',
  '../../etc',
  '',
]
const FACTS = [
  'sections',
  'metadata',
  'titles',
  'title',
  'outline',
  'citations',
  'fences',
  'tables',
  'references',
  'words',
  'text',
  'items',
  'status',
  'name',
  'executive-summary',
  'counts',
  '__proto__',
  'constructor',
  'nope',
]
const WORDS = [
  'Unexpected {value}, expected {limit}',
  '{missing}',
  '{item.text}',
  '{item.}',
  '{',
  '{}',
  '{__proto__}',
  '{nope}',
  'plain',
  '',
  '\u202e',
  {default: 'x', required: '{missing}'},
  {},
  3,
]
const LIMITS = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'multipleOf',
  'minItems',
  'maxItems',
  'minLength',
  'maxLength',
  'minProperties',
  'minContains',
  'maxContains',
]
const OURS = ['inOrder', 'uniqueBy', 'numbered', 'datesInOrder']

const odd = choose => choose.pick(VALUES)
const rarely = (choose, right, share = 0.12) => (choose.chance(share) ? odd(choose) : right())

/** A constraint out of keywords of JSON Schema and our own, whose values have wrong types at times. */
export function constraint(choose, depth = 0) {
  if (depth > 3) return choose.pick([true, false, {}, {type: choose.pick(TYPES)}, {$ref: choose.pick(REFS)}])
  const inner = () => constraint(choose, depth + 1)
  const map = () => Object.fromEntries(choose.times(choose.between(1, 3), () => [choose.pick(FACTS), inner()]))
  const ways = [
    () => ['properties', map()],
    () => ['properties', map()],
    () => ['properties', {sections: {additionalProperties: inner()}}],
    () => ['items', inner()],
    () => ['contains', inner()],
    () => ['required', choose.times(choose.upTo(4), () => choose.pick(FACTS))],
    () => [choose.pick(['allOf', 'anyOf', 'oneOf']), choose.times(choose.upTo(4), inner)],
    () => ['not', inner()],
    () => ['if', inner()],
    () => ['then', inner()],
    () => [
      choose.pick(['additionalProperties', 'propertyNames', 'unevaluatedProperties', 'unevaluatedItems']),
      inner(),
    ],
    () => ['patternProperties', {[choose.pick(PATTERNS)]: inner()}],
    () => ['dependentRequired', {[choose.pick(FACTS)]: [choose.pick(FACTS)]}],
    () => ['type', choose.pick(TYPES)],
    () => ['pattern', choose.pick(PATTERNS)],
    () => ['const', odd(choose)],
    () => ['enum', choose.times(choose.upTo(4), () => odd(choose))],
    () => [choose.pick(LIMITS), choose.pick([0, 1, 3, -1, 1.5, 1e9])],
    () => [
      choose.pick(OURS),
      choose.pick([true, ['a', 'b'], ['text'], ['executive-summary', 'goals-and-non-goals'], ['created', 'updated']]),
    ],
    () => ['uniqueItems', true],
    () => ['$ref', choose.pick(REFS)],
    () => [choose.pick(['$dynamicRef', '$anchor', '$id', 'format', 'nope', '__proto__']), odd(choose)],
  ]
  const entries = choose.times(choose.between(1, 3), () => {
    const [key, value] = choose.pick(ways)()
    return [key, rarely(choose, () => value)]
  })
  return Object.fromEntries(entries)
}

function entry(choose) {
  const words = {
    title: rarely(choose, () => 'A rule', 0.05),
    description: rarely(choose, () => 'So.', 0.05),
    severity: choose.pick([
      'error',
      'warning',
      'info',
      'off',
      'fatal',
      {Draft: 'info', default: 'error'},
      {Nope: 'error'},
    ]),
    message: choose.chance(0.9) ? choose.pick(WORDS) : odd(choose),
    ...(choose.chance(0.2) && {help: choose.pick(WORDS)}),
    ...(choose.chance(0.2) && {explains: rarely(choose, () => ['missing-section', '*', 'nope'])}),
    ...(choose.chance(0.2) && {fixes: rarely(choose, () => ['full-status', 'nope'])}),
    ...(choose.chance(0.2) && {mark: rarely(choose, () => 'heading')}),
    ...(choose.chance(0.2) && {related: rarely(choose, () => ({property: 'position', message: 'here'}))}),
  }
  return {...(choose.chance(0.8) && words), ...constraint(choose)}
}

/** A user's schema as data: rules that are right, wrong and nonsense. */
export function schemaData(choose) {
  const names = ['a', 'b', 'rule-c', 'missing-title', 'Bad Name', '__proto__', choose.pick(SIGNS)]
  const defs = choose.times(choose.between(1, 3), () => [choose.pick(names), rarely(choose, () => entry(choose), 0.08)])
  return {
    ...(choose.chance(0.7) && {
      $ref: choose.pick(['specwright:rfc', 'specwright:core', 'specwright:research', choose.pick(REFS)]),
    }),
    ...(choose.chance(0.1) && {$schema: choose.pick(['https://json-schema.org/draft/2020-12/schema', 'http://x', 3])}),
    $defs: rarely(choose, () => Object.fromEntries(defs), 0.05),
    ...(choose.chance(0.1) && constraint(choose)),
  }
}
