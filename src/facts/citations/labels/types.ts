import type {Stretch} from '../scene.js'
import type {Slice} from '../slice.js'
import type {CitationDraft} from '../types.js'

/** A label in plain text. */
export interface Occurrence {
  /** The label in upper case, without brackets: "R1". Of footnotes, which Markdown would know if they were defined: "^r1". */
  key: string
  /** As written, without backslashes. */
  text: string
  slice: Slice
  /** "[R1]"; else a bare "R1". */
  bracketed: boolean
  /** Joined to a word before it, as an index is: "rows[R1]". */
  attached: boolean
  /** Whether it begins its block: a paragraph, list item, cell or heading. */
  first: boolean
  /** Whether it begins its line. */
  leading: boolean
  block: Stretch
  /** Where the next label begins, or what belongs to the block ends. */
  until: number
}

/** A label of the document, defined or used. */
export interface Label {
  /** With its brackets. */
  name: string
  form: 'reference' | 'footnote'
  definition?: Definition
  /** In order. */
  uses: Use[]
}

export interface Definition {
  slice: Slice
  /** What stands there; absent where nothing is cited. */
  draft?: CitationDraft
  /** Surely an entry of a list of references, not a requirement or a remark that bears the label too. */
  firm: boolean
}

export interface Use {
  slice: Slice
  /** Written as a citation; else the label is merely mentioned. */
  cites: boolean
}
