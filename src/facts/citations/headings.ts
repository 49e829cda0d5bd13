import {collapsed, nearest, valueAt} from '../../text/index.js'
import type {CitedHeading} from '../../workspace/index.js'
import {once} from '../reading/once.js'
import type {Citation} from '../types.js'
import {wordFinder} from './word-finder.js'

type Thorough = (among: number) => boolean
type Facts = Pick<Citation, 'headingExists' | 'headingNear'>

/** The headings of a document, made ready to be asked for. */
export interface Headings {
  /**
   * Whether one is meant by "4.1" or "Data model", by its number or by its words; else those that may be meant. Nothing where it
   * cannot be told. `thorough`: whether to look for misspelt ones, too, among so many.
   */
  tell(named: string, thorough: Thorough): Facts
}

// "4.1 Costs", "8a. Costs", "3) Costs", "Section 3: Costs".
const NUMBER = /^(?:(?:section|§)\s*)?((?:[a-z]\.)?\d+(?:\.\d+)*[a-z]?)(?:[.):]|\s|$)/

/** Those of a list, built once. */
export const headingsIn = once((list: readonly CitedHeading[]): Headings => {
  const byNumber = new Map<string, string>()
  const byTitle = new Map<string, string>()
  for (const {text} of list) {
    const title = bare(text)
    const number = NUMBER.exec(title)?.[1]
    if (number !== undefined) addFirst(byNumber, number, text)
    addFirst(byTitle, withoutNumber(title), text)
  }
  const parents = new Set([...byNumber.keys()].flatMap(number => parentOf(number) ?? []))
  const isPart = wordFinder([...byTitle.keys()])
  const tell = (index: ReadonlyMap<string, string>, wanted: string, thorough: Thorough): Facts => {
    const near = thorough(index.size) ? nearest(wanted, index.keys()).map(each => valueAt(index, each)) : []
    return {headingExists: false, ...(near.length > 0 && {headingNear: near})}
  }
  return {
    tell: (named, thorough) => {
      const wanted = bare(named)
      const [whole, number] = NUMBER.exec(wanted) ?? []
      if (number !== undefined && whole === wanted) {
        if (byNumber.has(number)) return {headingExists: true}
        return isCounted(number, byNumber, parents) ? {} : tell(byNumber, number, thorough)
      }
      const title = withoutNumber(wanted)
      // "Rollout - Phase 2" may be what stands there as "Rollout", with phases.
      const cut = /^(.{4,}?) - /.exec(title)?.[1]
      const isThere = byTitle.has(title) || isPart(title) || (cut !== undefined && byTitle.has(cut))
      return isThere ? {headingExists: true} : tell(byTitle, title, thorough)
    },
  }
})

/**
 * Whether a label in bold bears a name: many documents mark what is shorter than a section so. The text is Markdown.
 */
export function isLabelIn(entry: {text?: string}, named: string): boolean {
  const wanted = withoutNumber(bare(named))
  return wanted.length >= 4 && isInLabels(entry)(wanted)
}

const isInLabels = once(({text = ''}: {text?: string}) =>
  wordFinder([...text.matchAll(/\*\*([^*\n]{3,200})\*\*/g)].map(([, label = '']) => bare(label))),
)

/**
 * Whether a number may count what is no heading. "3" does where no heading is numbered, and "9.2" may be the second item in the
 * list of section 9, where that has no numbered sub-sections.
 */
function isCounted(number: string, numbers: ReadonlyMap<string, string>, parents: ReadonlySet<string>): boolean {
  if (numbers.size === 0) return true
  const parent = parentOf(number)
  return parent !== undefined && numbers.has(parent) && !parents.has(parent)
}

// "4.1" is of "4", "8a" of "8".
function parentOf(number: string): string | undefined {
  return /^(.+)\.\d+$/.exec(number)?.[1] ?? /^(.*\d)[a-z]$/.exec(number)?.[1]
}

function addFirst(map: Map<string, string>, key: string, text: string): void {
  if (!map.has(key)) map.set(key, text)
}

// Case, markup and the kind of quotation marks do not count.
function bare(text: string): string {
  const words = text.toLowerCase().replace(/[`*_"“”]/g, '')
  return collapsed(words.replace(/[’‘]/g, "'").replace(/[–—]/g, '-'))
}

function withoutNumber(title: string): string {
  return title.replace(/^(?:section\s*|§\s*)?(?:[a-z]\.)?\d+(?:\.\d+)*[a-z]?[.):]?\s+/, '')
}
