// Generated from schema/facts.schema.json by scripts/generate-types.mjs. Do not edit.

/**
 * Ids of the section that it stands in and of those around it, outermost first, joined with "/"; absent before the first section
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "sectionPath".
 */
export type SectionPath = string

/**
 * What the linter knows of one document. A fact states and never judges. Order is read from positions, never from keys.
 */
export interface Facts {
  /**
   * Version of this shape; published names stay
   */
  schemaVersion: 1
  /**
   * The document, relative to the root, with "/"
   */
  path: string
  /**
   * The kind of document it was read as, such as "rfc"
   */
  kind: string
  /**
   * The version of its kind's template that the document is held to: that of its trailing comment, without one the lowest that is known. Of a kind without a template, what the comment says
   */
  template?: TemplateForm
  /**
   * Every comment that says which kind and version the document was made from, such as `<!-- spec: rfc v1 -->`, in order
   */
  templateMarks: TemplateMark[]
  /**
   * Top-level blocks other than frontmatter and comments; 0 in an empty document
   */
  blocks: number
  /**
   * The first title's place; else line 1, column 1
   */
  position: Position
  /**
   * The end of the document
   */
  end: Point
  /**
   * The first level-1 heading that opens no section; where the template has none, the metadata's row of the id "title"
   */
  title?: Title
  /**
   * Every level-1 heading that opens no section. One opens a section where the template claims it, or one before it
   */
  titles: Title[]
  /**
   * The document's metadata by the ids that its template gives to the rows, from the sources that it declares; rows that no id claims under the slug of their label
   */
  metadata: {
    [k: string]: Row
  }
  /**
   * Where the metadata stands: the first source that is there, of those that the template declares
   */
  metadataPosition?: Position
  /**
   * Why frontmatter that stands there could not be read
   */
  metadataProblem?: MetadataProblem
  /**
   * Every heading in order
   */
  outline: Heading[]
  /**
   * How many headings each outermost section of the template claims, by its id; 0 where it is missing
   */
  counts: {
    [k: string]: number
  }
  /**
   * Sections and rows that are there and that the version of the template has given up for others: it calls them otherwise now, or says so itself
   */
  deprecated: DeprecatedPart[]
  /**
   * The outermost sections by id, each with its sub-sections. Where one of the template repeats, its first heading bears its id, the others that id with a number behind it: "option", "option-2"; a heading of the author's own that would have such an id gets "own-" before it
   */
  sections: {
    [k: string]: Section
  }
  /**
   * Every citation in order
   */
  citations: Citation[]
  /**
   * Every research document and spec that is cited and exists, in order of the first citation
   */
  sources: Source[]
  /**
   * Every open question of the research that is cited, in order of its first citation, and what became of it here. Empty where the template has no section with the role "questions"
   */
  ledger: LedgerEntry[]
  /**
   * What became of the cited code; absent where none was held against HEAD
   */
  drift?: DriftSum
  /**
   * What became of the files that the cited research speaks of; absent where nothing is known of them
   */
  researchDrift?: ResearchDrift
  /**
   * What the document supersedes, and what supersedes it; absent where it speaks of neither
   */
  supersession?: Supersession
  /**
   * When the document was approved, and what has changed in it since; absent where it is not, or was only since the last commit, or nothing was looked up
   */
  approval?: Approval
  /**
   * Lists of specs that the document keeps between markers; absent where it has none
   */
  indexes?: IndexList[]
  /**
   * Files that the document says will be made, each once
   */
  planned: PlannedFile[]
  /**
   * Every fenced code block in order
   */
  fences: Fence[]
  /**
   * Every table in order
   */
  tables: Table[]
  /**
   * Text that looks like a table and is none, for its header and delimiter rows differ
   */
  tableLookalikes: TableLookalike[]
  /**
   * Every reference label such as [R1] or [^r1], defined or used
   */
  references: Reference[]
  /**
   * Template text that is still there
   */
  residue: Residue[]
  /**
   * Every place outside code at which a pattern matches that the template gives a name, in order
   */
  marks: Mark[]
  /**
   * Ids of the patterns that the template declares
   */
  identifiers: Identifiers
  /**
   * Cells, paragraphs and list items that are nothing but TBD, TODO or ???
   */
  unset: Unset[]
  /**
   * Comments that ask for rules not to be applied, one entry for each rule that they name
   */
  exceptions: Exception[]
  research: ResearchUse
}
/**
 * A place in the text
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "point".
 */
