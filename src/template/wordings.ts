import {fits, type Glob, globOf, isBare, withHoles} from './holes.js'
import {cutTitle, titleKey} from './titles.js'
import type {TemplateSection} from './types.js'

/** Whether titles are compared whole, or both cut. */
export type Form = 'whole' | 'cut'

/** A title that a heading may bear, whole or cut. */
export interface Wording {
  form: Form
  key: string
  glob?: Glob
  /** Whether it is nothing but holes. */
  bare?: boolean
}

type Way = (section: TemplateSection) => Wording[]

const BY_TITLE: readonly Way[] = [
  // As the template has it, holes and all: a heading that nobody has filled in yet.
  ({title}) => titlesAs('whole', [title]).map(({bare}) => ({form: 'whole', key: titleKey(title), ...(bare && {bare})})),
  ({title}) => globs('whole', [title]),
  ({title}) => literals('cut', [title]),
  ({title}) => globs('cut', [title]),
  ({aliases}) => literals('whole', aliases),
  ({aliases}) => globs('whole', aliases),
  ({aliases}) => literals('cut', aliases),
  ({aliases}) => globs('cut', aliases),
]
const BY_FORMER: readonly Way[] = [
  ({former = []}) => literals('whole', former),
  ({former = []}) => globs('whole', former),
  ({former = []}) => literals('cut', former),
  ({former = []}) => globs('cut', former),
]

/** The ways of claiming, in their order. */
const IN_ORDER: readonly Way[] = [
  ...BY_TITLE,
  ...BY_FORMER,
  ({title, aliases}) => titlesAs('whole', [title, ...aliases]).filter(({bare}) => bare),
]

/** Whether a way goes by titles that only earlier versions have. */
export function isFormer(way: number): boolean {
  return way >= BY_TITLE.length && way < BY_TITLE.length + BY_FORMER.length
}

/** How many ways there are. */
export const WAYS = IN_ORDER.length

// A section is looked for below many headings, and in many documents.
const known = new WeakMap<TemplateSection, readonly (readonly Wording[])[]>()

/** The wordings of a section, by the ways in their order. */
export function wordingsOf(section: TemplateSection): readonly (readonly Wording[])[] {
  const all = known.get(section) ?? IN_ORDER.map(way => way(section))
  known.set(section, all)
  return all
}

function literals(form: Form, titles: readonly string[]): Wording[] {
  return titlesAs(form, titles).filter(({glob}) => glob === undefined)
}

function globs(form: Form, titles: readonly string[]): Wording[] {
  return titlesAs(form, titles).filter(({glob, bare}) => glob && !bare)
}

function titlesAs(form: Form, titles: readonly string[]): Wording[] {
  return titles.map(title => {
    const whole = withHoles(title)
    const text = form === 'whole' ? whole : cutTitle(whole)
    const glob = globOf(text)
    return {form, key: titleKey(text), ...(glob && {glob, ...(isBare(glob) && {bare: true})})}
  })
}

/** Whether a section claims a title by what this version calls it. */
export function bearsTitle(section: TemplateSection, title: string): boolean {
  const [whole, cut] = [titleKey(title), titleKey(cutTitle(title))]
  return wordingsOf(section)
    .filter((_, way) => !isFormer(way))
    .flat()
    .some(({form, key, glob}) => {
      const own = form === 'whole' ? whole : cut
      return glob ? fits(glob, own) : key === own
    })
}

/** Tells whether a title is one of these sections' or of a section below them, in whatever way. */
export function titleTest(sections: readonly TemplateSection[]): (title: string) => boolean {
  const keys = {whole: new Set<string>(), cut: new Set<string>()}
  const all: (Wording & {glob: Glob})[] = []
  const add = (section: TemplateSection): void => {
    for (const {form, key, glob} of wordingsOf(section).flat()) {
      if (glob) all.push({form, key, glob})
      else keys[form].add(key)
    }
    section.sections.forEach(add)
  }
  sections.forEach(add)
  return title => {
    const [whole, cut] = [titleKey(title), titleKey(cutTitle(title))]
    if (keys.whole.has(whole) || keys.cut.has(cut)) return true
    return all.some(({form, glob}) => fits(glob, form === 'whole' ? whole : cut))
  }
}
