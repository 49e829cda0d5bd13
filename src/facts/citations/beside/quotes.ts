import type {Code, Nodes, Parents, RootContent} from 'mdast'
import {firstFrom} from '../../../text/index.js'
import type {Scene} from '../scene.js'
import {type Slice, sliceOf} from '../slice.js'
import type {CitationDraft, Words} from '../types.js'
import {isChangeBefore} from './plans.js'

// Fences of these show no text of a file.
const NO_EXCERPT = /^(?:mermaid|plantuml|dot|graphviz|d2|console|shell|sh|bash|zsh|diff|patch|output|text|txt|ascii)\b/i
// What may stand between a citation and the end of its paragraph.
const TAIL = /^[\s)\]*_.:`]*$/
// What makes the beginning of a paragraph the source of what stands above it: a dash or a word, or nothing but the citation.
const SOURCE =
  /^[\s(>*_]*(?:[—–-]+|(?:source|quoted from|from)\b(?:[*_]*:)?)[\s(*_]*(?:(?:see|in|at|from)\b:?[\s(*_]*)?$/i
const ALONE = /^[\s(>*_[]*(?:(?:see|in|at)\b:?[\s(*_]*)?$/i
// An inline quotation right before the citation, in brackets or not, or right behind it.
const BEFORE =
  /[“"]((?:[^“”"\n]|\n(?![ \t>]*\n)){8,400})[”"]\s*(?:\(|[—–]\s*)?(?:see |from |in |at )?(?:\*\*|__|[*_])?$/
const DASH = /[—–]\s*(?:see |from |in |at )?(?:\*\*|__|[*_])?$/
const ENDS = /^(?:[)\]*_]|[.,;:!?]|\s*(?:\n|$))/
const BEHIND = /^\s*[:,]\s*[“"]((?:[^“”"\n]|\n(?![ \t>]*\n)){8,400})[”"]/
const LEAST_WORDS = 3
// Fewer words in quotation marks may be a name, or said with irony.
const LEAST_VERBATIM = 4
// A quote that is a remark of the author's own: "> **Note:** …", "> [!NOTE]".
const REMARK =
  /^\s*(?:\[!|(?:\*\*|__)[^*_\n]{1,60}(?::(?:\*\*|__)|(?:\*\*|__):)|(?:note|important|warning|tip|caution|todo)\b)/i
// "— `research/x.md:14`" as the end of a quote.
const ATTRIBUTION = /[\s>]{0,20}[—–-]{1,3}[ \t]{0,4}[([*_]{0,4}(?:(?:source|see|from|in)\b:?[ \t]{0,4})?[([*_]{0,4}$/i

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
    const inside = block.type === 'blockquote' ? attributionIn(scene, lined, places, block) : undefined
    // Who names the source behind says so on purpose; what stands before may be about another matter.
    const named = inside ?? sourceIn(scene, lined, places, after)
    const cited = named ?? leadIn(scene, lined, places, before, block)
    const words = cited && blockWords(scene, block, inside)
    if (!cited || !words || quotes.has(cited)) continue
    const announced = named !== undefined || endsIn(scene, before, ':')
    const verbatim = announced && block.type === 'blockquote' && !REMARK.test(words.text) && isLong(words.text)
    quotes.set(cited, verbatim ? {...words, verbatim} : words)
  }
  return quotes
}

function isLong(text: string): boolean {
  return text.trim().split(/\s+/).length >= LEAST_VERBATIM
}

function inline({source, context}: Scene, draft: CitationDraft): Words | undefined {
  const [start, end] = [draft.position.start.offset, draft.position.end.offset]
  const before = source.slice(Math.max(0, start - 450), start)
  const named = BEFORE.exec(before)
  // Behind a dash stands the source only if the clause ends with it: "the “big rewrite” — `x.md:7` has the numbers" goes on.
  const quoted = named && DASH.test(named[0]) && !ENDS.test(source.slice(end, end + 4)) ? null : named
  const match = quoted ?? BEHIND.exec(source.slice(end, end + 450))
  const text = match?.[1]
  if (match === null || text === undefined || text.trim().split(/\s+/).length < LEAST_WORDS) return undefined
  const at = (quoted ? start - before.length : end) + match.index + match[0].indexOf(text)
  const position = {start: context.lines.pointAt(at), end: context.lines.pointAt(at + text.length)}
  return {text, position, ...(isLong(text) && {verbatim: true as const})}
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

/** The citation that ends a quote and tells where it is from. */
function attributionIn(
  {source}: Scene,
  drafts: readonly CitationDraft[],
  places: readonly number[],
  quote: RootContent,
): CitationDraft | undefined {
  const slice = sliceOf(quote)
  const only = slice && onlyIn(drafts, places, slice)
  if (!only || !TAIL.test(source.slice(only.position.end.offset, slice.to))) return undefined
  return ATTRIBUTION.test(source.slice(slice.from, only.position.start.offset)) ? only : undefined
}

function endsIn({source}: Scene, paragraph: RootContent | undefined, sign: string): boolean {
  const slice = paragraph && sliceOf(paragraph)
  return slice !== undefined && /[^\s*_]?[\s*_]*$/.exec(source.slice(slice.to - 8, slice.to))?.[0][0] === sign
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
  const first = firstFrom(places, place => place, from)
  const next = places[first + 1]
  return (places[first] ?? to) < to && (next === undefined || next >= to) ? drafts[first] : undefined
}

/** What a fence or a quote holds, up to the citation in it that tells where it is from. */
function blockWords({source, context}: Scene, block: Excerpt, inside: CitationDraft | undefined): Words | undefined {
  const whole = sliceOf(block)
  const {from} = whole
  const before = source.slice(from, inside?.position.start.offset ?? whole.to)
  const to = inside === undefined ? whole.to : from + before.replace(ATTRIBUTION, '').length
  const text = block.type === 'code' ? block.value : source.slice(from, to).replace(/^[ \t]*>[ \t]?/gm, '')
  // A word or a bracket stands in many places.
  if (text.replace(/[^\p{L}\p{N}]/gu, '').length < 12) return undefined
  return {text, position: {start: context.lines.pointAt(from), end: context.lines.pointAt(to)}}
}
