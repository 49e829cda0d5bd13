import {nearest} from '../../text/index.js'
import {type FactType, hasPosition} from './fact-types.js'
import type {Check, Here} from './scope.js'

/**
 * The part of a fact that a name in a schema means, as the place for the walk to go on. Reports a name that is no fact,
 * and goes on where the template has no such section or row; undefined where nothing is known of it.
 */
export function partOf(name: string, here: Here, check: Check): Here | undefined {
  const {types, reportIn} = check
  const report = reportIn(here.source)
  const part = types.part(here.type, name)
  if (!part) {
    const known = types.names(here.type)
    const reason = `Unexpected "${name}" of ${factName(here)}, expected a fact such as ${known.slice(0, 3).join(', ')}`
    report(here.at, reason, {severity: 'warning', suggestions: nearest(name, known)})
    return undefined
  }
  const inner = {...here, type: part.type, name, item: hasPosition(part.type) ? part.type : here.item}
  if (!part.free) {
    // The sections of the document, or those of the section that the walk stands in.
    const siblings = name === 'sections' ? (here.section?.sections ?? documentSections(here, check)) : undefined
    return {...inner, siblings, section: undefined}
  }
  checkId(name, part.type, here, check)
  return {...inner, siblings: undefined, section: here.siblings?.find(section => section.id === name)}
}

function documentSections(here: Here, check: Check): Here['siblings'] {
  return here.type.schema === check.types.root.schema ? check.template?.sections : undefined
}

function checkId(id: string, type: FactType, here: Here, {template, reportIn}: Check): void {
  const [known, what] =
    type.name === 'row'
      ? [template?.metadata.rows.map(row => row.id), 'row']
      : [here.siblings?.map(section => section.id), 'section']
  if (!known || known.includes(id)) return
  const reason = `Unexpected ${what} "${id}" that the template does not have, expected one of ${known.join(', ') || 'none'}`
  reportIn(here.source)(here.at, reason, {severity: 'warning', suggestions: nearest(id, known)})
}

export function factName(here: Here): string {
  return here.name === '' ? 'the document' : `"${here.name}"`
}
