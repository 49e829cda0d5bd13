import type {Scene} from '../scene.js'
import type {CitationDraft} from '../types.js'

// "| Research | …", "- **Research:** …"; only where there is none, "Related research: …" and the like.
const LABELS = [
  /^[\s|*_>-]{0,8}research(?: (?:docs?|documents?|reports?|notes?))?[\s*_]*[|:]/i,
  /^[\s|*_>-]{0,8}(?:\w+ )?research(?: \w+){0,2}[\s*_]*[|:]/i,
]

/** The research that a document says it rests on: in its Research row, or in a line with that label. */
export function listedResearch({source}: Scene, drafts: readonly CitationDraft[]): CitationDraft[] {
  for (const label of LABELS) {
    const listed = drafts.filter(({position: {start}}) => {
      const line = start.offset - start.column + 1
      return label.test(source.slice(line, Math.min(start.offset, line + 80)))
    })
    if (listed.length > 0) return listed
  }
  return []
}
