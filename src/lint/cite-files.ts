import type {Citation, Facts} from '../facts/index.js'
import type {Selected, Workspace} from '../workspace/index.js'
import {accusersOf} from './evaluate/index.js'
import {type FactsOfFile, factsOfFiles} from './facts-of-files.js'
import {heldKind} from './held.js'
import type {LintOptions} from './options.js'
import type {CheckState, FileReport, Kind, Severities} from './types.js'

/** A document that is cited, with what is known of it. */
export type CitedDocument = Facts['sources'][number]

/** A citation with the rules that accuse it. */
export interface CitationReport extends Citation {
  /** Ids of the rules by which `spec lint` reports it as an error or a warning; absent where there is none. */
  accusedBy?: string[]
}

/** The citations of one document, with what became of each. */
export type FileCitations = CheckState & {
  path: string
  kind: string
  skipped: FileReport['skipped']
  /** Their paths are relative to the root of the workspace that the document belongs to. */
  citations: readonly CitationReport[]
  /** The documents among what it cites, with what is known of each. */
  sources: readonly CitedDocument[]
  /** A path of that workspace as one of the workspace that was asked. */
  outward(path: string): string
}

/** Reads the citations of files one after the other, so that no more than one document is in memory at a time. */
export async function* citeFiles(
  files: readonly Selected[],
  options: Pick<LintOptions, 'kind' | 'kinds' | 'limits'> & {workspace: Workspace},
): AsyncGenerator<FileCitations> {
  for await (const file of factsOfFiles(files, options)) yield citationsOf(file)
}

function citationsOf(file: FactsOfFile): FileCitations {
  const {path, outward} = file
  if (!file.ok) {
    const {kind, reason} = file
    return {path, kind, status: 'not-checked', reason, citations: [], sources: [], skipped: [], outward: each => each}
  }
  const {kind, severities, facts, skipped} = file
  return {
    path,
    kind: kind.name,
    status: 'checked',
    citations: withAccusers(facts, kind, severities),
    sources: facts.sources,
    skipped,
    outward,
  }
}

function withAccusers(facts: Facts, kind: Kind, severities: Severities | undefined): CitationReport[] {
  const accusers = accusersOf(facts, heldKind(kind, facts), severities)
  return facts.citations.map((citation, index) => {
    const accusedBy = accusers.get(index)
    return accusedBy === undefined ? citation : {...citation, accusedBy}
  })
}
