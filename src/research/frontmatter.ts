import type {Root} from 'mdast'
import {collapsed} from '../text/collapsed.js'
import {readFlatYaml} from '../text/flat-yaml.js'
import {readYaml, type YamlValue} from '../text/yaml.js'

/** Frontmatter by its keys in lower case; `problem` tells why there is none although one was begun. */
export interface Frontmatter {
  values: ReadonlyMap<string, YamlValue>
  problem?: string
}

const OPENED = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)[ \t]*[\w-]+[ \t]*:/

export function frontmatterOf(tree: Root, text: string): Frontmatter {
  const node = tree.children[0]
  if (node?.type !== 'yaml')
    return {values: new Map(), ...(OPENED.test(text) && {problem: 'its closing line "---" is missing'})}
  return frontmatterIn(node.value)
}

/** The frontmatter in the YAML between its lines of dashes. */
export function frontmatterIn(yaml: string): Frontmatter {
  const flat = readFlatYaml(yaml)
  if (flat) return {values: new Map([...flat].map(([key, value]) => [key.toLowerCase(), value]))}
  const reading = readYaml(yaml)
  if (!reading.ok) return {values: new Map(), problem: `${reading.reason} (line ${reading.line + 1})`}
  if (reading.value === '') return {values: new Map()}
  if (typeof reading.value === 'string' || Array.isArray(reading.value))
    return {values: new Map(), problem: 'it holds no "key: value" pairs'}
  return {values: new Map(reading.pairs.map(({key, value}) => [key.toLowerCase(), value]))}
}

/** The scalar under the first of the keys that has one, white space collapsed; undefined where none has. */
export function scalar({values}: Frontmatter, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = values.get(key)
    const text = typeof value === 'string' ? collapsed(value) : ''
    if (text !== '') return text
  }
  return undefined
}

/** A list of scalars, or one scalar cut at its commas, under the first of the keys that is there. */
export function list({values}: Frontmatter, ...keys: readonly string[]): string[] {
  const value = keys.map(key => values.get(key)).find(found => found !== undefined) ?? ''
  const items = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : []
  return items.flatMap(item => (typeof item === 'string' && item.trim() !== '' ? [item.trim()] : []))
}
