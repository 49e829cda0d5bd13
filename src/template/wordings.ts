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

/** The ways of claiming, in their order. */
const IN_ORDER: readonly ((section: TemplateSection) => Wording[])[] = [
  // As the template has it, holes and all: a heading that nobody has filled in yet.
  ({title}) => titlesAs('whole', [title]).map(({bare}) => ({form: 'whole', key: titleKey(title), ...(bare && {bare})})),
  ({title}) => globs('whole', [title]),
  ({title}) => literals('cut', [title]),
  ({title}) => globs('cut', [title]),
  ({aliases}) => literals('whole', aliases),
  ({aliases}) => globs('whole', aliases),
  ({aliases}) => literals('cut', aliases),
  ({aliases}) => globs('cut', aliases),
  ({title, aliases}) => titlesAs('whole', [title, ...aliases]).filter(({bare}) => bare),
]

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
