import type {Nodes, Parents} from 'mdast'

/** Something of which the engines are known to make different trees. A text that has it is read by the reference. */
export interface Doubt {
  /** What the native engine makes of it, and what the reference does. */
  reason: string
  /** The shortest text that shows it. */
  example: string
}

/** One that the text shows before it is read. */
export interface TextDoubt extends Doubt {
  pattern: RegExp
  /** What each match of the pattern has: most texts do not, and need not be searched for it. */
  sign?: RegExp
}

/** One that shows in the native engine's tree. */
export interface NodeDoubt extends Doubt {
  types: readonly Nodes['type'][]
  /** Whether what stands before the heading above it takes part in it. */
  wide?: true
  /** Whether a node of these types has it. `text`: all of the document's. */
  holds(node: Nodes, around: Around): boolean
}

export interface Around {
  parent: Parents
  /** The node's place among its parent's children. */
  index: number
  text: string
}
