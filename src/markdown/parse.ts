import type {Root} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'

const BYTE_ORDER_MARK = '\uFEFF'
const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).freeze()

/**
 * Reads Markdown (CommonMark, GFM, YAML frontmatter) as mdast. The one door to the parser.
 * Offsets count from the beginning of `text`, a byte order mark included; columns do not count the mark.
 */
export function parse(text: string): Root {
  const tree = processor.parse(text)
  if (text.startsWith(BYTE_ORDER_MARK)) shiftOffsets(tree)
  return tree
}

// The parser drops the mark and counts from what follows it.
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
