import {nearest, slug} from '../text/index.js'
import type {YamlPair, YamlValue} from '../text/yaml.js'
import {TemplateError} from './error.js'

/** A setting of a template, with the line that blame falls on. */
export interface Setting {
  key: string
  value: YamlValue
  line: number
}

/** Pairs of a comment as settings; keys that mean nothing are refused. */
export function settingsOf(
  pairs: readonly YamlPair[],
  body: string,
  firstLine: number,
  known: readonly string[],
): Map<string, Setting> {
  const settings = new Map<string, Setting>()
  for (const {key, value, keyRange} of pairs) {
    const line = firstLine + body.slice(0, keyRange[0]).split(/\r\n|\n|\r/).length - 1
    requireKnown(key, known, line)
    settings.set(key, {key, value, line})
  }
  return settings
}

export function requireKnown(key: string, known: readonly string[], line: number): void {
  knownOf(key, known, line)
}

/** The name, where it is one of those that are known. */
export function knownOf<Name extends string>(key: string, known: readonly Name[], line: number): Name {
  const found = known.find(name => name === key)
  if (found !== undefined) return found
  const [near] = nearest(key, known)
  const hint =
    near === undefined ? `expected one of ${known.map(name => `"${name}"`).join(', ')}` : `did you mean "${near}"?`
  throw new TemplateError(`Unexpected "${key}", ${hint}`, line)
}

export function textOf(setting: Setting): string {
  if (typeof setting.value === 'string' && setting.value.trim() !== '') return setting.value.trim()
  throw new TemplateError(`Unexpected value of "${setting.key}", expected a text`, setting.line)
}

export function textsOf(setting: Setting | undefined): string[] {
  if (setting === undefined) return []
  const values = Array.isArray(setting.value) ? setting.value : [setting.value]
  return values.map(value => textOf({...setting, value}))
}

export function flagOf(setting: Setting | undefined): boolean {
  if (setting === undefined || setting.value === 'false') return false
  if (setting.value === 'true') return true
  throw new TemplateError(`Unexpected value of "${setting.key}", expected true or false`, setting.line)
}

/** Whether sections may stand at any level: "any", or "fixed" for the template's own. */
export function isAnyLevel(setting: Setting | undefined, byDefault = false): boolean {
  return setting === undefined ? byDefault : knownOf(textOf(setting), ['any', 'fixed'], setting.line) === 'any'
}

export function wholeNumberOf(setting: Setting): number {
  const text = textOf(setting)
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new TemplateError(`Unexpected "${text}" as "${setting.key}", expected a whole number`, setting.line)
}

export function idOf(setting: Setting): string {
  const id = textOf(setting)
  if (slug(id) === id) return id
  throw new TemplateError(`Unexpected id "${id}", expected letters, digits and hyphens in lower case`, setting.line)
}
