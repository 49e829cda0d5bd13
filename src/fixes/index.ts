import {LimitError} from '../markdown/index.js'
import {rethrowUnless} from '../text/index.js'
import {citedLines} from './cited-lines.js'
import {driftedLines} from './drifted-lines.js'
import {escapedBars} from './escaped-bars.js'
import {closingFence} from './fences/closing.js'
import {outerFence} from './fences/outer.js'
import {fullStatus} from './full-status.js'
import {insertedSection} from './headings/inserted.js'
import {headingNumbers} from './headings/numbers.js'
import {renamedHeading} from './headings/renamed.js'
import {movedTarget} from './moved-target.js'
import {relativeLink} from './relative-link.js'
import {rightAnchor} from './right-anchor.js'
import {tickedQuestion} from './ticked-question.js'
import type {Fix, FixContext, FixMaker} from './types.js'
import {wholeList} from './whole-list.js'
import {fixKinds, isFix} from './words.js'

export {applyEdits} from './apply.js'
export type * from './types.js'

/** Fixes by the names that rules give. A new one is one file, its entry here, and its words in `words.ts`. */
export const fixes: Readonly<Record<keyof typeof fixKinds, FixMaker>> = {
  'cited-lines': citedLines,
  'closing-fence': closingFence,
  'drifted-lines': driftedLines,
  'escaped-bars': escapedBars,
  'full-status': fullStatus,
  'heading-numbers': headingNumbers,
  'inserted-section': insertedSection,
  'moved-target': movedTarget,
  'outer-fence': outerFence,
  'relative-link': relativeLink,
  'renamed-heading': renamedHeading,
  'right-anchor': rightAnchor,
  'ticked-question': tickedQuestion,
  'whole-list': wholeList,
}

/** The first fix of those that a rule names that can be made for a failing fact. */
export function fixFor(names: readonly string[] | undefined, item: unknown, context: FixContext): Fix | undefined {
  for (const name of names ?? []) {
    if (!isFix(name)) continue
    const made = madeBy(fixes[name], item, context)
    if (made) return {...made, safe: fixKinds[name].safe}
  }
  return undefined
}

// A text with the edits in it may be one that must not be parsed.
function madeBy(make: FixMaker, item: unknown, context: FixContext): ReturnType<FixMaker> {
  try {
    return make(item, context)
  } catch (error) {
    rethrowUnless(error, LimitError)
    return undefined
  }
}
