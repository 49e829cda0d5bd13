// Not from the room's index: compiled validators load the keywords, and must not load a YAML parser with them.
import {compareCodeUnits} from '../../text/compare.js'
import {isCalendarDate} from '../../text/dates.js'
import {escapePointer, isObject, isStrings} from '../data.js'
import type {Keyword} from './types.js'

/**
 * `datesInOrder: [property, …]`, on an object: the dates in these properties (`yyyy-mm-dd`, or objects with such a
 * `text`) do not go back. Those that are missing, or that no calendar has, are left out.
 */
export const datesInOrder: Keyword = {
  name: 'datesInOrder',
  type: 'object',
  parameter: 'a list of properties',
  accepts: parameter => isStrings(parameter) && parameter.length > 1,
  yields: ['expected', 'actual'],
  *find(parameter, data) {
    if (!isObject(data) || !Array.isArray(parameter)) return
    let last: {name: string; date: string} | undefined
    for (const name of parameter) {
      const date = Object.hasOwn(data, name) ? dateIn(data[name]) : undefined
      if (date === undefined) continue
      if (last && compareCodeUnits(date, last.date) < 0) {
        yield {
          path: `/${escapePointer(name)}`,
          expected: [`${last.date} or later`],
          actual: date,
          related: [{path: `/${escapePointer(last.name)}`, reason: 'It must not be earlier than this date'}],
        }
      } else last = {name, date}
    }
  },
}

function dateIn(value: unknown): string | undefined {
  const text = isObject(value) ? value.text : value
  return typeof text === 'string' && isCalendarDate(text) ? text : undefined
}
