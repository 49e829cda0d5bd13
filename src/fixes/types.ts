import type {Facts} from '../facts/types.js'
import type {Point} from '../markdown/index.js'
import type {Template, TemplateSection} from '../template/index.js'

export interface Range {
  start: Point
  end: Point
}

/** A text edit at source offsets. */
export interface Edit {
  range: Range
  text: string
}

export interface Fix {
  /** What it does, in the imperative: "Write the status in full". */
  title: string
  /** Whether it takes no judgement: `spec lint --fix` applies it. Others wait for `--fix-unsafe`, and for a look at the result. */
  safe: boolean
  edits: Edit[]
  /** What is read otherwise once it is applied; absent: nothing but the edits themselves. */
  region?: Range
  /** It goes over the whole document, so that it comes once nothing else is left to be done. */
  last?: true
}

/** A section that the template has and the document lacks. */
export interface MissingSection {
  form: TemplateSection
  /** Ids of the sections around it, outermost first. */
  parents: readonly string[]
  /** Where it belongs. */
  at: Point
  /** The number that it gets; absent: the template's, where that goes on from the headings around it, else none. */
  number?: string
}

/** What a fix is made from, beside the failing fact. */
export interface FixContext {
  facts: Facts
  /** The document. */
  text: string
  template?: Template | undefined
  /** Where the fact that fails is one that is not there. */
  missing?: MissingSection | undefined
}

/** A fix less what is the same for all of its kind. */
export type Mending = Omit<Fix, 'safe'>

/** Makes the fix for a failing fact; undefined where there is none. */
export type FixMaker = (item: unknown, context: FixContext) => Mending | undefined

/** What is said of a kind of fix. */
export interface FixWords {
  /** Whether it takes no judgement. */
  safe: boolean
  /** What it does, as a sentence without its end. */
  does: string
}
