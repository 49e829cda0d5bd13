import type {Root} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import {unified} from 'unified'

const processor = unified()
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '*',
    strong: '*',
    fence: '`',
    fences: true,
    rule: '-',
    listItemIndent: 'one',
  })
  .use(remarkGfm, {stringLength: widthInTable})
  .use(remarkFrontmatter, ['yaml'])
  .freeze()

// A cell with a long link would push the other cells' pipes out of sight: it does not count.
const LONGEST_CELL = 60

function widthInTable(cell: string): number {
  return cell.length > LONGEST_CELL ? 0 : cell.length
}

/** Writes a new document. Never for one that a user wrote: that is changed by text edits only. */
export function stringify(tree: Root): string {
  return processor.stringify(tree)
}
