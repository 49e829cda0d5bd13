import {citedLines} from './cited-lines.js'
import {driftedLines} from './drifted-lines.js'
import {fullStatus} from './full-status.js'
import {relativeLink} from './relative-link.js'
import type {FixMaker} from './types.js'

export {applyEdits} from './apply.js'
export type * from './types.js'

/** Fixes by the names that rules give. A new one is one file and its line here. */
export const fixes: Readonly<Record<string, FixMaker>> = {
  'cited-lines': citedLines,
  'drifted-lines': driftedLines,
  'full-status': fullStatus,
  'relative-link': relativeLink,
}
