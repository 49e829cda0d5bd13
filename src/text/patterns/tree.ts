/** A regular expression as a tree. */
export type Node =
  /** One sign: a letter, an escape, a class or a dot, as it is written. */
  | {type: 'sign'; source: string}
  | {type: 'border'; source: '^' | '$' | '\\b' | '\\B'}
  | {type: 'sequence'; nodes: readonly Node[]}
  | {type: 'choice'; nodes: readonly Node[]}
  | {type: 'repeat'; node: Node; min: number; max: number; greedy: boolean; at: number}
  | {type: 'look'; node: Node; behind: boolean; negative: boolean}

/** A pattern that is a regular expression and is not looked for. Its message says why, in words that follow "Unexpected pattern …, ". */
export class PatternError extends Error {
  override readonly name = 'PatternError'
}
