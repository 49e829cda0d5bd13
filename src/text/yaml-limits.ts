import {itemAt} from './item-at.js'
import {flowDepth} from './yaml-flow.js'
import {yaml} from './yaml-package.js'

export interface YamlLimits {
  /** Size of the text in UTF-16 units; 65,536 unless told. */
  size?: number
  /** Collections in one another; 32 unless told. */
  depth?: number
}

/** Why a YAML text must not be composed, and the line where that shows; undefined where it may. */
export function checkYaml(text: string, limits: YamlLimits): {reason: string; line: number} | undefined {
  const {size = 65_536, depth = 32} = limits
  if (text.length > size) return {reason: `the YAML is larger than ${size} characters`, line: 1}

  // Columns at which block collections may stand open, inner ones last. An upper bound: a scalar counts as one of them.
  const blocks: number[] = []
  const flows = flowDepth()
  let [line, column] = [1, 0]
  let scalarFollows = false
  // Whether a scalar or collection stands before on the line: a ":" after it opens nothing of its own.
  let afterNode = false
  const {CST, Lexer} = yaml()
  for (const token of new Lexer().lex(text)) {
    const type: string = scalarFollows ? 'scalar' : String(CST.tokenType(token))
    scalarFollows = type === 'scalar' && token === CST.SCALAR
    flows.see(type)
    if (scalarFollows || type === 'doc-mode' || type === 'flow-error-end') continue

    if (type === 'newline') {
      line++
      column = 0
      afterNode = false
      continue
    }
    const refused = REFUSED[type]
    if (refused) return {reason: `the YAML has ${refused}`, line}
    if (!flows.isOpen() && !SPACE.has(type) && !(type === 'map-value-ind' && afterNode)) {
      while ((blocks[blocks.length - 1] ?? -1) > column) blocks.pop()
      if (blocks[blocks.length - 1] !== column) blocks.push(column)
    }
    if (!SPACE.has(type)) afterNode = !INDICATOR.has(type)
    if (flows.levels() + blocks.length > depth + 1) return {reason: `the YAML nests deeper than ${depth} levels`, line}

    const lines = token.split(/\r\n|\n|\r/)
    line += lines.length - 1
    column = lines.length > 1 ? itemAt(lines, lines.length - 1).length : column + token.length
  }
  return undefined
}

const REFUSED: Record<string, string> = {
  alias: 'an alias',
  anchor: 'an anchor',
  tag: 'a tag',
  directive: 'a directive',
  'directive-line': 'a directive',
}

const INDICATOR = new Set(['map-value-ind', 'seq-item-ind', 'explicit-key-ind'])
const SPACE = new Set(['space', 'comment', 'byte-order-mark', 'comma', 'doc-start', 'doc-end'])
