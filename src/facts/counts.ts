import {countsOf} from './reading/counts.js'
import type {Document} from './reading/document.js'
import type {Facts} from './types.js'

/** How many headings each outermost section of the template claims. */
export function counts({template, sections}: Document): Facts['counts'] {
  return countsOf(template?.sections ?? [], sections.roots)
}