export interface Point {
  /**
   * From 1
   */
  line: number
  /**
   * From 1, in UTF-16 units; a byte order mark counts for nothing
   */
  column: number
  /**
   * From 0, in UTF-16 units of the whole file, a byte order mark included
   */
  offset: number
}
/**
 * A range of the text; the end is the place behind it
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "position".
 */
export interface Position {
  start: Point
  end: Point
}
/**
 * A version of a kind's template
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "templateForm".
 */
export interface TemplateForm {
  /**
   * Kind
   */
  kind: string
  /**
   * Version of the template
   */
  version: number
  /**
   * The comment that says so; absent where none does
   */
  position?: Position
}
/**
 * A comment that says what a document was made from; scaffold writes it at the end
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "templateMark".
 */
export interface TemplateMark {
  /**
   * What stands behind "spec:", such as "rfc v1"
   */
  text: string
  /**
   * Kind
   */
  kind: string
  /**
   * Version of the template; absent where what stands there is none
   */
  version?: number
  /**
   * What it is to the document. "held": it says which version the document is held to; "older": it does, but the template of that version is not kept, and the next one counts; "unknown": a newer version than all that are known; "unreadable": no version; "other-kind": it speaks of another kind than that of the document; "surplus": another one comes after it and says something else; "repeated": another one says the same
   */
  state: 'held' | 'older' | 'unknown' | 'unreadable' | 'other-kind' | 'surplus' | 'repeated'
  /**
   * What could stand there, such as "rfc v1": the versions that are known
   */
  allowed: string[]
  /**
   * Where it stands
   */
  position: Position
  /**
   * Only where no version can be told by it: the whole document, which is read by one that may not be meant
   */
  extent?: Position
}
/**
 * A section or row that the version of the template has given up for another
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "deprecatedPart".
 */
export interface DeprecatedPart {
  /**
   * What it is
   */
  part: 'section' | 'row'
  /**
   * The heading or label as written
   */
  text: string
  /**
   * The title or label of what takes its place
   */
  instead: string
  /**
   * The version of the template that the document is held to
   */
  version: number
  /**
   * The heading or label
   */
  position: Position
}
/**
 * A level-1 heading
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "title".
 */
export interface Title {
  /**
   * Its whole text
   */
  text: string
  /**
   * The text without the kind's suffix
   */
  name: string
  /**
   * 1 for the first
   */
  ordinal: number
  /**
   * Where it stands
   */
  position: Position
}
/**
 * A row of the metadata
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "row".
 */
export interface Row {
  /**
   * What it stands in: a table of two columns, frontmatter, a bullet list (`- Label: value`), lines of text (`**Label**: value`), or a section whose body is the value
   */
  source: 'table' | 'frontmatter' | 'list' | 'lines' | 'section'
  /**
   * The label as written; of a section its heading without number
   */
  label: string
  /**
   * The text of the cell, the line, the item or the section's first paragraph, trimmed; "" when blank
   */
  value: string
  /**
   * frontmatter only: the items of a value that is a list
   */
  items?: string[]
  /**
   * The value
   */
  position: Position
  /**
   * The label
   */
  labelPosition: Position
  /**
   * status only: the template's status that the cell begins with, a short form brought to its full one; else the cell
   */
  name?: string
  /**
   * status only: whether the cell begins with one of the template's statuses
   */
  known?: boolean
  /**
   * status only: the template's statuses, in their order
   */
  allowed?: string[]
  /**
   * status only: whether the short form was written
   */
  short?: boolean
  /**
   * status only: the words after the status
   */
  note?: string
  /**
   * dates only: the first ISO date of the cell
   */
  created?: CalendarDate
  /**
   * dates only: the second one, where there is one
   */
  updated?: CalendarDate
  /**
   * author only: the names in the cell
   */
  names?: PersonName[]
  /**
   * Known values near to the one that stands here, nearest first
   */
  near?: string[]
}
/**
 * Frontmatter that could not be read
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "metadataProblem".
 */
export interface MetadataProblem {
  /**
   * What is wrong with it
   */
  reason: string
  /**
   * The line that shows it
   */
  position: Position
  /**
   * The whole frontmatter, of which nothing could be read
   */
  extent: Position
  /**
   * Whether rows that the template asks for may stand in it: nothing else gives all of them
   */
  hides: boolean
}
/**
 * A date as written
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "calendarDate".
 */
export interface CalendarDate {
  /**
   * yyyy-mm-dd
   */
  text: string
  /**
   * Whether the calendar has it
   */
  exists: boolean
  /**
   * Where it stands
   */
  position: Position
}
/**
 * A name of a person
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "personName".
 */
export interface PersonName {
  /**
   * As written
   */
  text: string
  /**
   * In lower case
   */
  lower: string
  /**
   * Where it stands
   */
  position: Position
}
/**
 * A heading
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "heading".
 */
