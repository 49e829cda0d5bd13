import type {Context} from '../context.js'
import type {Citation} from '../types.js'

/** A place where a target may be. */
export interface Candidate {
  /** Relative to the root, normalised; begins with "../" where it leaves the root. */
  path: string
  from: 'file' | 'root'
}

/** What the document says of itself: its text may be newer than the file. */
export interface Own {
  anchors: readonly string[]
  lineCount: number
}

/** What the syntax alone tells of a citation: nothing in it depends on the world. */
export interface CitationDraft
  extends Pick<
    Citation,
    | 'form'
    | 'kind'
    | 'text'
    | 'label'
    | 'target'
    | 'document'
    | 'anchor'
    | 'lines'
    | 'section'
    | 'position'
    | 'targetPosition'
  > {
  /** Where the target may be, in order of preference. Empty for web addresses and uses of labels. */
  candidates: readonly Candidate[]
  /** A bare file name: it may also be found by its name alone. */
  name?: string
  /** Looks like prose or a pattern as much as a path: a citation only where it resolves. */
  unsure?: true
  /** A use of a label: what it points at is said by this draft, which stands at the definition. */
  of?: CitationDraft
  /** What the document says of itself, where the target may be the document. */
  own?: Own
}

/** What the collecting of citations must know beside tree and text. */
export type CitationContext = Context
