import type {TemplateSection} from '../../template/index.js'
import {nearest} from '../../text/index.js'
import {patternOf, patternProblem} from '../../text/patterns/index.js'

// A pattern that fits on none of so many instances is meant for none.
const INSTANCES = 1000

/** The section of the template that a heading with this id is: its own, or that of "option-2", where "option" repeats. */
export function sectionWithId(id: string, sections: readonly TemplateSection[]): TemplateSection | undefined {
  const own = sections.find(section => section.id === id)
  if (own) return own
  const [, base, number] = /^(.+)-([1-9]\d*)$/.exec(id) ?? []
  return number === '1' ? undefined : sections.find(section => section.repeat === true && section.id === base)
}

/** The sections on whose ids a pattern fits, those of their instances among them where these count. */
export function sectionsWithPattern(
  pattern: string,
  sections: readonly TemplateSection[],
  instances: boolean,
): TemplateSection[] {
  const fits = patternOf(pattern)
  return sections.filter(({id, repeat}) => {
    if (fits.test(id)) return true
    if (!instances || repeat !== true) return false
    for (let number = 2; number <= INSTANCES; number++) if (fits.test(`${id}-${number}`)) return true
    return false
  })
}

/** Patterns that a pattern which fits on no section may have been meant as: its first word another one. */
export function nearPatterns(pattern: string, sections: readonly TemplateSection[], instances: boolean): string[] {
  const [, before = '', word = '', after = ''] = /^(\^?)([a-z0-9](?:[a-z0-9-]*[a-z0-9])?)(.*)$/su.exec(pattern) ?? []
  return nearest(
    word,
    sections.map(({id}) => id),
  )
    .map(id => `${before}${id}${after}`)
    .filter(other => patternProblem(other) === undefined && sectionsWithPattern(other, sections, instances).length > 0)
}
