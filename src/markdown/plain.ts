import type {Nodes} from 'mdast'
import {toString as nodeToString} from 'mdast-util-to-string'

/** The text of a node as a reader sees it: code spans as their text, HTML left out, white space collapsed. */
export function plain(node: Nodes | readonly Nodes[]): string {
  return nodeToString(node, {includeHtml: false}).replace(/\s+/g, ' ').trim()
}
