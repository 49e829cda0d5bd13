import type {Message} from '../../lint/index.js'

/** What may have been meant, in quotes, less what the message says already. */
export function unsaidSuggestions({
  reason,
  suggestions = [],
  fix,
}: Pick<Message, 'reason' | 'suggestions' | 'fix'>): string[] {
  // A value named alone is said already; one of a list of possible ones is still worth pointing out.
  const named = reason.slice(reason.lastIndexOf('expected')).match(/"[^"]*"/g) ?? []
  const said = `${named.length === 1 ? named[0] : ''} ${fix?.title ?? ''}`
  return suggestions.map(word => `"${word}"`).filter(word => !said.includes(word))
}
