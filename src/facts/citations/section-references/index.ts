import {whereabouts} from '../draft.js'
import {ownOf} from '../own.js'
import type {Scene} from '../scene.js'
import type {CitationDraft} from '../types.js'
import {ownerOf} from './context.js'
import {isDoubtful} from './doubt.js'
import {neighboursOf} from './neighbours.js'
import {ownNumbersOf} from './own-numbers.js'
import {writtenIn} from './written.js'

/**
 * Sections that are cited by words: "(Research: Section 1.1)", "[x](x.md) §4.1", "§4.1". Which document is meant, the citations
 * around them tell: `drafts` are those of all other forms. Where that stays unknown, nothing is cited.
 */
export function sectionReferencesOf(scene: Scene, drafts: readonly CitationDraft[]): CitationDraft[] {
  const around = {scene, neighbours: neighboursOf(drafts)}
  return writtenIn(scene).flatMap((written): CitationDraft[] => {
    const owner = ownerOf(around, written)
    if (owner === undefined) return []
    const {heading, others: headings} = written
    const said = {
      ...whereabouts(scene, 'section-reference', written),
      heading,
      ...(headings.length > 0 && {beside: {headings}}),
    }
    if (owner === 'self') {
      // What an open fence hides is told of at the fence.
      if (ownNumbersOf(scene).hidden.has(written.heading.toLowerCase())) return []
      const candidates = [{path: scene.context.path, from: 'file' as const}]
      // What stands there may be the section of something that has no other sign than its name.
      const own = isDoubtful(scene, written) ? {} : {own: ownOf(scene)}
      return [{...said, kind: 'self', target: '', document: true, candidates, ...own}]
    }
    const {among} = owner
    const [first, ...others] = among
    const kind = first?.kind === 'spec' ? 'spec' : 'research'
    const target = first !== undefined && others.length === 0 ? first.target : ''
    return [{...said, kind, target, document: true, candidates: [], among}]
  })
}
