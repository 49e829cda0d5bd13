import {createRequire} from 'node:module'
import type {Root} from 'mdast'
import type {Processor} from 'unified'
import {rememberOpenBrackets} from './open-brackets.js'
import {settleEnds} from './settle.js'
import type {Reading} from './types.js'

// Loaded when something is read with it, which most runs never do: it is many modules.
const require = createRequire(import.meta.url)
let processors: {bare: Parser; withFrontmatter: Parser} | undefined

type Parser = Processor<Root>

/** The reference: remark-parse with GFM and frontmatter. It reads every text. */
export function readWithRemark(text: string, {frontmatterEnd}: Reading): Root {
  processors ??= load()
  const {bare, withFrontmatter} = processors
  // In vain, the search for an end of the frontmatter would leave the parser without lists and quotes for all that follows:
  // a document may begin with a rule.
  const tree = (frontmatterEnd === undefined ? bare : withFrontmatter).parse(text)
  settleEnds(tree)
  return tree
}

function load(): {bare: Parser; withFrontmatter: Parser} {
  const {unified}: typeof import('unified') = require('unified')
  const {default: remarkParse}: typeof import('remark-parse') = require('remark-parse')
  const {default: remarkGfm}: typeof import('remark-gfm') = require('remark-gfm')
  const {default: remarkFrontmatter}: typeof import('remark-frontmatter') = require('remark-frontmatter')
  const bare = unified().use(remarkParse).use(remarkGfm).use(rememberOpenBrackets).freeze()
  return {bare, withFrontmatter: bare().use(remarkFrontmatter, ['yaml']).freeze()}
}
