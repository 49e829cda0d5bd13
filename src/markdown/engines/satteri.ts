import {createRequire} from 'node:module'
import type {Root} from 'mdast'
import {isDoubtfulText, isDoubtfulTree} from './doubts/index.js'
import {settle} from './settle.js'
import type {Engine, Reading} from './types.js'

const require = createRequire(import.meta.url)

/**
 * The native engine, or why it cannot be had: its binding is made for most systems, not for all, and a package manager may have
 * left it out.
 */
export function loadSatteri(): Engine | Error {
  try {
    const {markdownToMdast}: typeof import('satteri') = require('satteri')
    return (text, reading) => readWith(markdownToMdast, text, reading)
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function readWith(
  markdownToMdast: typeof import('satteri').markdownToMdast,
  text: string,
  {frontmatterEnd}: Reading,
): Root | undefined {
  if (isDoubtfulText(text)) return undefined
  const tree = markdownToMdast(text, {features: {gfm: true, frontmatter: frontmatterEnd !== undefined}})
  if (tree.type !== 'root') return undefined
  if (frontmatterEnd !== undefined && tree.children[0]?.position?.end.offset !== frontmatterEnd) return undefined
  if (isDoubtfulTree(tree, text)) return undefined
  settle(tree, text)
  return tree
}
