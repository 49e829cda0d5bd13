import {append, escapePointer, leavesRoot, nearest} from '../../text/index.js'
import {isObject} from '../data.js'
import {SCHEMA_VERSION} from './text.js'

/** What is wrong with a part of a baseline, and its JSON pointer. */
export interface Fault {
  pointer: string
  reason: string
  suggestions?: string[]
}

const ANEW = 'delete the file and write it anew with "spec lint --update-baseline"'

/** What is wrong with a baseline's data; schema/baseline.schema.json says the same to others. */
export function checkBaseline(value: unknown): Fault[] {
  if (!isObject(value)) return [{pointer: '', reason: `Unexpected content, expected a baseline; ${ANEW}`}]
  const {schemaVersion, violations} = value
  if (schemaVersion === undefined)
    return [{pointer: '', reason: `Missing "schemaVersion", expected ${SCHEMA_VERSION}; ${ANEW}`}]
  // What another version holds is not looked at: all of it may be different.
  if (schemaVersion !== SCHEMA_VERSION)
    return [
      {
        pointer: '/schemaVersion',
        reason: `Unexpected version ${JSON.stringify(schemaVersion)} of the baseline, expected ${SCHEMA_VERSION}; ${ANEW}`,
      },
    ]
  const faults = unknownKeys(value, '', ['schemaVersion', 'violations'])
  if (!isObject(violations))
    return [
      ...faults,
      {
        pointer: violations === undefined ? '' : '/violations',
        reason: 'Missing "violations", expected entries by path',
      },
    ]
  for (const [path, entries] of Object.entries(violations)) {
    const pointer = `/violations/${escapePointer(path)}`
    if (path === '' || leavesRoot(path) || /^(?:\/|[A-Za-z]:)|\\|\0/.test(path))
      faults.push({pointer, reason: `Unexpected path "${path}", expected one below the workspace's root, with "/"`})
    if (!Array.isArray(entries)) faults.push({pointer, reason: 'Unexpected value, expected a list of entries'})
    else for (const [index, entry] of entries.entries()) append(faults, entryFaults(entry, `${pointer}/${index}`))
  }
  return faults
}

const KEYS = ['count', 'rule', 'section', 'text']

function entryFaults(entry: unknown, pointer: string): Fault[] {
  if (!isObject(entry)) return [{pointer, reason: `Unexpected value, expected an entry with ${KEYS.join(', ')}`}]
  const faults = unknownKeys(entry, pointer, KEYS)
  for (const key of KEYS) {
    const value = entry[key]
    const at = `${pointer}/${key}`
    if (value === undefined) faults.push({pointer, reason: `Missing "${key}" of an entry`})
    else if (key === 'count') {
      if (!Number.isSafeInteger(value) || Number(value) < 1)
        faults.push({pointer: at, reason: `Unexpected count ${JSON.stringify(value)}, expected a number from 1`})
    } else if (typeof value !== 'string' || (key === 'rule' && value === ''))
      faults.push({pointer: at, reason: `Unexpected value of "${key}", expected a text`})
  }
  return faults
}

function unknownKeys(value: object, pointer: string, known: readonly string[]): Fault[] {
  return Object.keys(value)
    .filter(key => !known.includes(key))
    .map(key => ({
      pointer: `${pointer}/${escapePointer(key)}`,
      reason: `Unexpected key "${key}", expected one of ${known.join(', ')}`,
      suggestions: nearest(key, known),
    }))
}
