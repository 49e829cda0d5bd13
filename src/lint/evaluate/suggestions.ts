import type {Facts} from '../../facts/types.js'
import {claimedOffsets} from '../../fixes/headings/parent.js'
import type {TemplateSection} from '../../template/index.js'
import {compareCodeUnits, greatest, nearest} from '../../text/index.js'
import {isStrings, own} from '../data.js'
import type {Site} from './item.js'

/** Candidates that a fact brings with it as `near`; where "xExists" fails, as `xNear`. */
export function nearOf(site: Site): string[] {
  const failing = site.path.at(-1) ?? ''
  const near = own(site.item, failing.endsWith('Exists') ? failing.replace(/Exists$/, 'Near') : 'near')
  return isStrings(near) ? [...near] : []
}

// A title is looked for among this many headings: a document of a hundred thousand must not take minutes.
const MOST_HEADINGS = 300

/**
 * Headings that no section of the template claims and that may be the missing one, as they are written; three at most.
 * Where the section would stand, some words in common will do; elsewhere it takes the title itself, or one like it.
 */
export function nearHeadings(missing: TemplateSection, parentPath: readonly string[], facts: Facts): string[] {
  const claimed = claimedOffsets(facts.sections)
  const unclaimed = facts.outline
    .filter(({id, title, position}) => id !== undefined && title !== '' && !claimed.has(position.start.offset))
    .slice(0, MOST_HEADINGS)
  const wanted = [missing.title, ...missing.aliases]
  const titles = unclaimed.map(heading => heading.title)
  const close = new Set(wanted.flatMap(title => nearest(title, titles)))
  const parent = parentPath.map(id => `${id}/`).join('')
  const scored = unclaimed
    .map(({title, text, level, section = ''}) => ({
      text,
      score: (close.has(title) ? 1 : 0) + greatest(wanted.map(other => sharedWords(title, other))),
      least: (missing.anyLevel || level === missing.level) && `${section}/`.startsWith(parent) ? 0.5 : 1,
    }))
    .filter(({score, least}) => score >= least)
  scored.sort((a, b) => b.score - a.score || a.least - b.least || compareCodeUnits(a.text, b.text))
  return [...new Set(scored.map(({text}) => text))].slice(0, 3)
}

// The share of the words of four letters and more that two titles have in common.
function sharedWords(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  const shared = [...left].filter(word => right.has(word)).length
  return shared / Math.max(1, Math.min(left.size, right.size))
}

function wordsOf(title: string): Set<string> {
  return new Set(title.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [])
}
