import {nodesOfType} from '../../markdown/index.js'
import {questionMarksIn} from '../../research/question-ids.js'
import type {Document} from '../reading/document.js'
import {once} from '../reading/once.js'
import {startOf} from '../reading/positions.js'
import {piecesOf, type Unit} from './units.js'

/** The ids of questions that a document bears. */
export interface Marks {
  /** The piece beside which an id stands; the first, where it stands at several. */
  unitOf: ReadonlyMap<string, Unit>
  /** All questions that the document was made with; undefined where it does not tell. */
  made?: ReadonlySet<string>
}

/** What comments tell: those beside questions, and the one of all questions. In a fence they are text like any other. */
export const marksOf = once((document: Document): Marks => {
  const unitOf = new Map<string, Unit>()
  let made: Set<string> | undefined
  for (const {offset, value} of commentsIn(document)) {
    for (const {ids, beside} of questionMarksIn(value)) {
      if (!beside) made = new Set([...(made ?? []), ...ids])
      const unit = beside ? unitAt(document, offset) : undefined
      for (const id of ids) if (unit && !unitOf.has(id)) unitOf.set(id, unit)
    }
  }
  return {unitOf, ...(made && {made})}
})

function commentsIn({tree}: Document): {offset: number; value: string}[] {
  return nodesOfType(tree, 'html').map(node => ({offset: startOf(node), value: node.value}))
}

/** The innermost piece around an offset; for a comment on a line of its own, the one before it. */
function unitAt(document: Document, offset: number): Unit | undefined {
  const before = piecesOf(document).units.filter(({start}) => start <= offset)
  return before.findLast(({end}) => offset < end) ?? before.at(-1)
}
