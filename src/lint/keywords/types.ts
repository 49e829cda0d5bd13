/** One failing place that a keyword found in its data. */
export interface Finding {
  /** JSON pointer to the place, relative to the data: "/3", "/summary". Absent: the data itself. */
  path?: string
  /** What would be right there; placeholder `{expected}`. */
  expected?: string[]
  /** What stands there; placeholder `{actual}`. */
  actual?: string
  /** Places to be shown beside it, by relative JSON pointers. */
  related?: {path: string; reason: string}[]
  /** uniqueBy: where the first of its kind begins; placeholder `{first.line}`. */
  first?: {line: number}
}

/** A constraint that JSON Schema cannot say. It takes its parameters from the schema and knows no section by name. */
export interface Keyword {
  name: string
  /** Type of the data that it looks at; others pass. */
  type: 'array' | 'object'
  /** What its parameter must be, in words: "true or a list of ids". */
  parameter: string
  accepts(parameter: unknown): boolean
  /** What its findings offer to placeholders. */
  yields: readonly string[]
  /** Yields one finding for each failing place. */
  find(parameter: unknown, data: unknown): Iterable<Finding>
}
