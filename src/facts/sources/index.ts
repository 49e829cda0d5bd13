import {dateIn} from '../../research/names.js'
import {isDocument, itemAt, nameOf} from '../../text/index.js'
import type {World} from '../../workspace/index.js'
import {metadata} from '../metadata/index.js'
import {isInRow} from '../metadata/rows.js'
import type {Document} from '../reading/document.js'
import type {Citation, Source} from '../types.js'
import type {About} from './about.js'
import {aboutResearch} from './research.js'
import {aboutSpec, headOfSpec} from './specs.js'
import {namedBy, statementsOf} from './statements.js'
import {successorsIn} from './successors.js'

/** Every research document and spec that is cited and exists, in order of the first citation. */
export function sources(document: Document, citations: readonly Citation[], world: World): Source[] {
  const cited = citedDocuments(document, citations)
  if (cited.size === 0) return []
  const replaced = new Set(namedBy(textsOf(document), document.path, world))
  const successors = successorsIn(document, world)
  const rows = Object.values(metadata(document))
  const {research, dates} = metadata(document)
  const created = dates?.created?.text ?? dateIn(nameOf(document.path))
  return [...cited].map(([path, {kind, places}]): Source => {
    const inText = places.filter(place => !rows.some(row => isInRow(place, row)))
    const about = aboutOf(path, kind, document, world)
    const successor = replaced.has(path) ? document.path : (about.supersededBy ?? successors.get(path))
    const later = about.date !== undefined && created !== undefined && about.date > created
    const {position} = itemAt([...inText, ...places], 0)
    return {
      path,
      kind,
      cites: inText.length,
      listed: research !== undefined && places.some(place => isInRow(place, research)),
      ...about,
      ...(later && {later}),
      ...(successor !== undefined && {supersededBy: successor, successorCited: cited.has(successor)}),
      ...((replaced.has(path) || successor === document.path) && {supersededHere: true}),
      position,
    }
  })
}

function aboutOf(path: string, kind: Source['kind'], document: Document, world: World): About {
  if (kind === 'research') return aboutResearch(path, world)
  const head = headOfSpec(path, document, world)
  return head ? aboutSpec(head, world) : {}
}

function textsOf(document: Document): string[] {
  return statementsOf(document, 'supersedes').map(({text}) => text)
}

interface Cited {
  kind: Source['kind']
  places: Citation[]
}

function citedDocuments(document: Document, citations: readonly Citation[]): Map<string, Cited> {
  const cited = new Map<string, Cited>()
  for (const citation of citations) {
    const {kind, path} = citation
    // A path is told only of what exists.
    if ((kind !== 'research' && kind !== 'spec') || path === undefined || path === document.path) continue
    if (!isDocument(path)) continue
    const known = cited.get(path)
    if (known) known.places.push(citation)
    else cited.set(path, {kind, places: [citation]})
  }
  return cited
}