export interface Heading {
  /**
   * 1 to 6
   */
  level: number
  /**
   * Its level less the level of the heading before; absent on the first
   */
  step?: number
  /**
   * Digits and dots before the title, without the last dot, such as "4.1"
   */
  number?: string
  /**
   * The text without its number
   */
  title: string
  /**
   * The whole text
   */
  text: string
  /**
   * Id of the section that it opens, as in "sections"; absent on titles
   */
  id?: string
  /**
   * Index in "outline" of the heading it stands under, -1 for none
   */
  parent: number
  section?: SectionPath
  /**
   * Where it stands
   */
  position: Position
}
/**
 * A section: its heading and all up to the next heading of its level or above. Its facts cover its sub-sections. Where "waiver" is there, no fact of content is
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "section".
 */
export interface Section {
  /**
   * Its key
   */
  id: string
  /**
   * Its heading without number
   */
  title: string
  /**
   * Its heading as written
   */
  heading: string
  /**
   * As in "outline"
   */
  number?: string
  /**
   * Level of its heading
   */
  level: number
  /**
   * Id of the template's section that claims it; absent on a section of the author's own
   */
  claim?: string
  /**
   * Its place among its siblings in the template, from 1; absent where no section of the template claims it
   */
  ordinal?: number
  /**
   * Which of the headings that a repeated section claims it is, from 1; absent where the section does not repeat
   */
  repeat?: number
  /**
   * Words in paragraphs, lists and quotes
   */
  words?: number
  /**
   * Blocks that say something: not comments, empty task or table rows, empty diagrams, labels of the template, residue or unset values
   */
  content?: number
  /**
   * Paragraphs outside lists, quotes and tables
   */
  paragraphs?: TextBlock[]
  /**
   * List items, tasks among them
   */
  items?: TextBlock[]
  /**
   * List items with a box
   */
  tasks?: Task[]
  /**
   * Tables
   */
  tables?: Table[]
  /**
   * Diagrams, drawings and images
   */
  diagrams?: Diagram[]
  /**
   * Fenced code that is no diagram
   */
  code?: Code[]
  cites?: Cites
  /**
   * Says that the section does not apply, and why
   */
  waiver?: Waiver
  /**
   * Sub-sections by id. One that the template claims stands under the section that the template has it in, others under the heading around them
   */
  sections: {
    [k: string]: Section
  }
  /**
   * How many headings each of its sub-sections in the template claims, by its id; 0 where it is missing. Absent where the template has no sub-sections
   */
  counts?: {
    [k: string]: number
  }
  /**
   * Its heading
   */
  position: Position
  /**
   * Where it ends
   */
  end: Point
}
/**
 * A place at which a pattern of the template matches
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "mark".
 */
export interface Mark {
  /**
   * The name that the template gives the pattern
   */
  name: string
  /**
   * What stands there, white space collapsed
   */
  text: string
  section?: SectionPath
  /**
   * Where it stands
   */
  position: Position
}
/**
 * Ids such as FR-001
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "identifiers".
 */
export interface Identifiers {
  /**
   * Where ids are defined, in order: at the beginning of a list item, a heading, or the first cell of a table's row; where the template names a section for them, in that one
   */
  definitions: IdDefinition[]
  /**
   * Where they stand otherwise outside fences, in order
   */
  uses: IdUse[]
}
/**
 * The definition of an id
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "idDefinition".
 */
export interface IdDefinition {
  /**
   * The name that the template gives the pattern
   */
  name: string
  /**
   * The id as written
   */
  id: string
  /**
   * Plain text of the item without its sub-items, of the heading, or of the row
   */
  text: string
  /**
   * How often the document uses it
   */
  uses: number
  section?: SectionPath
  /**
   * The id
   */
  position: Position
}
/**
 * A use of an id
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "idUse".
 */
export interface IdUse {
  /**
   * The name that the template gives the pattern
   */
  name: string
  /**
   * The id as written
   */
  id: string
  /**
   * Whether the document defines it
   */
  defined: boolean
  /**
   * Ids that are defined and near to one that is not, nearest first
   */
  near?: string[]
  section?: SectionPath
  /**
   * The id
   */
  position: Position
}
/**
 * A piece of text
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "textBlock".
 */
export interface TextBlock {
  /**
   * Plain text, white space collapsed
   */
  text: string
  /**
   * Where it stands
   */
  position: Position
}
/**
 * "N/A: reason"
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "waiver".
 */
