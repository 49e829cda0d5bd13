import {nearest} from '../../text/index.js'
import {patternProblem} from '../../text/patterns/index.js'
import {type FactPart, type FactType, hasPosition} from './fact-types.js'
import type {Check, Here} from './scope.js'
import {nearPatterns, sectionsWithPattern, sectionWithId} from './section-ids.js'

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
  if (part.free) checkId(name, part.type, here, check)
  else checkGiven(name, here, check)
  return stepTo(name, here, part, check)
}

/** Where the walk stands behind a name that leads to a part of the fact. */
export function stepTo(name: string, here: Here, {type, free}: FactPart, check: Check): Here {
  return {
    ...here,
    type,
    name,
    item: hasPosition(type) ? type : here.item,
    // The sections of the document, or those of the section that the walk stands in.
    siblings: !free && isBySection(name) ? sectionsIn(here, check) : undefined,
    section: free && here.siblings ? sectionWithId(name, here.siblings) : undefined,
  }
}

/**
 * What the values of a map are that a pattern picks. Reports a pattern for sections that no id of the template fits on, and goes on
 * in the section where it is for a single one.
 */
export function partsOf(pattern: string, here: Here, check: Check): Here | undefined {
  const type = check.types.value(here.type)
  if (!type) return undefined
  const inner = {...here, type, item: hasPosition(type) ? type : here.item, siblings: undefined, section: undefined}
  // What cannot be looked for is told with the entry.
  if (!here.siblings || patternProblem(pattern) !== undefined) return inner
  const isInstance = type.name === 'section'
  const found = sectionsWithPattern(pattern, here.siblings, isInstance)
  if (found.length === 0) {
    const known = here.siblings.map(({id}) => id).join(', ') || 'none'
    const reason = `Unexpected pattern "${pattern}" that fits on no id of a section of the template here, expected one for ${known}`
    const suggestions = nearPatterns(pattern, here.siblings, isInstance)
    check.reportIn(here.source)(here.at, reason, {severity: 'warning', suggestions})
  }
  return {...inner, section: found.length === 1 ? found[0] : undefined}
}

// Both are maps by the ids of sections.
function isBySection(name: string): boolean {
  return name === 'sections' || name === 'counts'
}

function sectionsIn(here: Here, check: Check): Here['siblings'] {
  return here.section?.sections ?? (here.type.schema === check.types.root.schema ? check.template?.sections : undefined)
}

// Facts that a document has only where its template declares something.
function checkGiven(name: string, here: Here, {types, template, reportIn}: Check): void {
  if (!template) return
  const report = reportIn(here.source)
  const patterns: Readonly<Record<string, readonly unknown[]>> = {marks: template.marks, identifiers: template.ids}
  if (here.type.schema === types.root.schema && Object.hasOwn(patterns, name) && patterns[name]?.length === 0) {
    const reason = `Unexpected "${name}" of the document, for which the template declares no pattern`
    report(here.at, reason, {severity: 'warning'})
  }
  if (name === 'repeat' && here.section && here.section.repeat !== true) {
    const reason = `Unexpected "repeat" of ${factName(here)}, which does not repeat in the template`
    report(here.at, reason, {severity: 'warning'})
  }
}

function checkId(id: string, type: FactType, here: Here, {template, reportIn}: Check): void {
  const [known, what] =
    type.name === 'row'
      ? [template?.metadata.rows.map(row => row.id), 'row']
      : [here.siblings?.map(section => section.id), 'section']
  if (!known || known.includes(id)) return
  if (type.name === 'section' && here.siblings && sectionWithId(id, here.siblings)) return
  const reason = `Unexpected ${what} "${id}" that the template does not have, expected one of ${known.join(', ') || 'none'}`
  reportIn(here.source)(here.at, reason, {severity: 'warning', suggestions: nearest(id, known)})
}

export function factName(here: Here): string {
  return here.name === '' ? 'the document' : `"${here.name}"`
}
