import {nodesOfType} from '../../markdown/index.js'
import {questionMarksIn} from '../../research/question-ids.js'
import {firstFrom, itemAt} from '../../text/index.js'
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
  const unitAt = unitFinder(piecesOf(document).units)
  let made: Set<string> | undefined
  for (const {offset, value} of commentsIn(document)) {
    for (const {ids, beside} of questionMarksIn(value)) {
      if (!beside) made ??= new Set()
      const unit = beside ? unitAt(offset) : undefined
      for (const id of ids) {
        if (!beside) made?.add(id)
        else if (unit && !unitOf.has(id)) unitOf.set(id, unit)
      }
    }
  }
  return {unitOf, ...(made && {made})}
})

function commentsIn({tree}: Document): {offset: number; value: string}[] {
  return nodesOfType(tree, 'html').map(node => ({offset: startOf(node), value: node.value}))
}

/** Finds the innermost piece around an offset; for a comment on a line of its own, the one before it. */
function unitFinder(units: readonly Unit[]): (offset: number) => Unit | undefined {
  const parents = parentsOf(units)
  return offset => {
    const before = firstFrom(units, ({start}) => start, offset + 1) - 1
    for (let index: number | undefined = before; index !== undefined && index >= 0; index = parents[index])
      if (offset < itemAt(units, index).end) return units[index]
    return units[before]
  }
}

/** Index of the piece that each lies in. */
function parentsOf(units: readonly Unit[]): (number | undefined)[] {
  const open: number[] = []
  return units.map(({start}, index) => {
    for (let last = open.at(-1); last !== undefined && itemAt(units, last).end <= start; last = open.at(-1)) open.pop()
    const parent = open.at(-1)
    open.push(index)
    return parent
  })
}
