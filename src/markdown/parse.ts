import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {read} from './engines/index.js'
import {frontmatterAt} from './frontmatter.js'

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Reads Markdown (CommonMark, GFM, YAML frontmatter) as mdast. The one door to the parser.
 * Offsets count from the beginning of `text`, a byte order mark included; columns do not count the mark.
 */
export function parse(text: string): Root {
  const isMarked = text.startsWith(BYTE_ORDER_MARK)
  const words = isMarked ? text.slice(BYTE_ORDER_MARK.length) : text
  const tree = read(words, {frontmatterEnd: frontmatterAt(words)?.end})
  if (isMarked) shiftOffsets(tree)
  return tree
}

// The engines count from what follows the mark.
function shiftOffsets(tree: Root): void {
  const seen = new Set<object>()
  visit(tree, node => {
    for (const point of [node.position?.start, node.position?.end]) {
      if (point?.offset === undefined || seen.has(point)) continue
      seen.add(point)
      point.offset += BYTE_ORDER_MARK.length
    }
  })
}
