import type {Root} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'

const BYTE_ORDER_MARK = '\uFEFF'
const bare = unified().use(remarkParse).use(remarkGfm).freeze()
const withFrontmatter = bare().use(remarkFrontmatter, ['yaml']).freeze()

// In vain, the search for an end of the frontmatter would leave the parser without lists and quotes for all that follows:
// a document may begin with a rule.
const FRONTMATTER = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)(?:[\s\S]*?(?:\r\n|\n|\r))??---[ \t]*(?:\r\n|\n|\r|$)/

/**
 * Reads Markdown (CommonMark, GFM, YAML frontmatter) as mdast. The one door to the parser.
 * Offsets count from the beginning of `text`, a byte order mark included; columns do not count the mark.
 */
export function parse(text: string): Root {
  const tree = (FRONTMATTER.test(text) ? withFrontmatter : bare).parse(text)
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
