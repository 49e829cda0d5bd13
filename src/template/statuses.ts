import type {YamlValue} from '../text/yaml.js'
import {requireKnown, type Setting, textOf, textsOf} from './checks.js'
import {TemplateError} from './error.js'
import type {Status} from './types.js'

/** The statuses that a template declares: names, or `{name: accepted, aliases: [approved]}`. */
export function readStatuses(setting: Setting | undefined): Status[] {
  if (setting === undefined) return []
  const values = Array.isArray(setting.value) ? setting.value : [setting.value]
  const statuses = values.map(value => (isObject(value) ? withAliases(value, setting) : ownStatus({...setting, value})))
  const wordings = statuses.flatMap(({name, aliases}) => [name, ...aliases])
  const double = wordings.find((text, index) => wordings.indexOf(text) < index)
  if (double !== undefined) throw new TemplateError(`Unexpected second status "${double}"`, setting.line)
  return statuses
}

/** A status of this name, without other words for it. */
export function statusOf(name: string): Status {
  const cut = name.indexOf(' (')
  return {name, short: cut > 0 ? name.slice(0, cut) : name, aliases: []}
}

function ownStatus(setting: Setting): Status {
  return statusOf(textOf(setting))
}

function withAliases(value: {[key: string]: YamlValue}, {line}: Setting): Status {
  for (const key of Object.keys(value)) requireKnown(key, ['name', 'aliases'], line)
  const name = textOf({key: 'name', value: value.name ?? '', line})
  return {...statusOf(name), aliases: textsOf({key: 'aliases', value: value.aliases ?? [], line})}
}

function isObject(value: YamlValue): value is {[key: string]: YamlValue} {
  return typeof value === 'object' && !Array.isArray(value)
}
