import {nearest} from '../text/index.js'
import type {YamlValue} from '../text/yaml.js'
import {flagOf, requireKnown, type Setting, textOf, textsOf} from './checks.js'
import {TemplateError} from './error.js'
import type {Status} from './types.js'

const KEYS = ['name', 'aliases', 'next', 'approved', 'superseded']

/** The statuses that a template declares: names, or `{name: accepted, aliases: [approved], next: [deprecated]}`. */
export function readStatuses(setting: Setting | undefined): Status[] {
  if (setting === undefined) return []
  const values = Array.isArray(setting.value) ? setting.value : [setting.value]
  const statuses = values.map(value => (isObject(value) ? described(value, setting) : ownStatus({...setting, value})))
  const wordings = statuses.flatMap(({name, aliases}) => [name, ...aliases])
  const double = wordings.find((text, index) => wordings.indexOf(text) < index)
  if (double !== undefined) throw new TemplateError(`Unexpected second status "${double}"`, setting.line)
  const [, second] = statuses.filter(({superseded}) => superseded)
  if (second) {
    const reason = `Unexpected second status "${second.name}" of documents that are superseded, expected one`
    throw new TemplateError(reason, setting.line)
  }
  return statuses.map(status => withNext(status, statuses, setting.line))
}

/** A status of this name, without other words for it. */
export function statusOf(name: string): Status {
  const cut = name.indexOf(' (')
  return {name, short: cut > 0 ? name.slice(0, cut) : name, aliases: []}
}

function ownStatus(setting: Setting): Status {
  return statusOf(textOf(setting))
}

function described(value: {[key: string]: YamlValue}, {line}: Setting): Status {
  for (const key of Object.keys(value)) requireKnown(key, KEYS, line)
  const setting = (key: string): Setting => ({key, value: value[key] ?? '', line})
  const isSet = (key: string): boolean => value[key] !== undefined && flagOf(setting(key))
  return {
    ...statusOf(textOf(setting('name'))),
    aliases: textsOf({key: 'aliases', value: value.aliases ?? [], line}),
    ...(value.next !== undefined && {next: textsOf(value.next === '' ? undefined : setting('next'))}),
    ...(isSet('approved') && {approved: true}),
    ...supersededOf(value.superseded === undefined ? undefined : setting('superseded')),
  }
}

// "by": the name of the successor follows the status and this word.
function supersededOf(setting: Setting | undefined): Pick<Status, 'superseded' | 'successorBehind'> {
  const isFlag = setting === undefined || setting.value === 'true' || setting.value === 'false'
  if (isFlag) return flagOf(setting) ? {superseded: true} : {}
  return {superseded: true, successorBehind: textOf(setting)}
}

// Named by any of their words; kept by their names.
function withNext(status: Status, statuses: readonly Status[], line: number): Status {
  if (status.next === undefined) return status
  const next = status.next.map(word => {
    const found = statuses.find(({name, short, aliases}) => [name, short, ...aliases].includes(word))
    if (found === status) {
      const reason = `Unexpected "${word}" after the status "${status.name}", expected others than itself`
      throw new TemplateError(reason, line)
    }
    if (found) return found.name
    const names = statuses.map(({name}) => name)
    const [near] = nearest(
      word,
      statuses.flatMap(({name, short}) => [name, short]),
    )
    const hint = near === undefined ? `expected one of ${names.join(', ')}` : `did you mean "${near}"?`
    throw new TemplateError(`Unexpected "${word}" after the status "${status.name}", ${hint}`, line)
  })
  return {...status, next: [...new Set(next)]}
}

function isObject(value: YamlValue): value is {[key: string]: YamlValue} {
  return typeof value === 'object' && !Array.isArray(value)
}
