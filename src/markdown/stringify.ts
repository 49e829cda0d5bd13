import {createRequire} from 'node:module'
import type {Root} from 'mdast'

// Loaded when a document is written, which a lint never does.
const require = createRequire(import.meta.url)
let write: ((tree: Root) => string) | undefined

// A cell with a long link would push the other cells' pipes out of sight: it does not count.
const LONGEST_CELL = 60

function widthInTable(cell: string): number {
  return cell.length > LONGEST_CELL ? 0 : cell.length
}

/** Writes a new document. Never for one that a user wrote: that is changed by text edits only. */
export function stringify(tree: Root): string {
  write ??= load()
  return write(tree)
}

function load(): (tree: Root) => string {
  const {unified}: typeof import('unified') = require('unified')
  const {default: remarkStringify}: typeof import('remark-stringify') = require('remark-stringify')
  const {default: remarkGfm}: typeof import('remark-gfm') = require('remark-gfm')
  const {default: remarkFrontmatter}: typeof import('remark-frontmatter') = require('remark-frontmatter')
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
  return tree => processor.stringify(tree)
}