export interface Waiver {
  /**
   * The paragraph
   */
  text: string
  /**
   * The words after the sign
   */
  reason: string
  /**
   * Where it stands
   */
  position: Position
}
/**
 * A list item with a box
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "task".
 */
export interface Task {
  /**
   * Plain text of the item without its sub-items
   */
  text: string
  /**
   * Whether it is ticked
   */
  checked: boolean
  section?: SectionPath
  /**
   * Where it stands
   */
  position: Position
}
/**
 * A diagram
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "diagram".
 */
export interface Diagram {
  /**
   * The fence's language, "drawing" or "image"
   */
  language: string
  /**
   * Where it stands
   */
  position: Position
}
/**
 * Fenced code
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "code".
 */
export interface Code {
  /**
   * The language; absent without one
   */
  language?: string
  /**
   * Where it stands
   */
  position: Position
}
/**
 * Number of citations by kind
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "cites".
 */
export interface Cites {
  /**
   * Of research documents
   */
  research: number
  /**
   * Of specs
   */
  spec: number
  /**
   * Of source code
   */
  code: number
  /**
   * Of the web
   */
  url: number
}
/**
 * A table
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "table".
 */
export interface Table {
  /**
   * Texts of the header cells
   */
  header: string[]
  /**
   * Rows other than the header with at least one cell that is not blank
   */
  rows: TableRow[]
  /**
   * Rows with more cells than the header, of which a surplus one is not blank: no reader sees it
   */
  surplus: SurplusRow[]
  section?: SectionPath
  /**
   * Where it stands
   */
  position: Position
}
/**
 * A row with more cells than its table has columns
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "surplusRow".
 */
export interface SurplusRow {
  /**
   * Cells of the row
   */
  cells: number
  /**
   * Cells of the header
   */
  columns: number
  /**
   * Where it stands
   */
  position: Position
}
/**
 * A row
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "tableRow".
 */
export interface TableRow {
  /**
   * Texts of its cells
   */
  cells: string[]
  /**
   * Where it stands
   */
  position: Position
}
/**
 * A paragraph that looks like a table
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "tableLookalike".
 */
export interface TableLookalike {
  /**
   * Cells of the header row
   */
  header: number
  /**
   * Cells of the delimiter row
   */
  delimiter: number
  section?: SectionPath
  /**
   * The header row
   */
  position: Position
}
/**
 * A citation of a document, of source code or of the web
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "citation".
 */
