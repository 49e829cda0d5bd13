import type {IdPattern} from '../../template/index.js'
import {nearest} from '../../text/index.js'
import type {Document} from '../reading/document.js'
import {asWord, type Match, matchesIn} from '../reading/matches.js'
import {rangeBetween} from '../reading/positions.js'
import {withCodeSpans} from '../reading/view.js'
import type {IdDefinition, Identifiers, IdUse} from '../types.js'
import {openingsOf} from './openings.js'

/** Ids of the patterns that the template declares: where they are defined, and where they are used. */
export function identifiers(document: Document): Identifiers {
  const all = (document.template?.ids ?? []).map(pattern => idsOf(document, pattern))
  return {
    definitions: inOrder(all.flatMap(({definitions}) => definitions)),
    uses: inOrder(all.flatMap(({uses}) => uses)),
  }
}

function idsOf(document: Document, {name, pattern, section}: IdPattern): Identifiers {
  const matches = matchesIn(withCodeSpans(document), asWord(pattern))
  const openings = matches.map(match => definedBy(match, document, section))
  const ids = new Set(matches.flatMap(({text}, index) => (openings[index] === undefined ? [] : [text])))
  const count = new Map<string, number>()
  for (const [index, {text}] of matches.entries()) {
    if (openings[index] === undefined) count.set(text, (count.get(text) ?? 0) + 1)
  }
  const nearOf = nearAmong(ids)
  const definitions: IdDefinition[] = []
  const uses: IdUse[] = []
  for (const [index, match] of matches.entries()) {
    const text = openings[index]
    const at = document.sectionAt(match.start)
    const place = {
      ...(at !== undefined && {section: at}),
      position: rangeBetween(document.lines, match.start, match.end),
    }
    if (text !== undefined) definitions.push({name, id: match.text, text, uses: count.get(match.text) ?? 0, ...place})
    else if (ids.has(match.text)) uses.push({name, id: match.text, defined: true, ...place})
    else {
      const near = nearOf(match.text)
      uses.push({name, id: match.text, defined: false, ...(near.length > 0 && {near}), ...place})
    }
  }
  return {definitions, uses}
}

/** The text of the item, heading or cell that begins with an id, where it defines it; else undefined. */
function definedBy({start}: Match, document: Document, section: string | undefined): string | undefined {
  const text = openingsOf(document)(start)
  if (text === undefined || section === undefined) return text
  let around = document.sectionNodeAt(start)
  while (around && around.claim?.path !== section) around = around.parent
  return around && text
}

// Enough to find a slip of the pen; thousands of ids against thousands of others would take minutes.
const MOST_ASKED = 100
const MOST_KNOWN = 1000

function nearAmong(known: ReadonlySet<string>): (id: string) => string[] {
  const candidates = [...known].slice(0, MOST_KNOWN)
  const told = new Map<string, string[]>()
  return id => {
    const near = told.get(id) ?? (told.size < MOST_ASKED ? nearest(id, candidates) : [])
    told.set(id, near)
    return near
  }
}

function inOrder<Entry extends IdDefinition | IdUse>(entries: Entry[]): Entry[] {
  return entries.sort((a, b) => a.position.start.offset - b.position.start.offset)
}
