import {dateIn, fileNameOf} from '../../research/names.js'
import {termOf, wordsOf} from '../../research/words.js'
import {compareCodeUnits, nameOf} from '../../text/index.js'
import type {World} from '../../workspace/index.js'
import {metadata} from '../metadata/index.js'
import {title} from '../titles.js'
import type {Citation, RelevantResearch} from '../types.js'
import type {Document} from './document.js'

const MOST = 3
// Read on real specs: words in headings say that two documents speak of the same product, not of the same thing, so ranking by
// them accuses wrongly more often than not. The name of a file says what it is about.
const LEAST_SHARE = 0.75
const LEAST_WORDS = 2
const NO_SUBJECT = new Set(['research', 'note', 'design', 'reference', 'finding', 'summary', 'overview'])

/**
 * Research of which the title has nearly all words of the name, and that is cited nowhere, best first. What is dated after the
 * document cannot have been cited in it.
 */
export function relevantResearch(document: Document, citations: readonly Citation[], world: World): RelevantResearch[] {
  const heading = title(document)
  const {research: row, dates} = metadata(document)
  const day = dates?.updated?.text ?? dates?.created?.text ?? dateIn(nameOf(document.path))
  if (heading === undefined || day === undefined) return []
  const cited = new Set(citations.flatMap(({path}) => path ?? []))
  const words = new Set(termsOf(heading.name))
  const dated = new Map(world.surroundings?.research.map(({path, date}) => [path, date]))
  const found = world.research.flatMap(path => {
    const date = dated.get(path) ?? dateIn(nameOf(path)) ?? day
    if (cited.has(path) || path === document.path || date > day) return []
    const terms = termsOf(fileNameOf(path)).filter(term => !NO_SUBJECT.has(term))
    const shared = terms.filter(term => words.has(term))
    if (shared.length < LEAST_WORDS) return []
    const score = Math.round((100 * shared.length) / terms.length) / 100
    if (score < LEAST_SHARE) return []
    return {path, score, reason: shared.join(', '), position: row?.position ?? heading.position}
  })
  const wordsIn = ({reason}: RelevantResearch): number => reason.split(', ').length
  return found
    .sort((a, b) => wordsIn(b) - wordsIn(a) || b.score - a.score || compareCodeUnits(a.path, b.path))
    .slice(0, MOST)
}

function termsOf(text: string): string[] {
  return [...new Set(wordsOf(text).flatMap(word => termOf(word) ?? []))]
}
