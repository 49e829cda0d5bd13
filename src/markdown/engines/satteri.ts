import {createRequire} from 'node:module'
import type {Root} from 'mdast'
import {reasonOf} from '../../text/index.js'
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
    return new Error(reasonOf(error), {cause: error})
  }
}

function readWith(
  markdownToMdast: typeof import('satteri').markdownToMdast,
  text: string,
  reading: Reading,
): Root | undefined {
  const {frontmatterEnd} = reading
  if (isDoubtfulText(text) || isDearForNative(text)) return undefined
  const tree = markdownToMdast(text, {features: {gfm: true, frontmatter: frontmatterEnd !== undefined}}) as Root
  if (frontmatterEnd !== undefined && tree.children[0]?.position?.end.offset !== frontmatterEnd) return undefined
  const doubtful = doubtfulIn(tree, text)
  if (doubtful === 'all') return undefined
  settle(tree, text)
  return doubtful.length === 0 ? tree : mixed(tree, text, doubtful, reading)
}
