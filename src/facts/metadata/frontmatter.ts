import {readYaml, type YamlValue} from '../../text/yaml.js'
import type {Document} from '../reading/document.js'
import {once} from '../reading/once.js'
import {positionOf, rangeBetween} from '../reading/positions.js'
import type {Position} from '../types.js'
import type {RawRow} from './rows.js'

export interface Frontmatter {
  position: Position
  rows: RawRow[]
  /** Why it could not be read. */
  problem?: {reason: string; position: Position}
}

/** The YAML between the first two lines of dashes; undefined in a document without. */
export const frontmatterOf = once(({tree, text, lines}: Document): Frontmatter | undefined => {
  const node = tree.children.find(child => child.type === 'yaml')
  if (!node) return undefined
  const position = positionOf(node)
  const first = lines.start(position.start.line + 1)
  const source = text.slice(first, lines.start(position.end.line))

  const read = readYaml(source)
  const failed = (reason: string, line: number): Frontmatter => {
    const start = lines.start(position.start.line + line)
    return {
      position,
      rows: [],
      problem: {reason, position: rangeBetween(lines, start, start + lines.text(position.start.line + line).length)},
    }
  }
  if (!read.ok) return failed(read.reason, read.line)
  if (read.pairs.length === 0 && read.value !== '') return failed('it has no keys', firstWords(source))
  return {
    position,
    rows: read.pairs.map(({key, value, keyRange, valueRange}) => ({
      source: 'frontmatter',
      label: key,
      labelPosition: rangeBetween(lines, first + keyRange[0], first + keyRange[1]),
      // What is neither text nor list tells nothing as data: it is shown as written.
      value: isPlain(value)
        ? textOf(value)
        : source
            .slice(...valueRange)
            .trim()
            .replace(/\s+/g, ' '),
      ...(Array.isArray(value) && {items: value.map(textOf)}),
      position: rangeBetween(lines, first + valueRange[0], first + trimmedEnd(source, valueRange)),
    })),
  }
})

// The reader counts the line ends behind a list or a block to it.
function trimmedEnd(source: string, [start, end]: readonly [number, number]): number {
  return start + source.slice(start, end).trimEnd().length
}

function isPlain(value: YamlValue): boolean {
  return typeof value === 'string' || Array.isArray(value)
}

function textOf(value: YamlValue): string {
  if (typeof value === 'string') return value.trim()
  return Array.isArray(value) ? value.map(textOf).join(', ') : JSON.stringify(value)
}

/** The number of the first line with anything in it, from 1. */
function firstWords(source: string): number {
  return source.split('\n').findIndex(line => line.trim() !== '') + 1
}
