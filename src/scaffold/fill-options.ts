import type {RootContent, TableRow} from 'mdast'
import type {Evidence} from './evidence.js'
import {link, row} from './nodes.js'
import {linkTo} from './paths.js'

/** The section's blocks with a row in its table for each option that the research enumerates; all but its name is left blank. */
export function withOptions(blocks: readonly RootContent[], {documents}: Evidence, path: string): RootContent[] {
  const options = documents.flatMap(document =>
    document.options.map(({text, anchor}) => link(linkTo(document.path, path, anchor), text, anchor)),
  )
  if (options.length === 0) return [...blocks]
  return blocks.map(block => {
    const [header] = block.type === 'table' ? block.children : []
    if (block.type !== 'table' || !header) return block
    const blanks = header.children.slice(1).map(() => [])
    return {...block, children: [header, ...options.map((option): TableRow => row([[option], ...blanks]))]}
  })
}
