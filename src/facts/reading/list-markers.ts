import {beginMarker, END_MARKER, type Marker, markersIn, mayHoldList, type Problem} from '../../listing/index.js'
import type {Document} from './document.js'

/** The two markers of a list. */
export interface Pair {
  begin: Marker
  end: Marker
}

/** A marker that has no other. */
export interface Fault {
  marker: Pick<Marker, 'from' | 'to'>
  problem: Problem
}

/** Markers, paired; those that have no other are told. A list holds no list. */
export function pairsIn({text, tree}: Document): (Pair | Fault)[] {
  const found: (Pair | Fault)[] = []
  let open: Marker | undefined
  for (const marker of markersIn(text, tree)) {
    const {type} = marker
    if (type === 'begin') {
      if (open) found.push(unended(open))
      open = {...marker, type}
    } else if (type === 'end') {
      if (open) found.push(pair(open, {...marker, type}))
      else found.push({marker, problem: {unexpected: 'end of a list that does not begin', expected: beginMarker('')}})
      open = undefined
    } else
      found.push({marker, problem: {unexpected: `word "${type}" in a marker of a list`, expected: '"begin" or "end"'}})
  }
  if (open) found.push(unended(open))
  return found
}

// The table of one in an item or a quote would end that.
function pair(begin: Marker, end: Marker): Pair | Fault {
  const marker = [begin, end].find(({inside}) => inside)
  const unexpected = 'list in an item or a quote'
  const expected = 'its markers outside of them, at the beginning of a line'
  return marker ? {marker, problem: {unexpected, expected}} : {begin, end}
}

function unended(marker: Marker): Fault {
  return {marker, problem: {unexpected: 'list that does not end', expected: `${END_MARKER} on a line behind it`}}
}

/** Whether a document holds a list of specs: then the world must tell of all of them. */
export function holdsIndex(document: Document): boolean {
  return mayHoldList(document.text) && pairsIn(document).some(pair => 'end' in pair)
}
