import {nearest} from '../../text/index.js'
import {isObject, own} from '../data.js'
import {keywords} from '../keywords/index.js'
import {placeholdersIn} from '../schema/placeholders.js'
import type {Report} from '../schema/problems.js'
import {textsWithPlaceholders} from '../schema/words.js'
import type {FactType, FactTypes} from './fact-types.js'
import type {Assertion} from './scope.js'

const BY_LIMIT = /^(?:exclusive)?(?:min|max)/i
/** Which keywords fill a placeholder, beside ours; the others are filled always. */
const FILLED_BY: Readonly<Record<string, (keyword: string) => boolean>> = {
  limit: keyword => BY_LIMIT.test(keyword) || keyword === 'contains',
  allowed: keyword => keyword === 'const' || keyword === 'enum',
  missing: keyword => keyword === 'required' || keyword === 'dependentRequired',
  extra: keyword => /^(?:additional|unevaluated)Properties$|^propertyNames$/.test(keyword),
  expected: keyword => BY_LIMIT.test(keyword) || keyword === 'const' || keyword === 'enum',
}

/** Reports texts by keywords that the constraint does not have, and placeholders that would stay empty. */
export function checkTexts(
  id: string,
  entry: Record<string, unknown>,
  assertions: readonly Assertion[],
  types: FactTypes,
  report: Report,
): void {
  const at = ['$defs', id]
  const used = new Set(assertions.map(({keyword}) => keyword))
  for (const word of ['message', 'help']) {
    const texts = entry[word]
    for (const keyword of isObject(texts) ? Object.keys(texts) : []) {
      if (keyword === 'default' || used.has(keyword)) continue
      const reason = `Unexpected text for "${keyword}", which nothing in the rule can fail by; expected one of ${[...used].join(', ')}`
      report([...at, word, keyword], reason, {severity: 'warning', suggestions: nearest(keyword, used)})
    }
  }
  for (const {path, text} of textsWithPlaceholders(entry)) {
    const keyword = path[0] === 'related' ? undefined : path[1]
    const own = assertions.filter(assertion => assertion.keyword === keyword)
    const meant = own.length > 0 ? own : assertions
    for (const name of placeholdersIn(text)) checkPlaceholder(name, meant, types, [...at, ...path], report)
  }
  const places: [path: string[], property: unknown][] = [
    [['mark'], entry.mark],
    [['related', 'property'], own(entry.related, 'property')],
  ]
  for (const [path, property] of places) {
    if (typeof property !== 'string' || assertions.some(({item}) => types.part(item, property))) continue
    const known = assertions.flatMap(({item}) => types.names(item))
    const reason = `Unexpected property "${property}", expected one of the failing fact that has a position`
    report([...at, ...path], reason, {severity: 'warning', suggestions: nearest(property, known)})
  }
}

function checkPlaceholder(
  name: string,
  assertions: readonly Assertion[],
  types: FactTypes,
  at: readonly string[],
  report: Report,
): void {
  if (name.startsWith('item.')) {
    const segments = name.split('.').slice(1)
    if (assertions.some(({item}) => leadsToFact(item, segments, types))) return
    const known = assertions.flatMap(({item}) => types.names(item)).map(property => `item.${property}`)
    const reason = `Unexpected placeholder "{${name}}", expected a property of the failing fact`
    report(at, reason, {severity: 'warning', suggestions: nearest(name, known)})
    return
  }
  if (assertions.some(({keyword}) => fills(keyword, name))) return
  const filled = assertions.map(({keyword}) => keyword).join(', ')
  report(at, `Unexpected placeholder "{${name}}", which stays empty where ${filled} fails`, {severity: 'warning'})
}

function fills(keyword: string, name: string): boolean {
  const ours = keywords[keyword]?.yields
  if (ours?.includes(name)) return true
  const filledBy = own(FILLED_BY, name)
  if (typeof filledBy === 'function') return FILLED_BY[name]?.(keyword) === true
  return name === 'value' || name === 'actual'
}

function leadsToFact(type: FactType, segments: readonly string[], types: FactTypes): boolean {
  let current: FactType | undefined = type
  for (const segment of segments) current = current && types.part(current, segment)?.type
  return current !== undefined
}
