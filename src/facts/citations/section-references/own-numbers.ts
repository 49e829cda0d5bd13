import {once} from '../../reading/once.js'
import {ownOf} from '../own.js'
import type {Scene} from '../scene.js'

/** Numbers of the document's own headings, and of what looks like one: in a fence that is not closed stand headings, too. */
export interface OwnNumbers {
  headings: ReadonlySet<string>
  hidden: ReadonlySet<string>
}

const NUMBER = String.raw`(?:section\s|§\s?)?((?:[a-z]\.)?\d{1,3}(?:\.\d{1,3}){0,6}[a-z]?)(?![\w.]*\w)`
const HEADING = RegExp(`^${NUMBER}`, 'i')
const LOOKALIKE = RegExp(String.raw`^[ \t>]{0,12}#{1,6}[ \t]{1,4}${NUMBER}`, 'gim')

export const ownNumbersOf = once((scene: Scene): OwnNumbers => {
  const headings = new Set(ownOf(scene).headings.flatMap(({text}) => HEADING.exec(text)?.[1]?.toLowerCase() ?? []))
  const alike = [...scene.source.matchAll(LOOKALIKE)].map(([, number = '']) => number.toLowerCase())
  return {headings, hidden: new Set(alike.filter(number => !headings.has(number)))}
})
