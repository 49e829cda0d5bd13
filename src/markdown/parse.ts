import type {Root} from 'mdast'
import {read} from './engines/index.js'
import {frontmatterAt} from './frontmatter.js'
import {shift} from './shift.js'
import {someNode} from './walk.js'

const BYTE_ORDER_MARK = '\uFEFF'
// White space to both engines, as the mark is, and no more to be trimmed.
const STAND_IN = '\u00A0'

/**
 * Reads Markdown (CommonMark, GFM, YAML frontmatter) as mdast. The one door to the parser.
 * `effort`: what the reference may take, where it has to read the text.
 * @throws LimitError where it would take more.
 * Offsets count from the beginning of `text`, a byte order mark included; columns do not count the mark.
 */
export function parse(text: string, effort?: number): Root {
  const isMarked = text.startsWith(BYTE_ORDER_MARK)
  const words = isMarked ? text.slice(BYTE_ORDER_MARK.length) : text
  const reading = {frontmatterEnd: frontmatterAt(words)?.end, effort}
  // The engines drop a mark at the beginning and count from what follows: a second one is a sign like any other.
  const isDoubled = words.startsWith(BYTE_ORDER_MARK)
  const tree = read(isDoubled ? STAND_IN + words.slice(1) : words, reading)
  if (isDoubled) putMarkBack(tree)
  // The engines count from what follows the mark.
  if (isMarked) shift([tree], BYTE_ORDER_MARK.length, 0)
  return tree
}

// It is text to both, so the first text of all begins with it.
function putMarkBack(tree: Root): void {
  someNode(tree, node => {
    if (node.type !== 'text') return false
    node.value = node.value.replace(STAND_IN, BYTE_ORDER_MARK)
    return true
  })
}
