import {isMap, itemsOf, partOf, requireKeys, type Setting, textOf, textsOf} from './checks.js'
import {TemplateError} from './error.js'
import type {Status} from './types.js'

/** The statuses that a template declares: names, or `{name: accepted, aliases: [approved]}`. */
export function readStatuses(setting: Setting | undefined): Status[] {
  const statuses = itemsOf(setting).map(item => ({
    ...(isMap(item.value) ? withAliases(item) : statusOf(textOf(item))),
    line: item.line,
  }))
  const wordings = statuses.flatMap(({name, aliases, line}) => [name, ...aliases].map(text => ({text, line})))
  const double = wordings.find(({text}, index) => wordings.findIndex(other => other.text === text) < index)
  if (double) throw new TemplateError(`Unexpected second status "${double.text}"`, double.line)
  return statuses.map(({line: _line, ...status}) => status)
}

/** A status of this name, without other words for it. */
export function statusOf(name: string): Status {
  const cut = name.indexOf(' (')
  return {name, short: cut > 0 ? name.slice(0, cut) : name, aliases: []}
}

function withAliases(setting: Setting): Status {
  requireKeys(setting, ['name', 'aliases'])
  const aliases = partOf(setting, 'aliases')
  return {...statusOf(textOf(partOf(setting, 'name'))), aliases: aliases.value === '' ? [] : textsOf(aliases)}
}
