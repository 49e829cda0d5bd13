import {fileNameOf} from '../../research/names.js'
import type {AskedQuestion} from '../../research/types.js'
import {termOf, wordsOf} from '../../research/words.js'
import type {Document} from '../reading/document.js'
import {title} from '../titles.js'
import type {Source} from '../types.js'
import type {Excuse} from './fate.js'
import {marksOf} from './marks.js'

interface Asked {
  question: AskedQuestion
  id: string
}

// Words of file names that name no subject.
const NO_SUBJECT = new Set(['research', 'note', 'design', 'reference', 'finding', 'summary', 'overview', 'spec'])
const LEAST_SHARE = 0.75
const LEAST_WORDS = 2

/**
 * Why a spec owes no answer to a question that it does not have. A document that it merely mentions asks it nothing: it must have
 * been made from it, by the ids that it bears or by its subject.
 */
export function excusesOf(
  source: Source,
  asked: readonly Asked[],
  document: Document,
): (question: AskedQuestion, id: string) => Excuse {
  const {unitOf, made} = marksOf(document)
  const isMarked = asked.some(({id}) => unitOf.has(id) || made?.has(id))
  const isOutdated = source.supersededBy !== undefined || source.state === 'superseded' || source.state === 'withdrawn'
  const isGround = isMarked || isOnSubject(source, document)
  return (question, id) => {
    if (isOutdated) return 'outdated'
    if (!isGround) return 'mentioned'
    if (source.later || (made && isMarked && !made.has(id))) return 'later'
    // "Confirm which one is meant" may be a note to oneself.
    return question.text.includes('?') ? undefined : 'no-question'
  }
}

/** Whether the name of the research says what the title or the name of the spec says. */
function isOnSubject({path}: Source, document: Document): boolean {
  const subject = termsIn(fileNameOf(path))
  return [title(document)?.name ?? '', fileNameOf(document.path)].some(name => {
    const terms = new Set(termsIn(name))
    const shared = subject.filter(term => terms.has(term)).length
    return shared >= LEAST_WORDS && shared >= LEAST_SHARE * subject.length
  })
}

function termsIn(name: string): string[] {
  return [...new Set(wordsOf(name).flatMap(word => termOf(word) ?? []))].filter(term => !NO_SUBJECT.has(term))
}
