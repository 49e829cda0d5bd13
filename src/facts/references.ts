import type {Root} from 'mdast'
import {collect} from './citations/collect.js'
import {positionOf} from './citations/draft.js'
import type {Context} from './context.js'
import type {Reference} from './types.js'

/**
 * Every label such as "[R1]" or "[^r1]" of a document in order: where it is defined and where it is used. `source` is the
 * text that `tree` was parsed from.
 */
export function collectReferences(tree: Root, source: string, context: Context): Reference[] {
  const references = collect(tree, source, context).labels.map(({name, form, definition, uses}): Reference => {
    const defined = definition && positionOf(context.lines, definition.slice)
    const used = uses.map(({slice}) => {
      const section = context.sectionAt(slice.from)
      return {position: positionOf(context.lines, slice), ...(section !== undefined && {section})}
    })
    return {
      label: name,
      form,
      defined: defined !== undefined,
      ...(defined && {definition: defined}),
      uses: used,
      position: defined ?? used[0]?.position ?? positionOf(context.lines, {from: 0, to: 0}),
    }
  })
  return references.sort((a, b) => a.position.start.offset - b.position.start.offset)
}
