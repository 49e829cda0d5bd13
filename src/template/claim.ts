import {cutTitle, titleKey} from './titles.js'
import type {TemplateSection} from './types.js'

/** A heading of a document, as far as claiming goes. */
export interface ClaimableHeading {
  level: number
  /** Without its number. */
  title: string
}

type Claims = Map<number, TemplateSection>

/**
 * Which heading is which section of the template: sections by the index of the heading that they claim.
 *
 * Every section claims one heading at its own level: by its whole title; else by both titles cut; else by its aliases,
 * whole and then cut. All siblings try one way before any tries the next, so that a loose match takes nothing from an exact
 * one. A sub-section looks below the heading that its parent claimed.
 */
export function claimSections(sections: readonly TemplateSection[], headings: readonly ClaimableHeading[]): Claims {
  const claims: Claims = new Map()
  claimWithin(sections, headings, 0, headings.length, claims)
  return claims
}

function claimWithin(
  sections: readonly TemplateSection[],
  headings: readonly ClaimableHeading[],
  from: number,
  to: number,
  claims: Claims,
): void {
  if (sections.length === 0) return
  const free = new Map<string, number[]>()
  for (let index = from; index < to; index++) {
    const heading = headings[index]
    if (heading === undefined) continue
    for (const [way, title] of [
      ['whole', heading.title],
      ['cut', cutTitle(heading.title)],
    ] as const) {
      const key = `${heading.level} ${way} ${titleKey(title)}`
      const indexes = free.get(key)
      if (indexes) indexes.push(index)
      else free.set(key, [index])
    }
  }

  const claimed = new Map<TemplateSection, number>()
  for (const wordings of WAYS) {
    for (const section of sections) {
      for (const {way, title} of claimed.has(section) ? [] : wordings(section)) {
        const indexes = free.get(`${section.level} ${way} ${titleKey(title)}`) ?? []
        const index = indexes.find(candidate => !claims.has(candidate))
        if (index === undefined) continue
        claims.set(index, section)
        claimed.set(section, index)
        break
      }
    }
  }

  for (const [section, index] of claimed) {
    claimWithin(section.sections, headings, index + 1, endOf(headings, index, to), claims)
  }
}

interface Wording {
  way: 'whole' | 'cut'
  title: string
}

const WAYS: readonly ((section: TemplateSection) => Wording[])[] = [
  section => [{way: 'whole', title: section.title}],
  section => [{way: 'cut', title: cutTitle(section.title)}],
  section => section.aliases.map(title => ({way: 'whole', title})),
  section => section.aliases.map(title => ({way: 'cut', title: cutTitle(title)})),
]

/** Index behind the last heading below the one at `index`. */
function endOf(headings: readonly ClaimableHeading[], index: number, to: number): number {
  const level = headings[index]?.level ?? 0
  for (let next = index + 1; next < to; next++) {
    if ((headings[next]?.level ?? 0) <= level) return next
  }
  return to
}
