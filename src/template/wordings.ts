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
}

/** The ways of claiming, in their order. */
export const WAYS: readonly ((section: TemplateSection) => Wording[])[] = [
  ({title}) => literals('whole', [title]),
  ({title}) => globs('whole', [title]),
  ({title}) => literals('cut', [title]),
  ({title}) => globs('cut', [title]),
  ({aliases}) => literals('whole', aliases),
  ({aliases}) => globs('whole', aliases),
  ({aliases}) => literals('cut', aliases),
  ({aliases}) => globs('cut', aliases),
  ({title, aliases}) => wordingsOf('whole', [title, ...aliases]).filter(({glob}) => glob && isBare(glob)),
]

function literals(form: Form, titles: readonly string[]): Wording[] {
  return wordingsOf(form, titles).filter(({glob}) => glob === undefined)
}

function globs(form: Form, titles: readonly string[]): Wording[] {
  return wordingsOf(form, titles).filter(({glob}) => glob && !isBare(glob))
}

function wordingsOf(form: Form, titles: readonly string[]): Wording[] {
  return titles.map(title => {
    const whole = withHoles(title)
    const text = form === 'whole' ? whole : cutTitle(whole)
    const glob = globOf(text)
    return {form, key: titleKey(text), ...(glob && {glob})}
  })
}

/** Tells whether a title is one of these sections' or of a section below them, in whatever way. */
export function titleTest(sections: readonly TemplateSection[]): (title: string) => boolean {
  const keys = {whole: new Set<string>(), cut: new Set<string>()}
  const all: (Wording & {glob: Glob})[] = []
  const add = (section: TemplateSection): void => {
    for (const {form, key, glob} of WAYS.flatMap(way => way(section))) {
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
