import type {Citation, Facts} from '../../facts/types.js'

/** A citation with an anchor. */
export type Anchored = Citation & {anchor: string}

/** Where the anchor of a citation stands in its document, without "#": that of a link by a label stands at the label's definition. */
export function anchorPlace(
  {anchor, position, targetPosition}: Anchored,
  text: string,
): [start: number, end: number] | undefined {
  const place = targetPosition ?? position
  const at = text.slice(place.start.offset, place.end.offset).lastIndexOf(`#${anchor}`)
  const start = place.start.offset + at + 1
  return at < 0 ? undefined : [start, start + anchor.length]
}

/** Whether a citation leads to an anchor of the document in which it stands: by the anchor alone, or by the document's own path. */
export function isOwnAnchor(citation: Citation, facts: Pick<Facts, 'path'>): citation is Anchored {
  const {kind, anchor, path} = citation
  return anchor !== undefined && (kind === 'self' || path === facts.path)
}
