import {fencedCode} from '../reading/code.js'
import {diagramLanguage, isEmptyFence} from '../reading/drawings.js'
import {within} from '../reading/lists.js'
import {positionOf} from '../reading/positions.js'
import type {Code} from '../types.js'
import type {SectionFact} from './types.js'

/** Fenced code that is no diagram and not empty. */
export const code: SectionFact<Code[]> = document => {
  const all = fencedCode(document)
    .filter(fence => diagramLanguage(fence) === undefined && !isEmptyFence(fence))
    .map(({node, language}): Code => ({...(language !== '' && {language}), position: positionOf(node)}))
  return section => within(all, section)
}
