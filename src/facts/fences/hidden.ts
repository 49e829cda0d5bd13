import {claimSections, type Template, type TemplateSection, titleTest} from '../../template/index.js'
import {firstFrom, itemAt, valueAt} from '../../text/index.js'
import type {Document} from '../reading/document.js'
import {once} from '../reading/once.js'
import {type HiddenHeading, hiddenHeadings} from './lines.js'

// More than any template has sections: what a fence hides beyond that is not worth the time of a hostile document.
const MOST = 100

/**
 * Headings of the template's sections that stand as code between two offsets, as written; only the outermost ones, and only of
 * sections that no real heading claims.
 */
export function hiddenTitles(document: Document, from: number, to: number): string[] {
  if (!isHeld(document)) return []
  const all = candidates(document)
  const first = firstFrom(all, ({offset}) => offset, from)
  const headings = all.slice(
    first,
    Math.min(
      firstFrom(all, ({offset}) => offset, to),
      first + MOST,
    ),
  )
  if (headings.length === 0) return []

  const indexes = new Set<number>()
  for (const forms of [freeForms(document), ...formsAround(document, from)]) {
    for (const index of claimSections(forms, headings).keys()) indexes.add(index)
  }
  return [...indexes].sort((a, b) => a - b).map(index => itemAt(headings, index).text)
}

type Held = Document & {template: Template}

function isHeld(document: Document): document is Held {
  return document.template !== undefined
}

/** Hidden headings that bear a title of the template at all. */
const candidates = once((document: Held): HiddenHeading[] => {
  const isKnown = titleTest(document.template.sections)
  return hiddenHeadings(document).filter(({title}) => isKnown(title))
})

const claimedForms = once(
  ({sections}: Document): ReadonlySet<string> => new Set(sections.byHeading.flatMap(node => node?.claim?.path ?? [])),
)

const freeForms = once((document: Held) => freeAmong(document, document.template.sections))

const freeBelow = once((document: Document): ReadonlyMap<TemplateSection, TemplateSection[]> => {
  const claims = new Set(document.sections.byHeading.flatMap(node => node?.claim ?? []))
  return new Map([...claims].map(claim => [claim, freeAmong(document, claim.sections)]))
})

// Without their sub-sections: what lies in a hidden section is hidden with it.
function freeAmong(document: Document, forms: readonly TemplateSection[]): TemplateSection[] {
  return forms.filter(form => !claimedForms(document).has(form.path)).map(form => ({...form, sections: []}))
}

/** Sub-sections of the template's sections in which an offset lies. */
function formsAround(document: Document, offset: number): TemplateSection[][] {
  const found: TemplateSection[][] = []
  let node = document.sectionNodeAt(offset)
  while (node) {
    if (node.claim) found.push(valueAt(freeBelow(document), node.claim))
    node = document.sections.byHeading[node.entry.parent]
  }
  return found
}
