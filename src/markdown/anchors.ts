import GithubSlugger from 'github-slugger'
import type {Heading, Root} from 'mdast'
import {toString as nodeToString} from 'mdast-util-to-string'
import {append} from '../text/index.js'
import {anchorsSetIn} from './set-anchors.js'
import {nodesOfType, visit} from './walk.js'

// "## Alternatives { #alternatives }": kramdown, pandoc, mdBook and others take it for the heading's own anchor.
const ATTRIBUTE = /\{:?\s*#([^\s{}]+)(?![^\s{}])[^{}]*\}\s*$/

/**
 * The anchors that a forge gives to the headings of a document, in order, those that headings give to themselves, and those that
 * its HTML sets with id or name.
 */
export function anchorsOf(tree: Root): string[] {
  const slugger = new GithubSlugger()
  const anchors: string[] = []
  visit(tree, node => {
    if (node.type === 'heading') {
      const text = nodeToString(node, {includeHtml: false})
      anchors.push(slugger.slug(text))
      const own = ATTRIBUTE.exec(text)?.[1]
      if (own !== undefined) anchors.push(own)
    }
    if (node.type === 'html') append(anchors, anchorsSetIn(node.value))
  })
  return anchors
}

/** The headings of a document in order, each with the anchor that a forge gives to it. */
export function headingsOf(tree: Root): {node: Heading; anchor: string}[] {
  const slugger = new GithubSlugger()
  return nodesOfType(tree, 'heading').map(node => ({
    node,
    anchor: slugger.slug(nodeToString(node, {includeHtml: false})),
  }))
}
