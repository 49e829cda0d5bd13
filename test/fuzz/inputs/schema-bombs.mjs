import {PATTERNS} from './schemas.mjs'

const ENTRY = {title: 'A', description: 'B', severity: 'error', message: 'C'}
const deep = (depth, inner) => Array.from({length: depth}).reduce(made => ({properties: {sections: made}}), inner)

/** Schemas that cost their reader more than their writer, by name. `size`: how much of it. */
export const SCHEMA_BOMBS = {
  deep: size => ({$defs: {a: {...ENTRY, ...deep(size, {required: ['x']})}}}),
  wide: size => ({
    $defs: Object.fromEntries(
      Array.from({length: Math.min(size, 300)}, (_, each) => [`a-${each}`, {...ENTRY, required: ['x']}]),
    ),
  }),
  'long list': size => ({$defs: {a: {...ENTRY, required: Array.from({length: size}, (_, each) => `x${each}`)}}}),
  'self reference': () => ({$defs: {a: {...ENTRY, $ref: '#/$defs/a'}}}),
  'round reference': () => ({$defs: {a: {...ENTRY, allOf: [{$ref: '#/$defs/b'}]}, b: {anyOf: [{$ref: '#/$defs/a'}]}}}),
  'recursive sections': () => ({
    $defs: {a: {...ENTRY, $ref: '#/$defs/b'}, b: {properties: {sections: {additionalProperties: {$ref: '#/$defs/b'}}}}},
  }),
  'doubling references': size => {
    const count = Math.min(size, 24)
    const defs = Array.from({length: count}, (_, each) => [
      `d${each}`,
      each === 0 ? {required: ['x']} : {allOf: [{$ref: `#/$defs/d${each - 1}`}, {$ref: `#/$defs/d${each - 1}`}]},
    ])
    return {$defs: {...Object.fromEntries(defs), a: {...ENTRY, $ref: `#/$defs/d${count - 1}`}}}
  },
  'huge pattern': size => ({
    $defs: {a: {...ENTRY, properties: {title: {properties: {text: {pattern: `(${'a|'.repeat(size)}b)*c`}}}}}},
  }),
  'many alternatives': size => ({
    $defs: {a: {...ENTRY, anyOf: Array.from({length: Math.min(size, 300)}, () => ({required: ['x']}))}},
  }),
  'long message': size => ({$defs: {a: {...ENTRY, message: '{missing}'.repeat(size), required: ['x']}}}),
}
const BOMBS = Object.keys(SCHEMA_BOMBS)

export const schemaBomb = choose => SCHEMA_BOMBS[choose.pick(BOMBS)](choose.pick([3, 10, 30, 300]))

/** A pattern whose simplest matcher takes a time that doubles with each sign of `prey`, as a rule on the title. */
export function patternTrap(choose) {
  const trap = choose.pick(PATTERNS)
  const schema = {
    $ref: 'specwright:rfc',
    $defs: {a: {...ENTRY, properties: {title: {properties: {text: {pattern: trap}}}}}},
  }
  return {
    schema,
    prey: `${choose.pick(['a', 'x', 'ab ', 'a '])}`.repeat(choose.pick([10, 40, 200])) + choose.pick(['!', '']),
  }
}
