import {isObject, isPosition, isStrings} from '../data.js'
import type {Keyword} from './types.js'

/**
 * `uniqueBy: [property, …]`, on an array of objects: no two items have the same values in all of these properties, case aside.
 * Items that lack one of them are left alone. Each surplus item is one finding, beside the first.
 */
export const uniqueBy: Keyword = {
  name: 'uniqueBy',
  type: 'array',
  parameter: 'a list of properties',
  accepts: parameter => isStrings(parameter) && parameter.length > 0,
  yields: ['actual', 'first.line'],
  *find(parameter, data) {
    if (!Array.isArray(data) || !Array.isArray(parameter)) return
    const first = new Map<string, number>()
    for (const [index, item] of data.entries()) {
      if (!isObject(item) || parameter.some(name => !Object.hasOwn(item, name))) continue
      const values = parameter.map((name: string) => item[name])
      const key = JSON.stringify(values).toLowerCase()
      const earlier = first.get(key)
      if (earlier === undefined) first.set(key, index)
      else {
        const actual = values.filter(value => typeof value === 'string').join(', ')
        const related = [{path: `/${earlier}`, reason: 'The first one stands here'}]
        yield {path: `/${index}`, actual, related, ...firstLine(data[earlier])}
      }
    }
  },
}

function firstLine(item: unknown): {first?: {line: number}} {
  return isObject(item) && isPosition(item.position) ? {first: {line: item.position.start.line}} : {}
}
