import {itemAt} from '../text/index.js'
import {collect} from './citations/collect.js'
import {positionOf} from './citations/draft.js'
import type {CitedDocument} from './citations/index.js'
import type {Reference} from './types.js'

/** Every label such as "[R1]" or "[^r1]" of a document in order: where it is defined and where it is used. */
export function references(document: CitedDocument): Reference[] {
  const {lines, sectionAt} = document
  const found = collect(document).labels.map(({name, form, definition, uses}): Reference => {
    const defined = definition && positionOf(lines, definition.slice)
    const used = uses.map(({slice}) => {
      const section = sectionAt(slice.from)
      return {position: positionOf(lines, slice), ...(section !== undefined && {section})}
    })
    return {
      label: name,
      form,
      defined: defined !== undefined,
      ...(defined && {definition: defined}),
      uses: used,
      position: defined ?? itemAt(used, 0).position,
    }
  })
  return found.sort((a, b) => a.position.start.offset - b.position.start.offset)
}
