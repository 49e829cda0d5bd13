import type {Root} from 'mdast'

/**
 * `satteri`: native, fast, linear in the size of a text. `remark`: the reference, in JavaScript, there on every machine. Both give
 * the same tree.
 */
export type EngineName = 'satteri' | 'remark'

/** How a text is to be read. */
export interface Reading {
  /** Offset at which the YAML frontmatter ends, the line of its closing mark included; undefined where there is none. */
  frontmatterEnd: number | undefined
}

/** Reads a text without byte order mark; undefined where it cannot be sure to read it as the reference does. */
export type Engine = (text: string, reading: Reading) => Root | undefined
