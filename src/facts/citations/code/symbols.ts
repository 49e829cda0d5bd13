import {joinedLines} from '../../../text/index.js'
import type {LineRange} from '../../types.js'

/** Lines, in order, in which a name stands as a word of its own, and those in which a word begins with it. */
export interface NamePlaces {
  whole: readonly LineRange[]
  begun: readonly LineRange[]
}

/** Finds names in lines, each once: one file may be cited thousands of times. */
export function symbolsIn(lines: readonly string[]): (name: string) => NamePlaces {
  const {text, lineAt} = joinedLines(lines, line => line, '\n')
  const known = new Map<string, NamePlaces>()
  return name => {
    const places = known.get(name) ?? placesIn(name)
    known.set(name, places)
    return places
  }

  function placesIn(name: string): NamePlaces {
    const [whole, begun]: [LineRange[], LineRange[]] = [[], []]
    if (name === '') return {whole, begun}
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      if (isLetter(letterBefore(text, at))) continue
      const number = lineAt(at)
      const line = {from: number, to: number}
      if (begun.at(-1)?.from !== number) begun.push(line)
      const after = text.codePointAt(at + name.length)
      if (after !== undefined && isLetter(String.fromCodePoint(after))) continue
      if (whole.at(-1)?.from !== number) whole.push(line)
    }
    return {whole, begun}
  }
}

// "$" and "_" are letters of identifiers, and some languages let them end in "?", "!" or a prime, which do not matter here.
function isLetter(sign: string): boolean {
  return /[\p{L}\p{N}_$]/u.test(sign)
}

function letterBefore(text: string, at: number): string {
  const isLow = at > 1 && /[\uDC00-\uDFFF]/.test(text.charAt(at - 1))
  return text.slice(at - (isLow ? 2 : 1), at)
}
