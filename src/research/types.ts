/** A research document read as data. Every value is what the document says, never what it should. */
export interface ResearchDocument {
  /** Relative to the root, with "/". */
  path: string
  /** Frontmatter `topic`, else the level-1 heading without "Research:"; "" where there is neither. */
  topic: string
  title: string
  /** The day it was made, `yyyy-mm-dd`: from frontmatter `date`, else from the file name; absent where neither gives one. */
  date?: string
  /** Frontmatter as written, scalars as strings; absent where there is none that can be read. */
  status?: string
  commit?: string
  researcher?: string
  tags: readonly string[]
  headings: readonly ResearchHeading[]
  questions: readonly ResearchQuestion[]
  /** Options, approaches or alternatives that its headings enumerate. */
  options: readonly string[]
  /** Paths that it cites as code or links, as written, each once, in order. */
  references: readonly string[]
  /** Why its frontmatter could not be read. */
  frontmatterProblem?: string
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
}

export type Tier = 'recent' | 'older' | 'oldest' | 'undated' | 'later'

/** A research document with its rank for a query. */
export interface RankedResearch {
  document: ResearchDocument
  score: number
  tier: Tier
  /** Words of the query that it matched, each with the fields in which it stands. */
  reason: string
}
