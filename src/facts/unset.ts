import {metadata} from './metadata/index.js'
import {metadataTableOf} from './metadata/table.js'
import {positionIn} from './reading/cells.js'
import type {Document} from './reading/document.js'
import {positionOf, startOf} from './reading/positions.js'
import {isUnset, standingTexts} from './reading/standing.js'
import type {Position, Unset} from './types.js'

/** Values, cells, paragraphs and items that are nothing but TBD, TODO or ???. */
export function unset(document: Document): Unset[] {
  const found = [...rowsIn(document), ...textsIn(document)]
  return found.sort((a, b) => a.position.start.offset - b.position.start.offset)
}

function rowsIn(document: Document): Unset[] {
  const rows = Object.values(metadata(document)).filter(row => isUnset(row.value))
  return rows.map(({label, value, position}) => ({
    text: value,
    place: 'metadata',
    label,
    ...placed(document, position.start.offset),
    position,
  }))
}

function textsIn(document: Document): Unset[] {
  const told = metadataRanges(document)
  return standingTexts(document).flatMap(({node, place, text, standing, covered}) => {
    const start = startOf(node)
    if (standing.type !== 'unset' || covered || place === 'title' || place === 'quote') return []
    if (told.some(({start: {offset: from}, end: {offset: to}}) => start >= from && start < to)) return []
    return {text, place, ...placed(document, start), position: positionIn(document, node)}
  })
}

// Whose texts are told as rows already: the table, and bodies of sections.
function metadataRanges(document: Document): Position[] {
  const table = metadataTableOf(document)
  const values = Object.values(metadata(document)).filter(({source}) => source === 'section')
  return [...(table ? [positionOf(table)] : []), ...values.map(({position}) => position)]
}

function placed(document: Document, offset: number): {section?: string} {
  const section = document.sectionAt(offset)
  return section === undefined ? {} : {section}
}
