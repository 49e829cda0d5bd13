/** What is known of a rule, for people. Written by scripts/generate-docs.mjs from `schema/`, `test/rules/` and `bench/rule-hits.json`. */
export interface Explanation {
  id: string
  /** The schema that it stands in. */
  kind: 'core' | 'rfc' | 'research'
  title: string
  description: string
  /** One, or by status with a `default`. */
  severity: string | Readonly<Record<string, string>>
  help?: string | Readonly<Record<string, string>>
  /** Ids of the rules whose messages it takes in; "*" for all. */
  explains: readonly string[]
  fix?: string | string[]
  /** A document in which it fires, and what it says there. */
  fails: string
  messages: readonly {line: number; column: number; severity: string; reason: string; help?: string}[]
  /** A document in which it does not. */
  passes: string
  /** How it does on real documents; absent: not measured. */
  hits?: {
    /** "specs", "research documents" */
    documents: string
    /** Number of documents that were checked, that it fired on, and of its messages there. */
    of: number
    files: number
    messages: number
    /** Messages that were held against a known truth or read by eye, and those of them that are right. */
    judged: number
    right: number
  }
}

/** By rule id, in the order of the schemas. */
export const explanations: Readonly<Record<string, Explanation>>
