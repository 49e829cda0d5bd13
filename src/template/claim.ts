import {fits, isBare} from './holes.js'
import {cutTitle, titleKey} from './titles.js'
import type {TemplateSection} from './types.js'
import {type Form, WAYS, type Wording} from './wordings.js'

/** A heading of a document, as far as claiming goes. */
export interface ClaimableHeading {
  level: number
  /** Without its number. */
  title: string
}

/** What claims a heading. */
export interface Claim {
  section: TemplateSection
  /** Place of the section among its siblings in the template, from 1. */
  ordinal: number
  /** Index of the heading that the section around it claims, below which it was looked for; -1 for outermost sections. */
  parent: number
  /** Of a section that repeats: the how manieth heading below that parent it is, from 1. */
  repeat?: number
}

/**
 * Which heading is which section of the template: claims by the index of the heading.
 *
 * Every section claims one heading at its own level, or at any where it says so: by its whole title; else by both titles
 * cut; else by its aliases, whole and then cut. All siblings try one way before any tries the next, so that a loose match takes
 * nothing from an exact one; a title with holes comes after those without, and one that is nothing but holes after all else. A
 * section that repeats claims every heading that fits. A sub-section looks below the heading that its parent claimed.
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
    onlyTitle: titles.length === 1 ? (titles[0] ?? -1) : -1,
    wordings: new Map(),
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
  /** By section, in the order of the ways: worked out once, for a section may be looked for below many headings. */
  wordings: Map<TemplateSection, readonly (readonly Wording[])[]>
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
  const ways = sections.map(section => waysOf(search, section))
  for (const way of WAYS.keys()) {
    for (const [index, section] of sections.entries()) {
      for (const wording of ways[index]?.[way] ?? []) {
        const known = claimed.get(section)
        if (known && section.repeat !== true) break
        const found = chosen(section, find(section, wording), search)
        for (const heading of found) search.claims.set(heading, {section, ordinal: index + 1, parent})
        if (found.length > 0) claimed.set(section, [...(known ?? []), ...found])
      }
    }
  }
  for (const section of sections) {
    const found = claimed.get(section)?.sort((a, b) => a - b) ?? []
    for (const [index, heading] of found.entries()) {
      const claim = search.claims.get(heading)
      if (claim && section.repeat === true) claim.repeat = index + 1
      claimWithin(search, section.sections, {
        from: heading + 1,
        to: endOf(search.headings, heading, to),
        parent: heading,
      })
    }
  }
}

function waysOf({wordings}: Search, section: TemplateSection): readonly (readonly Wording[])[] {
  const known = wordings.get(section) ?? WAYS.map(way => way(section))
  wordings.set(section, known)
  return known
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
  const children = isAnyAsked ? directChildren(headings, ground) : new Set<number>()

  return (section, {form, key, glob}) => {
    const isFree = (index: number): boolean =>
      !claims.has(index) && (section.anyLevel !== true || section.level === 1 || index !== onlyTitle)
    if (!glob) return (byKey.get(`${section.anyLevel ? 'any' : section.level} ${form} ${key}`) ?? []).filter(isFree)
    const found: number[] = []
    for (let index = from; index < to; index++) {
      // What fits on anything would take the parts of its siblings too.
      const isLevel = section.anyLevel ? !isBare(glob) || children.has(index) : headings[index]?.level === section.level
      if (isLevel && isFree(index) && fits(glob, keys[form][index] ?? '')) found.push(index)
    }
    return found
  }
}

/** All of them for a section that repeats; else the first, of those of the highest level. */
function chosen(section: TemplateSection, found: readonly number[], {headings}: Search): readonly number[] {
  if (section.repeat === true || found.length === 0) return found
  const level = (index: number) => headings[index]?.level ?? 0
  return [found.reduce((best, index) => (level(index) < level(best) ? index : best))]
}

/** Headings that stand under no other one of the ground. */
function directChildren(headings: readonly ClaimableHeading[], {from, to}: Ground): Set<number> {
  const found = new Set<number>()
  let level = Number.POSITIVE_INFINITY
  for (let index = from; index < to; index++) {
    const own = headings[index]?.level ?? 0
    if (own > level) continue
    level = own
    found.add(index)
  }
  return found
}

/** Index behind the last heading below the one at `index`. */
function endOf(headings: readonly ClaimableHeading[], index: number, to: number): number {
  const level = headings[index]?.level ?? 0
  for (let next = index + 1; next < to; next++) {
    if ((headings[next]?.level ?? 0) <= level) return next
  }
  return to
}
