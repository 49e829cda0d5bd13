import type {RootContent} from 'mdast'
import type {Collected, Row} from '../../facts/index.js'

/**
 * What an edit of some rows has changed besides, in words; undefined where nothing. Both texts were parsed: outside of the metadata
 * the trees must be equal, and in it the rows that were not meant.
 */
export function sideEffect(before: Collected, after: Collected, meant: ReadonlySet<string>): string | undefined {
  const rows = new Set([...Object.keys(before.syntax.metadata), ...Object.keys(after.syntax.metadata)])
  for (const id of rows) {
    if (meant.has(id)) continue
    const [was, is] = [before.syntax.metadata[id], after.syntax.metadata[id]]
    if (was?.label !== is?.label || was?.value !== is?.value || was?.source !== is?.source)
      return `the row "${(was ?? is)?.label}" would change with it`
  }
  const [was, is] = [before, after].map(collected => JSON.stringify(outside(collected, meant), withoutPlaces))
  return was === is ? undefined : 'text outside of the metadata would change with it'
}

// A node that holds rows is compared by them.
function outside({document, syntax}: Collected, meant: ReadonlySet<string>): RootContent[] {
  const rows = Object.entries(syntax.metadata).filter(([id, {source}]) => source !== 'section' || meant.has(id))
  const places = rows.map(([, row]) => place(row))
  return document.tree.children.filter(node => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
    return !places.some(offset => offset >= start && offset <= end && node.type !== 'heading')
  })
}

function place({source, position, labelPosition}: Row): number {
  return (source === 'section' ? position : labelPosition).start.offset
}

function withoutPlaces(name: string, value: unknown): unknown {
  return name === 'position' ? undefined : value
}
