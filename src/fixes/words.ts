import type {FixWords} from './types.js'

/** What is said of each fix, by the names that rules give. Apart from the fixes themselves: these load the parser. */
export const fixKinds = {
  'cited-lines': {
    safe: true,
    does: 'Cites the lines where the quoted words, or the definition of the named symbol, stand; only where they stand once',
  },
  'closing-fence': {
    safe: false,
    does: 'Closes a block without an end before the first section that it hides, else at the end of the document',
  },
  'drifted-lines': {
    safe: true,
    does: 'Cites the lines, or the file, where the same text is now; not where a commit is written with them',
  },
  'escaped-bars': {
    safe: true,
    does: 'Escapes bars inside of code that part a cell of a table',
  },
  'full-status': {
    safe: true,
    does: 'Writes a status in its full form; not where words of the author follow it',
  },
  'heading-numbers': {
    safe: false,
    does: 'Numbers the headings anew, and with them what refers to them in the document',
  },
  'inserted-section': {
    safe: false,
    does: 'Puts in a missing section at its place, as the template has it, to be filled in',
  },
  'moved-target': {
    safe: true,
    does: 'Cites a document that was moved at its new place; only where one alone bears its name, or git tells of the move',
  },
  'outer-fence': {
    safe: true,
    does: 'Makes an outer fence longer than those inside of it; only where all pairs are certain',
  },
  'relative-link': {
    safe: true,
    does: 'Writes a link from the root of the workspace as seen from the document',
  },
  'renamed-heading': {
    safe: false,
    does: "Gives a heading that is spelt nearly as the template's that title, and what links to it in the document the new anchor",
  },
  'right-anchor': {
    safe: true,
    does: 'Writes an anchor as it is now where only the number of its heading has changed, and one heading alone has its words',
  },
  'ticked-question': {
    safe: false,
    does: 'Ticks a question that is struck through, or begins with "Resolved:"',
  },
  'whole-list': {
    safe: true,
    does: 'Writes the table between the markers of a list of specs anew',
  },
} as const satisfies Record<string, FixWords>

/** What is said of the fixes that a rule names. */
export function wordsOfFixes(names: readonly string[]): ({name: string} & FixWords)[] {
  return names.flatMap(name => (isFix(name) ? [{name, ...fixKinds[name]}] : []))
}

/** Whether there is a fix of this name. */
export function isFix(name: string): name is keyof typeof fixKinds {
  return Object.hasOwn(fixKinds, name)
}
