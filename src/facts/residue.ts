import {positionIn} from './reading/cells.js'
import type {Document} from './reading/document.js'
import {startOf} from './reading/positions.js'
import {standingTexts} from './reading/standing.js'
import type {Residue} from './types.js'

/** Template text that is still there; a quote is told once, not its paragraphs besides. */
export function residue(document: Document): Residue[] {
  return standingTexts(document).flatMap(({node, text, standing, covered}) => {
    if (standing.type !== 'residue' || covered) return []
    const section = document.sectionAt(startOf(node))
    return {
      text,
      source: standing.source,
      ...(section !== undefined && {section}),
      position: positionIn(document, node),
    }
  })
}
