import type {Code, Nodes, Parents, RootContent} from 'mdast'
import type {Scene} from '../scene.js'
import {type Slice, sliceOf} from '../slice.js'
import type {CitationDraft, Words} from '../types.js'
import {isChangeBefore} from './plans.js'

// Fences of these show no text of a file.
const NO_EXCERPT = /^(?:mermaid|plantuml|dot|graphviz|d2|console|shell|sh|bash|zsh|diff|patch|output|text|txt|ascii)\b/i
// What may stand between a citation and the end of its paragraph.
const TAIL = /^[\s)\]*_.:`]*$/
// What makes the beginning of a paragraph the source of what stands above it: a dash or a word, or nothing but the citation.
const SOURCE = /^[\s(>*_]*(?:[—–-]+|(?:source|quoted from|from)\b[*_]*:?)[\s(*_]*(?:(?:see|in|at|from)\b:?)?[\s(*_]*$/i
const ALONE = /^[\s(>*_[]*(?:(?:see|in|at)\b:?)?[\s(*_]*$/i
// An inline quotation right before the citation, in brackets or not, or right behind it.
const BEFORE = /[“"]([^“”"\n]{8,400})[”"]\s*(?:\(|[—–]\s*)?(?:see |from |in |at )?(?:\*\*|__|[*_])?$/
const BEHIND = /^\s*[:,]\s*[“"]([^“”"\n]{8,400})[”"]/
const LEAST_WORDS = 3

/** Quotations by the citation of lines that they stand right beside: an excerpt in a fence or a quote, or words in marks. */
export function quotesBeside(scene: Scene, drafts: readonly CitationDraft[]): Map<CitationDraft, Words> {
  const lined = drafts.filter(({lines, kind}) => lines !== undefined && kind !== 'url' && kind !== 'self')
  const quotes = new Map<CitationDraft, Words>()
  if (lined.length === 0) return quotes
  for (const draft of lined) {
    const words = inline(scene, draft)
    if (words) quotes.set(draft, words)
  }
  const places = lined.map(draft => draft.position.start.offset)
  for (const [block, before, after] of excerptsIn(scene.tree)) {
    // Who names the source behind says so on purpose; what stands before may be about another matter.
    const cited = sourceIn(scene, lined, places, after) ?? leadIn(scene, lined, places, before, block)
    const words = cited && blockWords(scene, block)
    if (cited && words && !quotes.has(cited)) quotes.set(cited, words)
  }
  return quotes
}

function inline({source, context}: Scene, {position}: CitationDraft): Words | undefined {
  const [start, end] = [position.start.offset, position.end.offset]
  const before = source.slice(Math.max(0, start - 450), start)
  const quoted = BEFORE.exec(before)
  const behind = quoted ? null : BEHIND.exec(source.slice(end, end + 450))
  const text = quoted?.[1] ?? behind?.[1]
  if (text === undefined || text.trim().split(/\s+/).length < LEAST_WORDS) return undefined
  const at = quoted
    ? start - before.length + quoted.index + quoted[0].indexOf(text)
    : end + (behind?.[0].indexOf(text) ?? 0)
  return {text, position: {start: context.lines.pointAt(at), end: context.lines.pointAt(at + text.length)}}
}

type Excerpt = Extract<RootContent, {type: 'code' | 'blockquote'}>

/** Fences and quotes with the paragraphs right before and behind them. */
function excerptsIn(tree: Parents): [Excerpt, RootContent | undefined, RootContent | undefined][] {
  const found: [Excerpt, RootContent | undefined, RootContent | undefined][] = []
  const stack: Parents[] = [tree]
  for (let parent = stack.pop(); parent !== undefined; parent = stack.pop()) {
    const children: readonly Nodes[] = parent.children
    for (const [index, child] of children.entries()) {
      if (child.type === 'blockquote' || (child.type === 'code' && isExcerpt(child)))
        found.push([child, paragraphAt(children[index - 1]), paragraphAt(children[index + 1])])
      if ('children' in child && (child.type === 'list' || child.type === 'listItem')) stack.push(child)
    }
  }
  return found
}

function isExcerpt({lang}: Code): boolean {
  return lang !== null && lang !== undefined && !NO_EXCERPT.test(lang)
}

function paragraphAt(node: Nodes | undefined): RootContent | undefined {
  return node?.type === 'paragraph' ? node : undefined
}

/** The citation that ends the paragraph before an excerpt; none where that cites lines twice, or asks for a change of them. */
function leadIn(
  {source}: Scene,
  drafts: readonly CitationDraft[],
  places: readonly number[],
  paragraph: RootContent | undefined,
  excerpt: Excerpt,
): CitationDraft | undefined {
  const slice = paragraph && sliceOf(paragraph)
  const only = slice && onlyIn(drafts, places, slice)
  if (!only || !TAIL.test(source.slice(only.position.end.offset, slice.to))) return undefined
  return excerpt.type === 'code' && isChangeBefore(source, only.position.start.offset) ? undefined : only
}

/** The citation with which a paragraph begins that tells where an excerpt above it is from. */
function sourceIn(
  {source}: Scene,
  drafts: readonly CitationDraft[],
  places: readonly number[],
  paragraph: RootContent | undefined,
): CitationDraft | undefined {
  const slice = paragraph && sliceOf(paragraph)
  const only = slice && onlyIn(drafts, places, slice)
  if (!only) return undefined
  const before = source.slice(slice.from, only.position.start.offset)
  const behind = source.slice(only.position.end.offset, slice.to)
  return SOURCE.test(before) || (ALONE.test(before) && TAIL.test(behind)) ? only : undefined
}

function onlyIn(
  drafts: readonly CitationDraft[],
  places: readonly number[],
  {from, to}: Slice,
): CitationDraft | undefined {
  let low = 0
  for (let high = places.length; low < high; ) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  const next = places[low + 1]
  return (places[low] ?? to) < to && (next === undefined || next >= to) ? drafts[low] : undefined
}

function blockWords({source, context}: Scene, block: Excerpt): Words | undefined {
  const slice = sliceOf(block)
  if (slice === undefined) return undefined
  const text = block.type === 'code' ? block.value : source.slice(slice.from, slice.to).replace(/^[ \t]*>[ \t]?/gm, '')
  // A word or a bracket stands in many places.
  if (text.replace(/[^\p{L}\p{N}]/gu, '').length < 12) return undefined
  return {text, position: {start: context.lines.pointAt(slice.from), end: context.lines.pointAt(slice.to)}}
}
