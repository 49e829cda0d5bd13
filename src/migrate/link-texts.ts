import type {Nodes} from 'mdast'
import type {Edit} from '../fixes/index.js'
import {editAt, rangesOf} from '../fixes/places.js'
import {endOf, headingsOf, nodesOfType, plain, startOf, visit} from '../markdown/index.js'
import {titleKey, withoutSaidNumber} from '../template/index.js'
import {ownAnchorOf, trimmedEnd} from '../text/index.js'
import type {Draft} from './draft.js'
import type {Renaming} from './rename.js'
import {titleSource} from './titles.js'

// Of emphasis or code around the words.
const SIGNS = /[*_~`]/

/** Edits of links that lead to a heading and say its title, as those of a table of contents do: they say the new one. */
export function linkTextEdits({document: {tree}, text}: Draft, renamings: readonly Renaming[]): Edit[] {
  if (renamings.length === 0) return []
  const anchors = new Map(headingsOf(tree).map(({node, anchor}) => [node, anchor]))
  const titles = new Map(
    renamings.map(({node: {entry}, title}) => [anchors.get(entry.node), {from: entry.title, to: title}]),
  )
  const range = rangesOf(text)
  const edits: Edit[] = []
  const urls = new Map<string, string>()
  for (const {identifier, url} of nodesOfType(tree, 'definition')) {
    if (!urls.has(identifier)) urls.set(identifier, url)
  }
  visit(tree, node => {
    const title = titles.get(ownAnchorOf(urlOf(node, urls) ?? ''))
    if (!title || !('children' in node)) return
    const [opening, closing] = [node.children[0], node.children.at(-1)]
    if (!opening || !closing) return
    const [first, end] = [startOf(opening), endOf(closing)]
    const said = node.children
      .map(child => plain(child))
      .join('')
      .trim()
    const last = first + trimmedEnd(text.slice(first, end), SIGNS).length
    const written = text.slice(first, last)
    if (titleKey(withoutSaidNumber(said)) !== titleKey(title.from)) return
    const ending = written.slice(-title.from.length)
    const isPlain = node.children.length === 1 && node.children[0]?.type === 'text'
    // What is written with signs among the words stays; backslashes are none.
    if (titleKey(ending) === titleKey(title.from))
      edits.push(editAt(range, last - ending.length, last, titleSource(title.to)))
    else if (isPlain) edits.push(editAt(range, last - withoutSaidNumber(written).length, last, titleSource(title.to)))
  })
  return edits
}

// The words of `[words][]` and `[words]` are the name of a definition.
function urlOf(node: Nodes, urls: ReadonlyMap<string, string>): string | undefined {
  if (node.type === 'link') return node.url
  return node.type === 'linkReference' && node.referenceType === 'full' ? urls.get(node.identifier) : undefined
}