export interface Citation {
  /**
   * How it is written. "reference" and "footnote" are uses of [R1] and [^r1]; "section-reference" is one by words, such as "(Research: Section 1.1)"; "permalink" is the address of a file at a commit, on a forge
   */
  form:
    | 'link'
    | 'reference-link'
    | 'image'
    | 'code-span'
    | 'bare-path'
    | 'reference'
    | 'footnote'
    | 'section-reference'
    | 'permalink'
  /**
   * What it points at; "self" is an anchor of the document itself
   */
  kind: 'research' | 'spec' | 'code' | 'url' | 'self'
  /**
   * As written
   */
  text: string
  /**
   * The words of a link; the label of a reference
   */
  label?: string
  /**
   * The path or address as written, without anchor and lines; "" where the words name no document
   */
  target: string
  /**
   * Whether the target is the path of a Markdown document
   */
  document?: boolean
  /**
   * The target that it resolves to, relative to the root
   */
  path?: string
  /**
   * From where the target resolves: from the folder of the document, from the root, by a file name that one document alone bears, by the document that the words around it mean; source code also by the end of one file's path alone, or by where the file was renamed to. Absent where it does not
   */
  resolvedFrom?: 'file' | 'root' | 'name' | 'context' | 'suffix' | 'rename'
  /**
   * Whether the target exists: research and specs now, source code in any state that counts. Absent where that was not asked (web addresses, references) or could not be told (see "gap")
   */
  exists?: boolean
  /**
   * Missing source code only: whether the folder that it should stand in exists in one of the states that were looked at
   */
  folderExists?: boolean
  /**
   * Missing source code whose lines are cited only: whether the repository has files whose names end as this one's does
   */
  endingKnown?: boolean
  /**
   * Where it was looked for: paths relative to the root, source code each with the state of the repository
   */
  tried?: string[]
  /**
   * Existing paths or anchors that may be meant, nearest first, as they should be written here
   */
  near?: string[]
  /**
   * Paths, relative to the root: what it was renamed to, else documents with the same file name
   */
  moved?: string[]
  /**
   * What is missing and was there: the newest commit of HEAD's history that removed or renamed the file, its first ten digits
   */
  removedBy?: string
  /**
   * Files or documents among which it is open which one is meant
   */
  candidates?: string[]
  /**
   * Why it could not be looked up, or cannot be by others: git does not know enough, git ignores it, it lies in a folder of research that the config marks and that is not here, behind a link or outside the repository
   */
  gap?:
    | 'no-git'
    | 'no-repository'
    | 'bare-repository'
    | 'unsafe-repository'
    | 'git-failed'
    | 'git-timeout'
    | 'shallow-clone'
    | 'partial-clone'
    | 'unknown-commit'
    | 'large-repository'
    | 'submodule'
    | 'outside'
    | 'ignored'
    | 'not-here'
    | 'link'
    | 'no-workspace'
  /**
   * Source code only: the commit, in full, as of which it was found; absent for the index and the work tree
   */
  commit?: string
  /**
   * What named that state: the citation or what stands beside it; a research document; the commit that brought this line, or the document, in, and their parents; what is there now
   */
  commitFrom?:
    | 'citation'
    | 'research'
    | 'line'
    | 'line-parent'
    | 'spec'
    | 'spec-parent'
    | 'spec-child'
    | 'date'
    | 'head'
    | 'index'
    | 'worktree'
  /**
   * Source code only: every state that was looked at, in order
   */
  lookups?: Lookup[]
  /**
   * The anchor without "#", as written
   */
  anchor?: string
  /**
   * Whether the document has it
   */
  anchorExists?: boolean
  /**
   * Anchors of the document that may be meant, nearest first
   */
  anchorNear?: string[]
  /**
   * Cited lines
   */
  lines?: LineRange[]
  /**
   * Whether the file has all of them
   */
  linesExist?: boolean
  /**
   * A range of them ends before it begins
   */
  linesReversed?: true
  /**
   * Lines of the file
   */
  lineCount?: number
  /**
   * What a reference names in its document: "4.1", "Data model"; of several that it names together ("Sections 1, 3 and 5–7") the first that is missing, else the first
   */
  heading?: string
  /**
   * Whether the document has a heading of that number or title, or a label in bold with that name
   */
  headingExists?: boolean
  /**
   * Headings of the document that may be meant, nearest first
   */
  headingNear?: string[]
  /**
   * The identifier that its sentence ties to it
   */
  symbol?: Excerpt
  /**
   * The quotation beside it
   */
  quote?: Excerpt
  /**
   * Source code only: what HEAD made of what was cited
   */
  drift?: Drift
  section?: SectionPath
  /**
   * The citation
   */
  position: Position
  /**
   * The path or address in it, anchor and lines included
   */
  targetPosition?: Position
}
/**
 * Lines of a file
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "lineRange".
 */
export interface LineRange {
  /**
   * First line, from 1
   */
  from: number
  /**
   * Last line
   */
  to: number
}
/**
 * A state of the repository in which source code was looked for
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "lookup".
 */
export interface Lookup {
  /**
   * What named the state
   */
  from:
    | 'citation'
    | 'research'
    | 'line'
    | 'line-parent'
    | 'spec'
    | 'spec-parent'
    | 'spec-child'
    | 'date'
    | 'head'
    | 'index'
    | 'worktree'
  /**
   * The commit, in full; absent where it is none, or unknown
   */
  commit?: string
  /**
   * What was there
   */
  outcome: 'found' | 'folder' | 'missing' | 'ambiguous' | 'unknown'
  /**
   * The file that was found, relative to the root
   */
  path?: string
}
/**
 * Words that the cited lines should hold
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "excerpt".
 */
export interface Excerpt {
  /**
   * As written
   */
  text: string
  /**
   * Where the file has them, in the state that was found: in the cited lines; in the head of the block that holds them; else once, or several times, elsewhere in it; nowhere
   */
  found: 'lines' | 'around' | 'once' | 'several' | 'nowhere'
  /**
   * Whether the file has them, and not there
   */
  elsewhere: boolean
  /**
   * once only: where
   */
  lines?: LineRange
  /**
   * once only: the cited place as it would be right
   */
  near?: string[]
  /**
   * Research and specs only: path of the document whose very words these claim to be, four or more in quotation marks or in a quote. They are held against it by letters and digits alone, and stretch by stretch where something is left out
   */
  source?: string
  /**
   * Where they stand in the document
   */
  position: Position
}
/**
 * What became of cited lines, or of a cited file, since
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "drift".
 */
