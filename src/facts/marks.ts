import type {Document} from './reading/document.js'
import {everywhere, matchesIn} from './reading/matches.js'
import {once} from './reading/once.js'
import {rangeBetween} from './reading/positions.js'
import {prose} from './reading/view.js'
import type {Mark} from './types.js'

/** Every place outside code at which a pattern matches that the template gives a name. */
export const marks = once((document: Document): Mark[] => {
  const found = (document.template?.marks ?? []).flatMap(({name, pattern}) =>
    matchesIn(prose(document), everywhere(pattern)).map(({text, start, end}): Mark => {
      const section = document.sectionAt(start)
      return {
        name,
        text,
        ...(section !== undefined && {section}),
        position: rangeBetween(document.lines, start, end),
      }
    }),
  )
  return found.sort((a, b) => a.position.start.offset - b.position.start.offset)
})
