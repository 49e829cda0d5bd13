import type {RootContent} from 'mdast'
import type {Row} from '../../facts/index.js'
import {endOf, startOf} from '../../markdown/index.js'
import type {Reading} from './reading.js'

type Read = Pick<Reading, 'document' | 'metadata'>

/**
 * What an edit of some rows has changed besides, in words; undefined where nothing. Both texts were parsed: outside of the metadata
 * the trees must be equal, and in it the rows that were not meant.
 */
export function sideEffect(before: Read, after: Read, meant: ReadonlySet<string>): string | undefined {
  const rows = new Set([...Object.keys(before.metadata), ...Object.keys(after.metadata)])
  for (const id of rows) {
    if (meant.has(id)) continue
    const [was, is] = [before.metadata[id], after.metadata[id]]
    if (was?.label !== is?.label || was?.value !== is?.value || was?.source !== is?.source)
      return `the row "${(was ?? is)?.label}" would change with it`
  }
  const [was, is] = [before, after].map(reading => JSON.stringify(outside(reading, meant), withoutPlaces))
  return was === is ? undefined : 'text outside of the metadata would change with it'
}

// A node that holds rows is compared by them.
function outside({document, metadata}: Read, meant: ReadonlySet<string>): RootContent[] {
  const rows = Object.entries(metadata).filter(([id, {source}]) => source !== 'section' || meant.has(id))
  const places = rows.map(([, row]) => place(row))
  return document.tree.children.filter(node => {
    const [start, end] = [startOf(node), endOf(node)]
    return !places.some(offset => offset >= start && offset <= end && node.type !== 'heading')
  })
}

function place({source, position, labelPosition}: Row): number {
  return (source === 'section' ? position : labelPosition).start.offset
}

function withoutPlaces(name: string, value: unknown): unknown {
  return name === 'position' ? undefined : value
}
