import {compareCodeUnits} from '../text/index.js'
import {quoted} from './suggest.js'
import type {Note, Selected, Selection} from './types.js'

/** A selection being gathered: every file once, however often it is found. */
export interface Gathering {
  add(file: Selected): void
  /** Counts a document that no kind claims. */
  addUnclaimed(path: string): void
  /** Takes over what was found in another workspace; `outward`: its paths as ours. `name`: how it is called in what it says. */
  include(selection: Selection, outward: (path: string) => string, name: string): void
  /** Notes what a walk passed by: a document by its name that is a link or no regular file. */
  addPassed(path: string): void
  problem(text: string): void
  note(note: Note): void
  done(): Selection
}

/** `isWanted`: others are left out, and told in a note; by default all are wanted. */
export function gathering(isWanted: (file: Selected) => boolean = () => true): Gathering {
  const files = new Map<string, Selected>()
  const unclaimed = new Set<string>()
  const passed = new Set<string>()
  const problems = new Set<string>()
  const notes = new Map<string, Note>()
  const leftOut = new Set<string>()
  let elsewhere = 0
  const add = (file: Selected): void => {
    if (!isWanted(file)) leftOut.add(file.path)
    else if (file.named || !files.has(file.path)) files.set(file.path, file)
  }
  return {
    add,
    include: (selection, outward, name) => {
      const said = (text: string) => `In ${quoted(name)}: ${text}`
      for (const file of selection.files) add({...file, path: outward(file.path)})
      for (const text of selection.problems) problems.add(said(text))
      for (const {code, text} of selection.notes) notes.set(said(text), {code, text: said(text)})
      elsewhere += selection.unclaimed
    },
    addUnclaimed: path => unclaimed.add(path),
    addPassed: path => passed.add(path),
    problem: text => problems.add(text),
    note: note => void notes.set(note.text, note),
    done: () => ({
      files: [...files.values()].sort((a, b) => compareCodeUnits(a.path, b.path)),
      unclaimed: [...unclaimed].filter(path => !files.has(path)).length + elsewhere,
      problems: [...problems],
      notes: [
        ...notes.values(),
        ...pathsNotes('not-regular', 'Left out, as links or no regular files', passed, files),
        ...pathsNotes('unknown', 'Left out, as no documents of the workspace', leftOut, files),
      ],
    }),
  }
}

// Who names a link means it; a walk follows none, so that it ends. What is passed by is told once, lest it seem checked.
function pathsNotes(code: string, what: string, paths: Iterable<string>, files: ReadonlyMap<string, Selected>): Note[] {
  const [first, ...more] = [...paths].filter(path => !files.has(path)).sort(compareCodeUnits)
  if (first === undefined) return []
  const others = more.length === 0 ? '' : ` and ${more.length} more`
  return [{code, text: `${what}: ${quoted(first)}${others}`}]
}
