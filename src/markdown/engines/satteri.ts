import {createRequire} from 'node:module'
import type {Root} from 'mdast'
import {doubtfulIn, isDoubtfulText} from './doubts/index.js'
import {isDearForNative} from './effort/native.js'
import {mixed} from './mixed.js'
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
  reading: Reading,
): Root | undefined {
  const {frontmatterEnd} = reading
  if (isDoubtfulText(text) || isDearForNative(text)) return undefined
  const tree = markdownToMdast(text, {features: {gfm: true, frontmatter: frontmatterEnd !== undefined}})
  if (tree.type !== 'root') return undefined
  if (frontmatterEnd !== undefined && tree.children[0]?.position?.end.offset !== frontmatterEnd) return undefined
  const doubtful = doubtfulIn(tree, text)
  if (doubtful === 'all') return undefined
  settle(tree, text)
  return doubtful.length === 0 ? tree : mixed(tree, text, doubtful, reading)
}