export interface Drift {
  /**
   * unchanged (a file that is cited without lines: still there); moved: the same text in other lines; changed: other text; deleted: no such file; renamed: the same text in a file of another name
   */
  state: 'unchanged' | 'moved' | 'changed' | 'deleted' | 'renamed'
  /**
   * Whether HEAD has the same text in the same place, or the citation names the commit that it speaks of
   */
  same: boolean
  /**
   * renamed only: the file at HEAD, relative to the root
   */
  path?: string
  /**
   * Where the cited text stands at HEAD
   */
  lines?: LineRange[]
  /**
   * The cited place as it would be written at HEAD
   */
  near?: string[]
}
/**
 * A fenced code block
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "fence".
 */
export interface Fence {
  /**
   * Its character
   */
  character: '`' | '~'
  /**
   * Length of the opening run
   */
  length: number
  /**
   * The info string; "" without one
   */
  info: string
  /**
   * First word of the info string, lower-cased; "" without one
   */
  language: string
  /**
   * Whether a line closes it
   */
  closed: boolean
  /**
   * Titles of the template's sections whose headings it holds, as written
   */
  hidden: string[]
  /**
   * Lines in it that would open a fence with an info string, of the same character and at least its length
   */
  nested: NestedFence[]
  /**
   * Not closed only: the nested opener, further up, from which it follows that this one is open
   */
  opener?: NestedFence
  section?: SectionPath
  /**
   * The opening line
   */
  position: Position
  /**
   * Where it ends
   */
  end: Point
}
/**
 * A line in a fence that would open another
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "nestedFence".
 */
export interface NestedFence {
  /**
   * Its info string
   */
  info: string
  /**
   * Whether an unclosed fence follows from it
   */
  unclosed: boolean
  /**
   * Titles of the template's sections whose headings stand as code between it and the next claimed main heading
   */
  hidden: string[]
  /**
   * The line
   */
  position: Position
  /**
   * The next claimed main heading, or the end of the document
   */
  end: Point
}
/**
 * A label such as [R1] or [^r1]
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "reference".
 */
export interface Reference {
  /**
   * With its brackets
   */
  label: string
  /**
   * Which of the two forms
   */
  form: 'reference' | 'footnote'
  /**
   * Whether the document defines it
   */
  defined: boolean
  /**
   * Where it is defined
   */
  definition?: Position
  /**
   * Where it is used
   *
   * Items: A use
   */
  uses: {
    section?: SectionPath
    /**
     * Where it stands
     */
    position: Position
  }[]
  /**
   * The definition; else the first use
   */
  position: Position
}
/**
 * Template text that is still there
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "residue".
 */
export interface Residue {
  /**
   * The text
   */
  text: string
  /**
   * What the template calls it; "marker" for the signs at the beginning of the original form
   */
  source: 'guidance' | 'example' | 'placeholder' | 'marker'
  section?: SectionPath
  /**
   * Where it stands
   */
  position: Position
}
/**
 * A rule that is not to be applied to a part of the document
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "exception".
 */
export interface Exception {
  /**
   * Id of the rule as written; "" where the comment names none
   */
  rule: string
  /**
   * What it is for: the line below it, or the paragraph, list, table, quote or code that comes next; the section that it stands in; the whole document
   */
  scope: 'next-line' | 'section' | 'file'
  /**
   * The lines that it is for
   */
  lines: LineRange
  /**
   * What stands behind the colon
   */
  reason?: string
  /**
   * Whether the rule has a message there; absent before the rules were asked
   */
  used?: boolean
  /**
   * Ids of rules that may be meant where there is no such rule
   */
  near?: string[]
  /**
   * The comment
   */
  position: Position
}
/**
 * A value that says only that it is not set
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "unset".
 */
export interface Unset {
  /**
   * As written
   */
  text: string
  /**
   * What it fills
   */
  place: 'metadata' | 'cell' | 'paragraph' | 'item'
  /**
   * Label of the metadata row
   */
  label?: string
  section?: SectionPath
  /**
   * Where it stands
   */
  position: Position
}
/**
 * Research of the workspace and of the document
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "researchUse".
 */
export interface ResearchUse {
  /**
   * Research documents in the workspace
   */
  available: number
  /**
   * Paths of the documents that the Research row names
   */
  listed: string[]
  /**
   * Targets of all citations of research, resolved ones as paths relative to the root, sorted, each once
   */
  cited: string[]
  /**
   * Why there is none, from a Research row such as "None: …"
   */
  reason?: string
  /**
   * Research whose name says nearly what the title says, and that is cited nowhere, best first
   */
  relevant: RelevantResearch[]
}
/**
 * A question of research, and what became of it in the document
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "ledgerEntry".
 */
