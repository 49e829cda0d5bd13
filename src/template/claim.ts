import {itemAt} from '../text/index.js'
import {apart, type ClaimableHeading, directChildren, endOf} from './heading-order.js'
import {fits} from './holes.js'
import {cutTitle, titleKey} from './titles.js'
import type {TemplateSection} from './types.js'
import {type Form, isFormer, WAYS, type Wording, wordingsOf} from './wordings.js'

/** What claims a heading. */
export interface Claim {
  section: TemplateSection
  /** Place of the section among its siblings in the template, from 1. */
  ordinal: number
  /** Index of the heading that the section around it claims, below which it was looked for; -1 for outermost sections. */
  parent: number
  /** Of a section that repeats: the how manieth heading below that parent it is, from 1. */
  repeat?: number
  /** Whether the heading is one that only earlier versions have. */
  former?: true
}

/**
 * Which heading is which section of the template: claims by the index of the heading.
 *
 * Every section claims one heading at its own level, or at any where it says so: by its whole title; else by both titles
 * cut; else by its aliases, whole and then cut; else by what earlier versions called it. All siblings try one way before any tries the next, so that a loose match takes
 * nothing from an exact one, and nothing from the parts of a section that is found; a title with holes comes after those without, and one that is nothing but holes after all else. A
 * section that repeats claims every heading that fits. A sub-section looks below the heading that its parent claimed; what a section
 * of any level around that has taken there it takes back where its own title fits without holes.
 */
export function claimSections(
  sections: readonly TemplateSection[],
  headings: readonly ClaimableHeading[],
): Map<number, Claim> {
  const titles = headings.flatMap(({level}, index) => (level === 1 ? [index] : []))
  const search: Search = {
    headings,
    keys: {
      whole: headings.map(({title}) => titleKey(title)),
      cut: headings.map(({title}) => titleKey(cutTitle(title))),
    },
    onlyTitle: titles.length === 1 ? itemAt(titles, 0) : -1,
    claims: new Map(),
  }
  claimWithin(search, sections, {from: 0, to: headings.length, parent: -1})
  return search.claims
}

interface Search {
  headings: readonly ClaimableHeading[]
  /** By index of the heading. */
  keys: Readonly<Record<Form, readonly string[]>>
  /** The only heading of level 1: it is a document's title, unless the template has its sections at level 1. -1 where there is none. */
  onlyTitle: number
  claims: Map<number, Claim>
}

interface Ground {
  from: number
  to: number
  parent: number
}

function claimWithin(search: Search, sections: readonly TemplateSection[], ground: Ground): void {
  const {from, to, parent} = ground
  if (sections.length === 0 || from >= to) return
  const find = finder(search, sections, ground)
  const claimed = new Map<TemplateSection, number[]>()
  const ways = sections.map(wordingsOf)
  // Parts of other sections may have taken something back.
  const isOwn = (section: TemplateSection, heading: number) => search.claims.get(heading)?.section === section
  const keptBy = (section: TemplateSection) => (claimed.get(section) ?? []).filter(heading => isOwn(section, heading))
  for (let way = 0; way < WAYS; way++) {
    const fresh: [section: TemplateSection, heading: number][] = []
    for (const [index, section] of sections.entries()) {
      for (const wording of itemAt(itemAt(ways, index), way)) {
        const known = keptBy(section)
        if (known.length > 0 && section.repeat !== true) break
        const found = chosen(section, find(section, wording), known, search)
        for (const heading of found) {
          release(search.claims, heading)
          search.claims.set(heading, {section, ordinal: index + 1, parent, ...(isFormer(way) && {former: true})})
          fresh.push([section, heading])
        }
        if (found.length > 0) claimed.set(section, [...known, ...found])
      }
    }
    // Before a looser way: what fits on a part of a section is its own, rather than something of any level that is like it.
    for (const [section, heading] of fresh) {
      if (!isOwn(section, heading)) continue
      const end = endOf(search.headings, heading, to)
      claimWithin(search, section.sections, {from: heading + 1, to: end, parent: heading})
    }
  }
  for (const section of claimed.keys()) {
    if (section.repeat !== true) continue
    for (const [index, heading] of keptBy(section)
      .sort((a, b) => a - b)
      .entries()) {
      const claim = search.claims.get(heading) as Claim
      claim.repeat = index + 1
    }
  }
}

/** Takes a heading, and what was claimed below it as its parts, from whoever has it. */
function release(claims: Map<number, Claim>, heading: number): void {
  if (!claims.delete(heading)) return
  for (const [index, {parent}] of claims) if (parent === heading) release(claims, index)
}

/** Finds the free headings on which a wording of a section fits, in their order. */
function finder(
  search: Search,
  sections: readonly TemplateSection[],
  ground: Ground,
): (section: TemplateSection, wording: Wording) => number[] {
  const {headings, keys, onlyTitle, claims} = search
  const {from, to} = ground
  const byKey = new Map<string, number[]>()
  const isAnyAsked = sections.some(section => section.anyLevel === true)
  const add = (key: string, index: number): void => {
    const indexes = byKey.get(key)
    if (indexes) indexes.push(index)
    else byKey.set(key, [index])
  }
  for (let index = from; index < to; index++) {
    for (const form of ['whole', 'cut'] as const) {
      add(`${headings[index]?.level} ${form} ${keys[form][index]}`, index)
      if (isAnyAsked) add(`any ${form} ${keys[form][index]}`, index)
    }
  }
  const title = sections.some(({level}) => level === 1) ? -1 : onlyTitle
  const children = isAnyAsked ? directChildren(headings, ground, title) : new Set<number>()

  return (section, {form, key, glob, bare}) => {
    // What fits on anything would take the parts of its siblings too.
    const isFree = (index: number): boolean =>
      (!claims.has(index) || (!glob && isFromAround(claims.get(index), ground))) &&
      (section.anyLevel !== true || ((section.level === 1 || index !== onlyTitle) && (!bare || children.has(index))))
    if (!glob) return (byKey.get(`${section.anyLevel ? 'any' : section.level} ${form} ${key}`) ?? []).filter(isFree)
    const found: number[] = []
    for (let index = from; index < to; index++) {
      if (
        (section.anyLevel || headings[index]?.level === section.level) &&
        isFree(index) &&
        fits(glob, itemAt(keys[form], index))
      )
        found.push(index)
    }
    return found
  }
}

/** Whether a section of any level has taken a heading that stands within a part of its ground. */
function isFromAround(claim: Claim | undefined, {parent}: Ground): boolean {
  return claim?.section.anyLevel === true && claim.parent < parent
}

/** All of them for a section that repeats, less those in one of its own; else the first, of those of the highest level. */
function chosen(
  section: TemplateSection,
  found: readonly number[],
  known: readonly number[],
  {headings}: Search,
): readonly number[] {
  if (found.length === 0) return found
  if (section.repeat === true) return section.anyLevel === true ? apart(found, known, headings) : found
  const level = (index: number) => itemAt(headings, index).level
  return [found.reduce((best, index) => (level(index) < level(best) ? index : best))]
}
