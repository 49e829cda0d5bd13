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
  .use(remarkGfm)
  .use(remarkFrontmatter, ['yaml'])
  .freeze()

/** Writes a new document. Never for one that a user wrote: that is changed by text edits only. */
export function stringify(tree: Root): string {
  return processor.stringify(tree)
}
