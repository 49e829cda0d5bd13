import {digest} from '../../text/index.js'
import type {Accused, Message} from '../types.js'
import type {Found} from './found.js'

/** What equal messages of a document have in common, as one text. How white space stands in it does not count. */
export function likeness(rule: string, {section, content}: Accused): string {
  return JSON.stringify([rule, section, content.replace(/\s+/g, '')])
}

/** Gives each message a fingerprint of its own: of equal ones the first has number 1, the next 2, as they stand in the document. */
export function withFingerprints(sorted: readonly Found[]): Found[] {
  const numbers = new Map<string, number>()
  return sorted.map(found => {
    const like = likeness(found.message.ruleId, found.message.accused)
    const number = (numbers.get(like) ?? 0) + 1
    numbers.set(like, number)
    const message: Message = {...found.message, fingerprint: digest(`${like} ${number}`)}
    return {...found, message}
  })
}
