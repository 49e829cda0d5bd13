import {compareCodeUnits} from '../../text/index.js'
import {countLines} from '../decode.js'
import * as notes from '../git/notes.js'
import {utf8} from '../git/parse.js'
import type {HistoryAnswers, Note} from '../types.js'
import type {View} from './view.js'

type Versions = HistoryAnswers['versions']

/** What is gathered for one document: why something could not be told, each reason once, and contents, each once. */
export interface Gathering {
  gap(note: Note): void
  /** A commit that was named and is not known. */
  unknown(name: string): void
  /** Takes in a content, by its version. False: this clone has it not. */
  addVersion(version: string, content: View['content']): Promise<boolean>
  gaps(): Note[]
  versions: Versions
}

export function gathering(): Gathering {
  const gaps = new Map<string, Note>()
  const names = new Set<string>()
  const versions = new Map<string, {lines?: number; text?: string}>()
  return {
    versions,
    gap: note => gaps.set(note.code, note),
    unknown: name => names.add(name),
    addVersion: async (version, read) => {
      if (versions.has(version)) return true
      const content = await read(version)
      versions.set(version, describe(content?.bytes))
      return content !== undefined
    },
    gaps: () => {
      const unknown = [...names].sort(compareCodeUnits)
      if (unknown.length > 0) gaps.set('unknown-commit', notes.unknownCommits(unknown))
      return [...gaps.values()].sort((a, b) => compareCodeUnits(a.code, b.code))
    },
  }
}

function describe(bytes: Buffer | undefined): {lines?: number; text?: string} {
  if (!bytes) return {}
  const text = utf8(bytes)
  return {lines: countLines(bytes), ...(text !== undefined && {text})}
}
