import {nearest} from '../text/index.js'
import {
  flagOf,
  isMapSetting,
  itemsOf,
  type MapSetting,
  partOf,
  requireKeys,
  type Setting,
  textOf,
  textsOf,
} from './checks.js'
import {TemplateError} from './error.js'
import type {Status} from './types.js'

/** The statuses that a template declares: names, or `{name: accepted, aliases: [approved], next: [deprecated]}`. */
export function readStatuses(setting: Setting | undefined): Status[] {
  const items = itemsOf(setting)
  const statuses = items.map(item => ({
    item,
    status: isMapSetting(item) ? described(item) : statusOf(textOf(item)),
  }))
  const wordings = statuses.flatMap(({status: {name, aliases}, item}) =>
    [name, ...aliases].map(text => ({text, line: item.line})),
  )
  const double = wordings.find(({text}, index) => wordings.findIndex(other => other.text === text) < index)
  if (double) throw new TemplateError(`Unexpected second status "${double.text}"`, double.line)
  const [, second] = statuses.filter(({status}) => status.superseded)
  if (second) {
    const reason = `Unexpected second status "${second.status.name}" of documents that are superseded, expected one`
    throw new TemplateError(reason, second.item.line)
  }
  const all = statuses.map(({status}) => status)
  return statuses.map(({status, item}) => withNext(status, all, item))
}

/** A status of this name, without other words for it. */
export function statusOf(name: string): Status {
  const cut = name.indexOf(' (')
  return {name, short: cut > 0 ? name.slice(0, cut) : name, aliases: []}
}

function described(item: MapSetting): Status {
  const {value} = item
  requireKeys(item, ['name', 'aliases', 'next', 'approved', 'superseded'])
  const given = (key: string): Setting | undefined => (value[key] === undefined ? undefined : partOf(item, key))
  return {
    ...statusOf(textOf(partOf(item, 'name'))),
    aliases: namesOf(given('aliases')),
    ...(value.next !== undefined && {next: namesOf(given('next'))}),
    ...(flagOf(given('approved')) && {approved: true}),
    ...supersededOf(given('superseded')),
  }
}

// A key with nothing behind it is an empty list.
function namesOf(setting: Setting | undefined): string[] {
  return setting?.value === '' ? [] : textsOf(setting)
}

// "by": the name of the successor follows the status and this word.
function supersededOf(setting: Setting | undefined): Pick<Status, 'superseded' | 'successorBehind'> {
  const isFlag = setting === undefined || setting.value === 'true' || setting.value === 'false'
  if (isFlag) return flagOf(setting) ? {superseded: true} : {}
  return {superseded: true, successorBehind: textOf(setting)}
}

// Named by any of their words; kept by their names.
function withNext(status: Status, statuses: readonly Status[], item: Setting): Status {
  if (status.next === undefined) return status
  const line = item.lineAt([...item.path, 'next'], item.line)
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
