import type {Node} from 'unist'

/** Offset at which a node begins; 0 of one without a place. */
export function startOf({position}: Node): number {
  return position?.start.offset ?? 0
}

/** Offset at which a node ends; 0 of one without a place. */
export function endOf({position}: Node): number {
  return position?.end.offset ?? 0
}

/** Line on which a node begins; 1 of one without a place. */
export function lineOf({position}: Node): number {
  return position?.start.line ?? 1
}

/** Line on which a node ends; 1 of one without a place. */
export function lastLineOf({position}: Node): number {
  return position?.end.line ?? 1
}
