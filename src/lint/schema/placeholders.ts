import {itemAt} from '../../text/index.js'
import {keywords} from '../keywords/index.js'

const PLACEHOLDER = /\{([a-zA-Z]\w*(?:\.\w+)*)\}/g

/** Placeholders that every failure can fill; those below `item.` are properties of the failing fact. */
const COMMON = ['value', 'limit', 'allowed', 'missing', 'extra', 'expected', 'actual']

/** All but those below `item.`. */
export const PLACEHOLDERS: readonly string[] = [
  ...new Set([...COMMON, ...Object.values(keywords).flatMap(keyword => keyword.yields)]),
]

/** The names between braces in a text, in order. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map(match => itemAt(match, 1))
}

/** Those that nothing fills, each with the ones that there are. */
export function unknownPlaceholders(text: string): {name: string; known: readonly string[]}[] {
  return placeholdersIn(text)
    .filter(name => !PLACEHOLDERS.includes(name) && !name.startsWith('item.'))
    .map(name => ({name, known: [...PLACEHOLDERS, 'item.…']}))
}

/** A text with its placeholders filled in. */
export function fillPlaceholders(text: string, fill: (name: string) => string): string {
  return text.replace(PLACEHOLDER, (_whole, name: string) => fill(name))
}
