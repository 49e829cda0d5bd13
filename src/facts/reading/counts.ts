import type {TemplateSection} from '../../template/index.js'
import {emptyMap} from './ids.js'
import type {SectionNode} from './sections.js'

/** How many of these sections each section of the template claims, by its id; 0 where it claims none. */
export function countsOf(forms: readonly TemplateSection[], nodes: readonly SectionNode[]): {[id: string]: number} {
  const counts = emptyMap<number>()
  for (const {id} of forms) counts[id] = nodes.filter(({claim}) => claim?.id === id).length
  return counts
}
