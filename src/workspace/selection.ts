import {compareCodeUnits} from '../text/index.js'
import type {Note, Selected, Selection} from './types.js'

/** A selection being gathered: every file once, however often it is found. */
export interface Gathering {
  add(file: Selected): void
  /** Counts a document that no kind claims. */
  addUnclaimed(path: string): void
  problem(text: string): void
  note(note: Note): void
  done(): Selection
}

export function gathering(): Gathering {
  const files = new Map<string, Selected>()
  const unclaimed = new Set<string>()
  const problems: string[] = []
  const notes: Note[] = []
  return {
    add: file => {
      if (file.named || !files.has(file.path)) files.set(file.path, file)
    },
    addUnclaimed: path => unclaimed.add(path),
    problem: text => problems.push(text),
    note: note => notes.push(note),
    done: () => ({
      files: [...files.values()].sort((a, b) => compareCodeUnits(a.path, b.path)),
      unclaimed: [...unclaimed].filter(path => !files.has(path)).length,
      problems,
      notes,
    }),
  }
}
