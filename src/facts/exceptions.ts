import type {Html, Nodes, Parents} from 'mdast'
import type {Point} from 'unist'
import {lineOf} from '../markdown/index.js'
import {firstFrom} from '../text/index.js'
import {positionOf} from './citations/draft.js'
import {sliceOf} from './citations/slice.js'
import type {Document} from './reading/document.js'
import {startOf} from './reading/positions.js'
import type {Exception, LineRange} from './types.js'

// "<!-- spec-lint-disable-next-line residue, unset-value: the form is quoted here -->"
const COMMENT = /<!--\s*spec-lint-disable-(next-line|section|file)\b((?:[^-]|-(?!->))*)-->/g
const RULES = /^[\s:]*((?:[\w-][\w\s,-]*)?)(?::([\s\S]*))?$/

/**
 * Comments that ask for rules not to be applied to a part of the document, one for each rule that they name. In a fence they
 * are text like any other.
 */
export function exceptions(document: Document): Exception[] {
  return commentsIn(document.tree).flatMap(({node, next}) => {
    const slice = sliceOf(node)
    const source = document.text.slice(slice.from, slice.to)
    const content = contentEnd(source)
    let behind = 0
    // Behind the last end no comment is closed, and each that is opened there would be read to the end of the document.
    const closed = node.value.slice(0, node.value.lastIndexOf('-->') + '-->'.length)
    return [...closed.matchAll(COMMENT)].flatMap(match => {
      const [whole, scope = 'file', said = ''] = match
      const [, names = '', reason = ''] = RULES.exec(said) ?? []
      const why = reason.trim()
      // In a quote a comment of several lines is not found as it is written.
      const from = slice.from + Math.max(behind, source.indexOf(whole, behind))
      behind = from - slice.from + whole.length
      const place = {from, to: from + whole.length}
      const rules = [...new Set(names.split(/[\s,]+/).filter(Boolean))]
      return (rules.length === 0 ? [''] : rules).map(
        (rule): Exception => ({
          rule,
          scope: scope as Exception['scope'],
          lines: linesOf(scope, document, place, behind < content ? undefined : next?.position?.end),
          ...(why !== '' && {reason: why}),
          position: positionOf(document.lines, place),
        }),
      )
    })
  })
}

interface Comment {
  node: Html
  /** What stands behind it, in the same block, other comments aside. */
  next?: Nodes
}

// Without recursion: quotes may be nested deeper than the stack.
function commentsIn(tree: Parents): Comment[] {
  const found: Comment[] = []
  const stack: Parents[] = [tree]
  for (let parent = stack.pop(); parent !== undefined; parent = stack.pop()) {
    const children: readonly Nodes[] = parent.children
    let next: Nodes | undefined
    for (const node of children.toReversed()) {
      if (node.type === 'html' && node.value.includes('spec-lint-disable-')) found.push({node, ...(next && {next})})
      if (!saysNothing(node)) next = node
      if ('children' in node) stack.push(node)
    }
  }
  return found.sort((a, b) => startOf(a.node) - startOf(b.node))
}

function saysNothing(node: Nodes): boolean {
  return (node.type === 'html' && contentEnd(node.value) === 0) || (node.type === 'text' && node.value.trim() === '')
}

/** Where the last of a text ends that is neither a comment nor blank. */
function contentEnd(text: string): number {
  let end = 0
  for (let at = 0; at < text.length; ) {
    const open = text.indexOf('<!--', at)
    const before = text.slice(at, open < 0 ? text.length : open).trimEnd()
    if (before !== '') end = at + before.length
    if (open < 0) break
    const close = text.indexOf('-->', open)
    if (close < 0) return text.trimEnd().length
    at = close + '-->'.length
  }
  return end
}

function linesOf(
  scope: string,
  document: Document,
  {from, to}: {from: number; to: number},
  next: Point | undefined,
): LineRange {
  const {lines, outline} = document
  const all = {from: 1, to: lines.count + 1}
  const line = lines.pointAt(to).line + 1
  if (scope === 'next-line') {
    // Within a table, a list or a paragraph a comment would break it: above, it counts for all of it.
    return {from: line, to: Math.max(line, next?.line ?? line)}
  }
  if (scope === 'file') return all
  const behind = firstFrom(outline, ({node}) => startOf(node), from)
  const heading = outline[behind - 1]
  if (heading === undefined) return all
  // Not by offsets: below a definition, a heading may begin where that does.
  const after = outline[heading.next]
  return {from: lineOf(heading.node), to: after === undefined ? all.to : lineOf(after.node) - 1}
}
