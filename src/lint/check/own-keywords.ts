import {isStrings} from '../data.js'
import {keywords} from '../keywords/index.js'
import {type FactType, hasPosition} from './fact-types.js'
import {partOf} from './parts.js'
import type {Check, Here} from './scope.js'

/**
 * Takes down a keyword of ours with the facts that it would accuse: the items of a list, the sections of a map, the named
 * parts of an object. Names in its parameter must be facts. False where the keyword is none of ours.
 */
export function checkOwnKeyword(keyword: string, parameter: unknown, here: Here, check: Check): boolean {
  if (!Object.hasOwn(keywords, keyword)) return false
  const {types} = check
  const inner = types.item(here.type) ?? types.value(here.type)
  const named = isStrings(parameter)
    ? namedParts(parameter, inner && types.item(here.type) ? inner : undefined, here, check)
    : []
  const accused = inner ? [inner] : named
  for (const type of accused) {
    if (!here.silent) check.assertions.push({keyword, item: hasPosition(type) ? type : here.item})
  }
  return true
}

// A list's names are properties of its items; else they are parts of the fact itself, or ids of its sections.
function namedParts(names: readonly string[], item: FactType | undefined, here: Here, check: Check): FactType[] {
  return names.flatMap((name, index) => {
    const at = {...here, at: [...here.at, String(index)]}
    const part = partOf(name, item ? {...at, type: item, name: `${here.name}[]`} : at, check)
    return part ? [part.type] : []
  })
}
