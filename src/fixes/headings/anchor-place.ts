import type {Nodes, Root} from 'mdast'
import type {Citation} from '../../facts/types.js'
import {visit} from '../../markdown/index.js'

/** Where the anchor of a citation stands in its document, without "#": that of a link by a label stands at the label's definition. */
export function anchorPlace(
  {anchor, form, position, targetPosition}: Citation,
  text: string,
  tree: Root,
): [start: number, end: number] | undefined {
  if (anchor === undefined) return undefined
  const place = targetPosition ?? (form === 'reference-link' ? definitionAt(tree, position.start.offset) : position)
  if (!place) return undefined
  const start = place.start.offset ?? 0
  const at = text.slice(start, place.end.offset).lastIndexOf(`#${anchor}`)
  return at < 0 ? undefined : [start + at + 1, start + at + 1 + anchor.length]
}

function definitionAt(tree: Root, offset: number): Nodes['position'] {
  let label: string | undefined
  visit(tree, node => {
    const isReference = node.type === 'linkReference' || node.type === 'imageReference'
    if (isReference && node.position?.start.offset === offset) label = node.identifier
  })
  let place: Nodes['position']
  visit(tree, 'definition', node => {
    if (node.identifier === label) place ??= node.position
  })
  return place
}
