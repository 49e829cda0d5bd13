import type {FileReport, Unchecked} from '../../lint/index.js'
import {safe} from '../screen/sheet.js'

/** What formats call it, where each entry has a rule, that a document could not be checked. No rule has this name. */
export const NOT_CHECKED = 'not-checked'

export function notCheckedReason({reason}: Pick<Unchecked, 'reason'>): string {
  return `Not checked: ${safe(reason)}`
}

export function isNotChecked(file: FileReport): file is Unchecked {
  return file.status === 'not-checked'
}

/** What a format makes of a document that could not be checked, of the words that say so; nothing for all others. */
export function ofUnchecked<Entry>(file: FileReport, entryOf: (words: string) => Entry): Entry[] {
  return isNotChecked(file) ? [entryOf(notCheckedReason(file))] : []
}
