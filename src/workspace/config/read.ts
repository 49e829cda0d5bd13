import {linesOf} from '../../markdown/index.js'
import {readTypedYaml, wordsOn} from '../../text/yaml.js'
import {decode} from '../decode.js'
import {codeOf} from '../error.js'
import {readFile} from '../trace/disk.js'
import {config} from './shape.js'
import type {ConfigData, ConfigFailure, ConfigFile, ConfigProblem, Range, ResearchFolder} from './types.js'

const MOST_BYTES = 1_000_000

/** Reads a config file, JSON or YAML, with the place of every part. `path` is absolute. */
export async function readConfig(path: string): Promise<ConfigFile | ConfigFailure> {
  const text = await textAt(path)
  return typeof text === 'string'
    ? parseConfig(path, text)
    : failure(path, '', [{range: linesOf('').rangeOf(1), ...text}])
}

/** A config's text as data. */
export function parseConfig(path: string, text: string): ConfigFile | ConfigFailure {
  const lines = linesOf(text)
  const reading = readTypedYaml(text, {size: MOST_BYTES, depth: 20})
  if (!reading.ok) {
    return failure(path, text, [{range: lines.rangeOf(reading.line), reason: wordsOn(reading)}])
  }
  const at = (pointer: string): Range => {
    // What has no place of its own (the one text that stands for a list, a key that is missing) is told at what it belongs to.
    const known = reading.ranges.get(pointer)
    if (known === undefined && pointer !== '') return at(pointer.slice(0, pointer.lastIndexOf('/')))
    const [start, end] = known ?? [0, lines.text(1).length]
    return {start: lines.pointAt(start), end: lines.pointAt(end)}
  }
  const problems: Omit<ConfigProblem, 'path'>[] = []
  // An empty file says nothing, which is allowed.
  const value = reading.value ?? {}
  config(value, '', (pointer, reason, suggestions = []) =>
    problems.push({range: at(pointer), reason, ...(suggestions.length > 0 && {suggestions})}),
  )
  if (problems.length > 0) return failure(path, text, problems)
  return {path, text, data: dataOf(value as Readonly<Record<string, unknown>>), at}
}

/** One text stands for a list of it. */
function dataOf(value: Readonly<Record<string, unknown>>): ConfigData {
  const data: Record<string, unknown> = {}
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'rules') data.rules = {...(inner as object)}
    else if (key === 'kinds') {
      const kinds = Object.entries(inner as Record<string, Record<string, unknown>>)
      data.kinds = Object.fromEntries(
        kinds.map(([name, {files, ignore, template, ...rest}]) => [
          name,
          {
            ...rest,
            ...(files !== undefined && {files: listOf(files)}),
            ...(ignore !== undefined && {ignore: listOf(ignore)}),
            ...(template !== undefined && {template: listOf(template)}),
          },
        ]),
      )
    } else if (key === 'research') data.research = listOf(inner).map(researchOf)
    else if (key !== '$schema') data[key] = listOf(inner)
  }
  return data as ConfigData
}

function researchOf(value: unknown): ResearchFolder {
  if (typeof value === 'string') return {path: value}
  const {path, untracked, outside} = value as {path: string; untracked?: boolean; outside?: boolean}
  return {path, ...(outside ? {mark: 'outside' as const} : untracked ? {mark: 'untracked' as const} : {})}
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value]
}

async function textAt(path: string): Promise<string | {reason: string}> {
  try {
    const bytes = await readFile(path)
    if (bytes.length > MOST_BYTES) return {reason: 'Unexpected config of more than a megabyte, expected a small file'}
    const decoded = decode(bytes)
    return decoded.ok ? decoded.text : {reason: decoded.reason}
  } catch (error) {
    return {reason: `The file cannot be read (${codeOf(error)})`}
  }
}

export function failure(path: string, text: string, problems: readonly Omit<ConfigProblem, 'path'>[]): ConfigFailure {
  return {problems: problems.map(problem => ({path, ...problem})), texts: new Map([[path, text]])}
}
