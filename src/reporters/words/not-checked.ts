import type {FileReport} from '../../lint/index.js'
import {safe} from '../screen/sheet.js'

/** What formats call it, where each entry has a rule, that a document could not be checked. No rule has this name. */
export const NOT_CHECKED = 'not-checked'

export function notCheckedReason({reason}: Pick<FileReport, 'reason'>): string {
  return `Not checked: ${reason === undefined ? 'no reason given' : safe(reason)}`
}

export function isNotChecked({status}: Pick<FileReport, 'status'>): boolean {
  return status === 'not-checked'
}
