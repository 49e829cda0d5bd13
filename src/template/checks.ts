import {joinPointer, nearest, slug} from '../text/index.js'
import {type YamlPair, type YamlValue, yamlRanges} from '../text/yaml.js'
import {TemplateError} from './error.js'

/** A setting of a template, with the line that blame falls on. */
export interface Setting {
  key: string
  value: YamlValue
  line: number
  /** The way to it from the whole of its comment. */
  path: readonly string[]
  /** The line of what lies on a way; another where nothing does. */
  lineAt(path: readonly string[], otherwise: number): number
}

/** One whose value is a map. */
export interface MapSetting extends Setting {
  value: {[key: string]: YamlValue}
}

/** Pairs of a comment as settings; keys that mean nothing are refused. */
export function settingsOf(
  pairs: readonly YamlPair[],
  body: string,
  firstLine: number,
  known: readonly string[],
): Map<string, Setting> {
  const ranges = yamlRanges(body)
  const lineAt = (path: readonly string[], otherwise: number): number => {
    const range = ranges.get(joinPointer(path))
    return range ? firstLine + body.slice(0, range[0]).split(/\r\n|\n|\r/).length - 1 : otherwise
  }
  const settings = new Map<string, Setting>()
  for (const {key, value} of pairs) {
    const setting = {key, value, line: lineAt([key], firstLine), path: [key], lineAt}
    requireKnown(key, known, setting.line)
    settings.set(key, setting)
  }
  return settings
}

/** The value of a key in a setting that is a map, "" where it has none: with the line of the key, else of the map. */
export function partOf(setting: MapSetting, key: string): Setting {
  const path = [...setting.path, key]
  return {...setting, key, value: setting.value[key] ?? '', path, line: setting.lineAt(path, setting.line)}
}

/** The items of a setting that is a list, each with its line; of another its one value. */
export function itemsOf(setting: Setting | undefined): Setting[] {
  if (setting === undefined) return []
  if (!Array.isArray(setting.value)) return [setting]
  return setting.value.map((value, index) => {
    const path = [...setting.path, String(index)]
    return {...setting, value, path, line: setting.lineAt(path, setting.line)}
  })
}

/** Refuses keys of a map that mean nothing. */
export function requireKeys(setting: MapSetting, known: readonly string[]): void {
  for (const key of Object.keys(setting.value)) requireKnown(key, known, partOf(setting, key).line)
}

export function isMap(value: YamlValue): value is {[key: string]: YamlValue} {
  return typeof value === 'object' && !Array.isArray(value)
}

export function isMapSetting(setting: Setting): setting is MapSetting {
  return isMap(setting.value)
}

function requireKnown(key: string, known: readonly string[], line: number): void {
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
  return itemsOf(setting).map(textOf)
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
