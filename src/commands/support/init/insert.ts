import {isDeepStrictEqual} from 'node:util'
import {firstMatch} from '../../../text/index.js'
import {readTypedYaml} from '../../../text/yaml.js'

/**
 * A YAML text with one more item, or several, at the end of its list of that name: by a text edit, so that nothing else
 * changes. Undefined where that is not sure: flow style, anchors, no such list.
 */
export function appendToList(text: string, key: string, items: string): string | undefined {
  const before = readTypedYaml(text)
  if (!before.ok) return undefined
  const old = listIn(before.value, key)
  const [start, end] = before.ranges.get(`/${key}/${(old?.length ?? 0) - 1}`) ?? []
  if (old === undefined || start === undefined || end === undefined) return undefined

  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const indent = /^( *)- +$/.exec(line)?.[1]
  if (indent === undefined) return undefined
  const break_ = text.includes('\r\n') ? '\r\n' : '\n'
  const at = endOfLine(text, end)
  const added = reindented(items, indent).replaceAll('\n', break_)
  const edited = `${text.slice(0, at)}${at > 0 && text[at - 1] !== '\n' ? break_ : ''}${added}${text.slice(at)}`
  const expected = {...(before.value as object), [key]: [...old, ...(plainIn(items) as unknown[])]}
  return isDeepStrictEqual(plainIn(edited), plain(expected)) ? edited : undefined
}

// What a block collection's range ends with may be the line break after it.
function endOfLine(text: string, offset: number): number {
  const last = text.slice(0, offset).trimEnd().length
  const end = text.indexOf('\n', last)
  return end < 0 ? text.length : end + 1
}

function reindented(items: string, indent: string): string {
  const own = firstMatch(/^ */, items)
  return items.replace(/^(?!$)/gm, '\0').replaceAll(`\0${own}`, indent)
}

function plainIn(text: string): unknown {
  const reading = readTypedYaml(text)
  return reading.ok ? plain(reading.value) : undefined
}

// Objects that were read have no prototype.
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

function listIn(value: unknown, key: string): unknown[] | undefined {
  const list = value !== null && typeof value === 'object' ? Reflect.get(value, key) : undefined
  return Array.isArray(list) ? list : undefined
}
