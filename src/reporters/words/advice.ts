import type {Message} from '../../lint/index.js'
import {safe} from '../screen/sheet.js'
import {fixWords} from './fix.js'
import {unsaidSuggestions} from './suggestions.js'

/** What is wrong and what to do about it: a line each, safe to print, what is long cut. */
export function adviceOf(message: Pick<Message, 'reason' | 'suggestions' | 'help' | 'fix'>): string[] {
  const unsaid = unsaidSuggestions(message)
  return [
    message.reason,
    ...(unsaid.length > 0 ? [`Did you mean ${unsaid.map(safe).join(' or ')}?`] : []),
    ...(message.help === undefined ? [] : [message.help]),
    ...(message.fix === undefined ? [] : [`Fix: ${fixWords(message.fix)}`]),
  ].map(safe)
}
