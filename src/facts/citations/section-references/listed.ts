import {isInRow} from '../../metadata/rows.js'
import type {Scene} from '../scene.js'
import type {CitationDraft} from '../types.js'

// Elsewhere: "| Research | …", "- **Research:** …"; only where there is none, "Related research: …" and the like.
const LABELS = [
  /^[\s|*_>-]{0,8}research(?: (?:docs?|documents?|reports?|notes?))?[\s*_]*[|:]/i,
  /^[\s|*_>-]{0,8}(?:\w+ )?research(?: \w+){0,2}[\s*_]*[|:]/i,
]

/** The research that a document says it rests on: in the row that its template has for it, else in a line with such a label. */
export function listedResearch({source, context}: Scene, drafts: readonly CitationDraft[]): CitationDraft[] {
  const row = context.researchRow?.()
  const inRow = row === undefined ? [] : drafts.filter(draft => isInRow(draft, row))
  if (inRow.length > 0) return inRow
  for (const label of LABELS) {
    const listed = drafts.filter(({position: {start}}) => {
      const line = start.offset - start.column + 1
      return label.test(source.slice(line, Math.min(start.offset, line + 80)))
    })
    if (listed.length > 0) return listed
  }
  return []
}
