import type {YamlValue} from '../text/yaml.js'
import {mayTakeForEver} from './backtracking.js'
import {idOf, requireKnown, type Setting, textOf} from './checks.js'
import {TemplateError} from './error.js'
import type {IdPattern, NamedPattern} from './types.js'

/** What must not stay in a document: whole texts, and patterns that are found within a text. */
export interface Placeholders {
  texts: string[]
  patterns: string[]
}

export function placeholdersIn(setting: Setting | undefined): Placeholders {
  const found: Placeholders = {texts: [], patterns: []}
  for (const value of listIn(setting)) {
    const item = {key: setting?.key ?? '', value, line: setting?.line ?? 1}
    if (isMap(value)) found.patterns.push(patternOf(mapOf(item, ['pattern'])('pattern')))
    else found.texts.push(textOf(item))
  }
  return found
}

export function marksIn(setting: Setting | undefined): NamedPattern[] {
  return named(setting, ['name', 'pattern']).map(({name, pattern}) => ({name, pattern}))
}

export function idsIn(setting: Setting | undefined): IdPattern[] {
  return named(setting, ['name', 'pattern', 'section']).map(({name, pattern, get, has}) => ({
    name,
    pattern,
    ...(has('section') && {section: textOf(get('section'))}),
  }))
}

interface Named extends NamedPattern {
  get: (key: string) => Setting
  has: (key: string) => boolean
}

function named(setting: Setting | undefined, keys: readonly string[]): Named[] {
  const found = listIn(setting).map((value): Named => {
    const get = mapOf({key: setting?.key ?? '', value, line: setting?.line ?? 1}, keys)
    return {
      name: idOf(get('name')),
      pattern: patternOf(get('pattern')),
      get,
      has: key => isMap(value) && value[key] !== undefined,
    }
  })
  const double = found.find(({name}, index) => found.findIndex(other => other.name === name) < index)
  if (double) throw new TemplateError(`Unexpected second "${double.name}" in "${setting?.key}"`, setting?.line ?? 1)
  return found
}

/** Reads the keys of a map; those that mean nothing are refused. */
function mapOf({key, value, line}: Setting, known: readonly string[]): (key: string) => Setting {
  if (!isMap(value)) {
    throw new TemplateError(`Unexpected item of "${key}", expected ${known.map(name => `"${name}"`).join(', ')}`, line)
  }
  for (const name of Object.keys(value)) requireKnown(name, known, line)
  return name => ({key: name, value: value[name] ?? '', line})
}

function patternOf(setting: Setting): string {
  const pattern = textOf(setting)
  const problem = problemOf(pattern)
  if (problem === undefined) return pattern
  throw new TemplateError(`Unexpected pattern "${pattern}", ${problem}`, setting.line)
}

/** Why a pattern cannot be looked for, in words that follow it; undefined where it can. */
function problemOf(pattern: string): string | undefined {
  try {
    if (new RegExp(`^(?:${pattern})$`, 'u').test('')) return 'expected one that does not match the empty text'
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*: /s, '') : String(error)
    return `expected a regular expression (${reason})`
  }
  if (mayTakeForEver(pattern))
    return 'expected no "*" or "+" around another one or a choice of likes: it would take for ever on some texts'
  return undefined
}

function listIn(setting: Setting | undefined): readonly YamlValue[] {
  if (setting === undefined) return []
  return Array.isArray(setting.value) ? setting.value : [setting.value]
}

function isMap(value: YamlValue): value is {[key: string]: YamlValue} {
  return typeof value === 'object' && !Array.isArray(value)
}