export interface LedgerEntry {
  /**
   * The research document that asks it, relative to the root
   */
  research: string
  /**
   * Where it asks it
   */
  line: number
  /**
   * The question as written there, Markdown, white space collapsed
   */
  text: string
  /**
   * 8 hexadecimal digits of a digest of its words, letter case, marks and addresses aside
   */
  id: string
  /**
   * answered: it stands among the document's questions, and is settled there; moved: it became a goal, a non-goal, an alternative or a part of the design; open: it stands among the questions and is not settled; vanished: the document knows neither its id nor its words, and should; unclear: none of these can be told
   */
  fate: 'answered' | 'moved' | 'open' | 'unclear' | 'vanished'
  /**
   * How it was found: by the id that stands beside it, or by the words in common; absent for one that was not
   */
  by?: 'id' | 'words'
  /**
   * By words only: the share of what the question says, by weight, that the place says too; of a question that is unclear, that of the nearest place
   */
  score?: number
  /**
   * What the section is for in which it was found; of a question that is unclear, the nearest place's
   */
  role?: 'questions' | 'goals' | 'non-goals' | 'alternatives' | 'design'
  section?: SectionPath
  /**
   * That section's heading, as written
   */
  heading?: string
  /**
   * The heading, item, paragraph or row in which it was found; of a question that is unclear, the nearest
   */
  place?: Position
  /**
   * Why it is unclear. mentioned: the document cites the research and was not made from it; later: the research, or the question in it, is newer than the document; outdated: the research was replaced or taken back; no-question: it asks nothing (it has no question mark); near: some place is neither far enough nor near enough
   */
  reason?: 'mentioned' | 'later' | 'outdated' | 'no-question' | 'near'
  /**
   * The place; without one the heading of the questions, else the first citation of the research
   */
  position: Position
}
/**
 * A document that is cited, each once
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "source".
 */
export interface Source {
  /**
   * Relative to the root
   */
  path: string
  /**
   * What it is
   */
  kind: 'research' | 'spec'
  /**
   * Citations of it in the text, outside the metadata
   */
  cites: number
  /**
   * Whether the Research row names it
   */
  listed?: boolean
  /**
   * What it is about: its topic, else its title
   */
  topic?: string
  /**
   * Its day, yyyy-mm-dd: the one it names, else the one in its file name
   */
  date?: string
  /**
   * Its status as written; of a spec the full name where it begins with a known one
   */
  status?: string
  /**
   * What its status says: still being worked on; finished; replaced by another; deprecated or rejected. Absent where it says nothing
   */
  state?: 'open' | 'settled' | 'superseded' | 'withdrawn'
  /**
   * The document that replaces it: the one that it names, else one that says it does, else for research a newer one in the workspace on the same topic
   */
  supersededBy?: string
  /**
   * With supersededBy: whether the document cites that one, too
   */
  successorCited?: boolean
  /**
   * Whether it is dated after the document was created: it may follow from it, and can hardly be its ground
   */
  later?: boolean
  /**
   * Whether this document says that it supersedes it
   */
  supersededHere?: boolean
  /**
   * research only: its commit, in full where the repository knows it
   */
  commit?: string
  /**
   * research only: whether the repository knows the commit
   */
  commitKnown?: boolean
  /**
   * research only: whether the history of HEAD holds the commit; absent where that cannot be told
   */
  commitReachable?: boolean
  /**
   * research only: where the commit is no longer in the history, the oldest commit there with the same content of all that it speaks of; absent where none has it, or the commit itself is not known here
   */
  anchor?: string
  /**
   * research only: files that it speaks of and that were there at its commit
   */
  files?: number
  /**
   * Of these, files with other content at HEAD
   */
  changed?: number
  /**
   * Of these, files that HEAD has no more
   */
  gone?: number
  /**
   * Of these, files that HEAD has under another name
   */
  renamed?: number
  /**
   * Of these, the files that HEAD has with other content or no more, in percent, rounded up; absent where there are no files
   */
  driftShare?: number
  /**
   * The first citation of it in the text, else the one in the metadata
   */
  position: Position
}
/**
 * Research on the subject that is cited nowhere
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "relevantResearch".
 */
export interface RelevantResearch {
  /**
   * Relative to the root
   */
  path: string
  /**
   * Share of the words of its name that the title has, 0 to 1
   */
  score: number
  /**
   * The words of its name that the title has
   */
  reason: string
  /**
   * The Research row, else the title
   */
  position: Position
}
/**
 * A file that the document says will be made
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "plannedFile".
 */
export interface PlannedFile {
  /**
   * Relative to the root
   */
  path: string
  /**
   * Whether it is there now
   */
  exists: boolean
  /**
   * Whether the document says beside a mention of it why it is not
   */
  explained: boolean
  section?: SectionPath
  /**
   * The first place that says so
   */
  position: Position
}
/**
 * What became, by HEAD, of the files that cited research documents speak of, summed over the documents
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "researchDrift".
 */
