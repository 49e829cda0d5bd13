import type {Root} from 'mdast'
import type {CitedHeading} from '../../workspace/index.js'
import type {Context} from '../context.js'
import type {Citation, Position} from '../types.js'

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
  headings: readonly CitedHeading[]
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
    | 'heading'
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
  /** A section reference: the citations that name the document which its words mean; several where that is open. */
  among?: readonly CitationDraft[]
  /** What the document says of itself, where the target may be the document. */
  own?: Own
  /** A permalink: the whole address, which it is where its commit is not one of this repository. */
  url?: string
  /** What the text beside it says of the cited place. */
  beside?: Beside
}

/** What the text beside a citation says of the cited place. */
export interface Beside {
  /** Commits written in the citation or beside it, as written, best first. */
  commits?: readonly string[]
  /** The identifier that the sentence ties to it. */
  symbol?: Words
  /** The quotation right beside it. */
  quote?: Words
  /** A section reference: the other sections that are named with it, "Sections 1, 3 and 5–7". */
  headings?: readonly string[]
}

/** Words of the document that cited lines should hold. */
export interface Words {
  /** A name's: names before it in code spans of the sentence that have no citation of their own. */
  others?: readonly string[]
  /** As they should stand there: an identifier alone, a quotation without the signs of Markdown around it. */
  text: string
  /** A quotation that claims to be word for word: in quotation marks or in a quote, and long enough. */
  verbatim?: true
  position: Position
}

/** What the collecting of citations must know beside tree and text. */
export type CitationContext = Context

/** A document whose citations are collected: `tree` was parsed from `text`. */
export interface CitedDocument extends CitationContext {
  tree: Root
  text: string
}
