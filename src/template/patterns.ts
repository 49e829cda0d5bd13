import {itemAt, rethrowUnless} from '../text/index.js'
import {patternOf as compiled, PatternError} from '../text/patterns/index.js'
import {idOf, isMap, isMapSetting, itemsOf, partOf, requireKeys, type Setting, textOf} from './checks.js'
import {TemplateError} from './error.js'
import type {IdPattern, NamedPattern} from './types.js'

/** What must not stay in a document: whole texts, and patterns that are found within a text. */
export interface Placeholders {
  texts: string[]
  patterns: string[]
}

export function placeholdersIn(setting: Setting | undefined): Placeholders {
  const found: Placeholders = {texts: [], patterns: []}
  for (const item of itemsOf(setting)) {
    if (isMap(item.value)) found.patterns.push(patternOf(mapOf(item, ['pattern'])('pattern')))
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
  const items = itemsOf(setting)
  const found = items.map((item): Named => {
    const {value} = item
    const get = mapOf(item, keys)
    return {
      name: idOf(get('name')),
      pattern: patternOf(get('pattern')),
      get,
      has: key => isMap(value) && value[key] !== undefined,
    }
  })
  const double = found.findIndex(({name}, index) => found.findIndex(other => other.name === name) < index)
  if (double >= 0)
    throw new TemplateError(
      `Unexpected second "${found[double]?.name}" in "${setting?.key}"`,
      itemAt(items, double).line,
    )
  return found
}

/** Reads the keys of a map; those that mean nothing are refused. */
function mapOf(setting: Setting, known: readonly string[]): (key: string) => Setting {
  const {key, line} = setting
  if (!isMapSetting(setting)) {
    throw new TemplateError(`Unexpected item of "${key}", expected ${known.map(name => `"${name}"`).join(', ')}`, line)
  }
  requireKeys(setting, known)
  return name => partOf(setting, name)
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
    // Places are told as they are in the pattern by itself.
    compiled(pattern)
    return compiled(`^(?:${pattern})$`).test('') ? 'expected one that does not match the empty text' : undefined
  } catch (error) {
    rethrowUnless(error, PatternError)
    return error.message
  }
}
