import type {Root} from 'mdast'

/** How a text is to be read. */
export interface Reading {
  /** Offset at which the YAML frontmatter ends, the line of its closing mark included; undefined where there is none. */
  frontmatterEnd: number | undefined
  /** What the reference may take, in its own steps; by default what no ordinary document comes near to. */
  effort?: number | undefined
}

/** Reads a text without byte order mark; undefined where it cannot be sure to read it as the reference does. */
export type Engine = (text: string, reading: Reading) => Root | undefined
