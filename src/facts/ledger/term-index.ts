import {eachTerm} from './terms.js'

/** What a piece of a document says itself, and the index of the piece that it lies in. */
export interface Piece {
  words: string
  around: number | undefined
}

const NOWHERE: readonly number[] = []

/**
 * Tells the indexes of the pieces that have a term, in order. A piece has what those in it have, too: few terms are asked for, so that is
 * only worked out for these.
 */
export function termIndex(pieces: readonly Piece[]): (term: string) => readonly number[] {
  // Words are not held any longer than it takes to read them.
  const arounds = pieces.map(({around}) => around)
  const own = new Map<string, number[]>()
  for (const [index, {words}] of pieces.entries())
    eachTerm(words, term => {
      const places = own.get(term)
      if (places === undefined) own.set(term, [index])
      else if (places[places.length - 1] !== index) places.push(index)
    })

  const known = new Map<string, readonly number[]>()
  return term => {
    const places = own.get(term)
    // Most terms of other documents stand nowhere in this one.
    if (places === undefined) return NOWHERE
    const found = known.get(term) ?? withAround(places)
    known.set(term, found)
    return found
  }

  function withAround(indexes: readonly number[]): readonly number[] {
    const all = new Set<number>()
    for (let index of indexes as readonly (number | undefined)[])
      for (; index !== undefined && !all.has(index); index = arounds[index]) all.add(index)
    return [...all].sort((a, b) => a - b)
  }
}
