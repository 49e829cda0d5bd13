import type {Nodes} from 'mdast'
import {visit} from '../../markdown/index.js'
import {withoutComments} from './comments.js'

/** Nodes that show something, in order: images, and HTML that draws, plays or frames something. What is commented out shows nothing. */
export function picturesIn(node: Nodes): Nodes[] {
  const found: Nodes[] = []
  visit(node, each => {
    if (isPicture(each)) found.push(each)
  })
  return found
}

function isPicture(node: Nodes): boolean {
  return (
    node.type === 'image' ||
    node.type === 'imageReference' ||
    (node.type === 'html' && /<(?:img|svg|object|embed|video|iframe)\b/i.test(withoutComments(node.value)))
  )
}
