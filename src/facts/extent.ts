import {isComment} from './reading/comments.js'
import type {Document} from './reading/document.js'
import type {Point} from './types.js'

/** Top-level blocks that a reader sees: neither frontmatter nor comments. */
export function blocks(document: Document): number {
  return document.tree.children.filter(node => node.type !== 'yaml' && !isComment(node)).length
}

/** The end of the document. */
export function end(document: Document): Point {
  return document.lines.pointAt(document.text.length)
}
