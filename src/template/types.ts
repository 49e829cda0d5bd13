/** How the template's guidance appears in a new document: in comments, as text that lint calls residue, or not at all. */
export type Guidance = 'comment' | 'visible' | 'none'

/** A template read as data: what a kind's documents are called, hold and say. */
export interface Template {
  kind: string
  version: number
  /** The whole file, as it stands. */
  source: string
  /** The level-1 heading as written, such as "[Project Name] Technical Design Document / RFC"; "" without one. */
  title: string
  /** What precedes the name in it, with the space: "Design Note: "; "" without one. */
  titlePrefix: string
  /** What follows the name in it, such as "Technical Design Document / RFC"; "" without one. */
  titleSuffix: string
  /** In their order; the first is the one of a new document. Empty for a kind without statuses. */
  statuses: readonly Status[]
  metadata: MetadataForm
  /** The outermost sections, in order, with their sub-sections: those of level 2, or of level 1 where several have it. */
  sections: readonly TemplateSection[]
  /** Title of the section that a new document ends with, for the research it was made from; absent: there is none. */
  appendix?: string
  /** Texts that must not stay in a document, white space collapsed: guidance, examples, placeholders. */
  residue: readonly ResidueText[]
  /** Patterns of what must not stay in a document either, wherever it stands outside code. */
  placeholders: readonly string[]
  /** Patterns that rules of the kind ask for. */
  marks: readonly NamedPattern[]
  /** Patterns of ids, such as "FR-001". */
  ids: readonly IdPattern[]
  /** Signs at the beginning of a block's Markdown source that give away template text. */
  markers: readonly string[]
  /** Plain texts of the blocks that stand in the template itself and say nothing: labels, fixed lines. */
  labels: readonly string[]
  /** Titles of sections that the form lacks and that may change after an approval. */
  open: readonly string[]
}

/** A regular expression with the flag "u". */
export interface NamedPattern {
  name: string
  pattern: string
}

export interface IdPattern extends NamedPattern {
  /** Path of the section in which ids are defined; absent: anywhere. */
  section?: string
}

export interface Status {
  /** "In Review (RFC)" */
  name: string
  /** "In Review": the name up to " (". The same as the name where there is none. */
  short: string
  /** Other words for it, in the template's order. */
  aliases: readonly string[]
  /** Names of the statuses that may follow; absent: any. */
  next?: readonly string[]
  /** Whether a document that has it is approved: what changes from then on, outside of what is left open, is told. */
  approved?: boolean
  /** Whether it is the one of documents that another one supersedes. */
  superseded?: boolean
  /** Such a status only: what stands between it and the name of the successor, where the form has no row for that one. */
  successorBehind?: string
}

/** Where a document's metadata stands, and what it is. */
export interface MetadataForm {
  /** Rows of the first source win; later ones add what the earlier lack. */
  sources: readonly MetadataSource[]
  /** Header cells of the table; empty for other sources. */
  header: readonly string[]
  rows: readonly MetadataRow[]
}

/**
 * `table`: of two columns; `frontmatter`: YAML; `list`: bullets "Label: value"; `lines`: "**Label**: value" in paragraphs. All
 * but the frontmatter stand before the first section.
 */
export type MetadataSource = 'table' | 'frontmatter' | 'list' | 'lines'

export interface MetadataRow {
  id: string
  label: string
  aliases: readonly string[]
  optional: boolean
  /** Path of the section whose body is the value; absent where the row stands in a source. */
  section?: string
  /** Which days stand in it; absent: none that a later update would change. */
  days?: DaysForm
  /** Id of the row of the version before that this one was, where that had another. */
  was?: string
  /** Id of the row that takes its place: documents should not have it any more. */
  deprecated?: string
  /** Labels that it had in earlier versions, and has no more. */
  former?: readonly string[]
}

/** `updated`: the day of the last update alone; `pair`: the day it was created, the separator, the day of the last update. */
export type DaysForm = {type: 'updated'} | {type: 'pair'; separator: string}

export interface TemplateSection {
  id: string
  /** Path of ids from the outermost section, joined with "/". */
  path: string
  /** "4.1 System Architecture Diagram", as written. */
  heading: string
  /** "System Architecture Diagram" */
  title: string
  /** "4.1"; absent where the heading has none. */
  number?: string
  level: number
  /** Whether a heading of any level can be it; absent: only one of its own level. */
  anyLevel?: boolean
  aliases: readonly string[]
  /** Whether a new document goes without it. */
  optional: boolean
  /** Whether it claims every heading that fits; absent: one. */
  repeat?: boolean
  /** What scaffold puts into it beside the empty form. */
  fill?: Fill
  /** Whether it, with its sub-sections, may change after an approval. */
  open?: boolean
  /** What it is for; its sub-sections are for the same unless they say otherwise. */
  role?: SectionRole
  /** Path of the section of the version before that this one was, where that had another id. */
  was?: string
  /** Path of the section that takes its place: documents should not have it any more. */
  deprecated?: string
  /** Titles that it had in earlier versions, and has no more. */
  former?: readonly string[]
  /** Guidance and example as the template gives them, Markdown without the comment signs. */
  guidance: readonly string[]
  examples: readonly string[]
  sections: readonly TemplateSection[]
  /** Offsets in the template's source: from the heading to the end of the section, sub-sections included. */
  start: number
  end: number
}

/**
 * `sources`: the chosen research with its sections; `options`: a row for each option that the research enumerates;
 * `questions`: the open questions of the research.
 */
export type Fill = 'sources' | 'options' | 'questions'

/** What a section is for, as far as it bears on what became of the questions of research. */
export type SectionRole = 'questions' | 'goals' | 'non-goals' | 'alternatives' | 'design'

export interface ResidueText {
  text: string
  source: 'guidance' | 'example' | 'placeholder'
}
