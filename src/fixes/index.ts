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
import type {Fix, FixContext, FixKind} from './types.js'
import {wholeList} from './whole-list.js'

export {applyEdits} from './apply.js'
export type * from './types.js'

/** Fixes by the names that rules give. A new one is one file and its entry here. */
export const fixes: Readonly<Record<string, FixKind>> = {
  'cited-lines': {
    safe: true,
    does: 'Cites the lines where the quoted words, or the definition of the named symbol, stand; only where they stand once',
    make: citedLines,
  },
  'closing-fence': {
    safe: false,
    does: 'Closes a block without an end before the first section that it hides, else at the end of the document',
    make: closingFence,
  },
  'drifted-lines': {
    safe: true,
    does: 'Cites the lines, or the file, where the same text is now; not where a commit is written with them',
    make: driftedLines,
  },
  'escaped-bars': {
    safe: true,
    does: 'Escapes bars inside of code that part a cell of a table',
    make: escapedBars,
  },
  'full-status': {
    safe: true,
    does: 'Writes a status in its full form; not where words of the author follow it',
    make: fullStatus,
  },
  'heading-numbers': {
    safe: false,
    does: 'Numbers the headings anew, and with them what refers to them in the document',
    make: headingNumbers,
  },
  'inserted-section': {
    safe: false,
    does: 'Puts in a missing section at its place, as the template has it, to be filled in',
    make: insertedSection,
  },
  'moved-target': {
    safe: true,
    does: 'Cites a document that was moved at its new place; only where one alone bears its name, or git tells of the move',
    make: movedTarget,
  },
  'outer-fence': {
    safe: true,
    does: 'Makes an outer fence longer than those inside of it; only where all pairs are certain',
    make: outerFence,
  },
  'relative-link': {
    safe: true,
    does: 'Writes a link from the root of the workspace as seen from the document',
    make: relativeLink,
  },
  'renamed-heading': {
    safe: false,
    does: "Gives a heading that is spelt nearly as the template's that title, and what links to it in the document the new anchor",
    make: renamedHeading,
  },
  'right-anchor': {
    safe: true,
    does: 'Writes an anchor as it is now where only the number of its heading has changed, and one heading alone has its words',
    make: rightAnchor,
  },
  'ticked-question': {
    safe: false,
    does: 'Ticks a question that is struck through, or begins with "Resolved:"',
    make: tickedQuestion,
  },
  'whole-list': {
    safe: true,
    does: 'Writes the table between the markers of a list of specs anew',
    make: wholeList,
  },
}

/** The kinds of fix that a rule names. */
export function fixesOf(names: readonly string[]): ({name: string} & FixKind)[] {
  return names.flatMap(name => {
    const kind = Object.hasOwn(fixes, name) ? fixes[name] : undefined
    return kind ? [{name, ...kind}] : []
  })
}

/** The first fix of those that a rule names that can be made for a failing fact. */
export function fixFor(names: readonly string[] | undefined, item: unknown, context: FixContext): Fix | undefined {
  for (const {safe, make} of fixesOf(names ?? [])) {
    const made = make(item, context)
    if (made) return {...made, safe}
  }
  return undefined
}