export interface ResearchDrift {
  /**
   * Cited research documents of whose commit such files are known
   */
  documents: number
  /**
   * The files
   */
  files: number
  /**
   * Those with other content in HEAD
   */
  changed: number
  /**
   * Those that HEAD has no more
   */
  gone: number
  /**
   * Changed and gone files, in per cent of all, rounded up
   */
  share: number
  /**
   * The first citation of the document with the greatest share
   */
  position: Position
}
/**
 * What became of the cited code by HEAD, counted; less what is cited of a commit that is named beside it
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "driftSum".
 */
export interface DriftSum {
  /**
   * Citations of lines of code that were there once and are held against HEAD
   */
  cited: number
  /**
   * Moved
   */
  moved: number
  /**
   * Changed
   */
  changed: number
  /**
   * Deleted
   */
  deleted: number
  /**
   * Renamed
   */
  renamed: number
  /**
   * Sum of the four
   */
  stale: number
  /**
   * The first citation that is not unchanged, else the first
   */
  position: Position
}
/**
 * A list of specs between the markers `<!-- spec-list: begin -->` and `<!-- spec-list: end -->`
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "indexList".
 */
export interface IndexList {
  /**
   * What the marker says of how the list is made
   */
  options: string
  /**
   * What is wrong with the markers, as something that was not expected; then nothing else is told
   */
  problem?: string
  /**
   * With problem: what is expected in its place
   */
  remedy?: string
  /**
   * What stands between the lines of the markers
   */
  content?: Position
  /**
   * What is to stand there, by the specs as they are now; absent where they were not looked up
   */
  expected?: string
  /**
   * With expected: how many specs are to be listed
   */
  documents?: number
  /**
   * With expected: whether it stands there, white space aside
   */
  current?: boolean
  /**
   * With expected: how many rows are missing, or are not as they should be
   */
  differing?: number
  /**
   * The marker that begins it, or the one that is wrong
   */
  position: Position
}
/**
 * Links between a document and those that took its place, or whose place it took, by the rows `supersedes` and `superseded-by` or lines of these names above the first section
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "supersession".
 */
export interface Supersession {
  /**
   * Every document that is named, in the document's order, once for each relation; one of which only a part is superseded is not among them
   */
  links: SupersessionLink[]
  /**
   * How the status goes with it; only where a successor is named, and the template says which status such a document has
   */
  status?: {
    /**
     * The status as written
     */
    value: string
    /**
     * The template's status of documents that are superseded
     */
    expected: string
    /**
     * Whether the status is that one
     */
    fits: boolean
    /**
     * The status
     */
    position: Position
  }
}
/**
 * A document that takes the place of another, or has lost it to another
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "supersessionLink".
 */
export interface SupersessionLink {
  /**
   * What the document says that it does to, or suffers from, the other
   */
  relation: 'supersedes' | 'superseded-by'
  /**
   * The other document, relative to the root
   */
  path: string
  /**
   * Whether the other document says the same from its side; absent where that cannot be told: it is no spec, cannot be read, or the template has no row for it
   */
  mutual?: boolean
  /**
   * The row or line that says so
   */
  position: Position
}
/**
 * An approval, by the template's statuses that mean one, and what came after it
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "approval".
 */
export interface Approval {
  /**
   * The status that the document got then
   */
  status?: string
  /**
   * The commit since which it has had such a status without a break, in full
   */
  commit?: string
  /**
   * Its day, yyyy-mm-dd in UTC
   */
  date?: string
  /**
   * Sections that say something else than they said then, those aside that the template leaves open. White space, line breaks, the order of paragraphs, items and rows, ticks, the targets of links, paths of documents and the lines of cited code do not count
   */
  changes?: ApprovalChange[]
  /**
   * Their headings
   */
  changed?: string[]
  /**
   * Why all that is not known, as the code of a note such as "shallow-clone"; then nothing else is told
   */
  gap?: string
  /**
   * The status
   */
  position: Position
}
/**
 * A section that has changed
 *
 * This interface was referenced by `Facts`'s JSON-Schema
 * via the `definition` "approvalChange".
 */
export interface ApprovalChange {
  /**
   * Its path; of one that is gone, then
   */
  section: SectionPath
  /**
   * Its heading as written; of one that is gone, then
   */
  heading: string
  /**
   * What became of it
   */
  change: 'added' | 'changed' | 'removed'
  /**
   * Its heading; of one that is gone the heading before it
   */
  position: Position
}
