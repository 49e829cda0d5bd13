/** What a research document says of itself. Every value is what the document says, never what it should. */
export interface ResearchAbout {
  /** Relative to the root, with "/". */
  path: string
  /** Frontmatter `topic`, else the level-1 heading without "Research:"; "" where there is neither. */
  topic: string
  title: string
  /** The day it was made, `yyyy-mm-dd`: from frontmatter `date`, else from the file name; absent where neither gives one. */
  date?: string
  /** Frontmatter as written, scalars as strings; absent where there is none that can be read. */
  status?: string
  /** Frontmatter `superseded_by` as written: what replaces it. Absent where it names nothing. */
  supersededBy?: readonly string[]
  tags: readonly string[]
}

/** A research document as far as ranking needs it. */
export interface ResearchSketch extends ResearchAbout {
  headings: readonly Pick<ResearchHeading, 'level' | 'text'>[]
}

/** A research document read as data, but for what it cites. */
export interface ResearchOutline extends ResearchAbout {
  commit?: string
  researcher?: string
  headings: readonly ResearchHeading[]
  questions: readonly ResearchQuestion[]
  /** Headings that enumerate options, approaches or alternatives; their texts without a section's number. */
  options: readonly ResearchHeading[]
  /** Why its frontmatter could not be read. */
  frontmatterProblem?: string
}

/** A research document read whole. */
export interface ResearchDocument extends ResearchOutline {
  /** Paths that it cites as code or links, as written but without line numbers and anchors, each once, in order. */
  references: readonly string[]
}

export interface ResearchHeading {
  level: number
  text: string
  /** Anchor that a forge gives to it. */
  anchor: string
  line: number
}

export interface ResearchQuestion {
  /** Markdown of the question as written, without list marker, box and number. */
  text: string
  /** Offset in the research document where `text` begins. */
  offset: number
  line: number
  resolved: boolean
  /** Anchor of the section that it stands in. */
  anchor: string
  /** Markdown of the sub-items that complete a text ending with a colon; what they answer or recommend is left out. */
  choices?: readonly string[]
}

/** A question, wherever exactly it stands. */
export type AskedQuestion = Omit<ResearchQuestion, 'anchor' | 'offset'>

export type Tier = 'recent' | 'older' | 'oldest' | 'undated' | 'later'

/** A research document with its rank for a query. */
export interface RankedResearch<Document extends ResearchSketch = ResearchOutline> {
  document: Document
  /** BM25, rounded to three decimals; 0 where no word of the query stands in it. */
  score: number
  tier: Tier
  /** Words of the query that it matched, each with the fields in which it stands; "" for a score of 0. */
  reason: string
}
