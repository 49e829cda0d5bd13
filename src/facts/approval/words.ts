import type {Nodes} from 'mdast'
import {headingsOf, nodesOfType, plain} from '../../markdown/index.js'
import {titleKey, withoutSaidNumber} from '../../template/index.js'
import {collapsed, ownAnchorOf} from '../../text/index.js'
import type {Document} from '../reading/document.js'
import {once} from '../reading/once.js'

// A document that is cited may be moved, and its headings may get other titles. A word that names none is taken whole: from each of
// its letters on an ending would be sought anew.
const DOCUMENT = /([\p{L}\p{N}_@./%-]+\.(?:md|markdown)(?![\p{L}\p{N}])(?:#[^\s<>()[\]"'`#|]+)?)|[\p{L}\p{N}_@./%-]+/giu
// The lines of other files that are cited.
const LINES = /(\.\w{1,10})(?::\d+(?:\s?[-–]\s?\d+)?|#L\d+(?:-L?\d+)?)(?!\w)/g
// "§4.1", "Section 4.1"
const REFERENCE = /(§\s*|\bsections?\s+)\d+(?:\.\d+)*/giu

/**
 * What a reader reads of a node, without what upkeep changes: paths of documents, cited lines, numbers of sections, and what links to
 * headings of the document say where they say the title, as in a table of contents.
 */
export function settledWords(node: Nodes, document: Document): string {
  return settled(plain(withoutTitles(node, document)))
}

function settled(text: string): string {
  const now = text
    .replace(DOCUMENT, (word: string, path?: string) => (path === undefined ? word : '.md'))
    .replace(LINES, '$1')
    .replace(REFERENCE, '$1')
  return collapsed(now)
}

function withoutTitles(node: Nodes, document: Document): Nodes {
  if (!nodesOfType(node, 'link').some(({url}) => ownAnchorOf(url) !== undefined)) return node
  const copy = structuredClone(node)
  const titles = titlesOf(document)
  for (const link of nodesOfType(copy, 'link')) {
    const title = titles.get(ownAnchorOf(link.url) ?? '')
    if (title !== undefined && keyOf(plain(link)) === title) link.children = [{type: 'text', value: '#'}]
  }
  return copy
}

const titlesOf = once(
  ({tree}: Document) => new Map(headingsOf(tree).map(({node, anchor}) => [anchor, keyOf(plain(node))])),
)

function keyOf(words: string): string {
  return titleKey(withoutSaidNumber(words))
}
