import type {Root} from 'mdast'
import type {Facts} from '../../facts/types.js'
import {lastLineOf, lineOf, nodesOfType, parse, startOf} from '../../markdown/index.js'
import {itemAt} from '../../text/index.js'
import {applyEdits} from '../apply.js'
import {claimedOffsets} from '../headings/parent.js'
import {rangesOf} from '../places.js'
import type {Edit, FixMaker, Mending, Range} from '../types.js'
import {fenceLines, type MeantFence, meantFences} from './lines.js'

// A block in one of these shows Markdown, so that a fence inside of it is no slip.
const MARKDOWN = /^(?:md|markdown|mdx|mdown|mkdn?|gfm|commonmark|rmd|qmd)\b/i

const known = new WeakMap<Facts, {fix: Mending | undefined}>()

/** The outer fences of a document become longer than those inside of them, at both ends; only where their pairs are certain. */
export const outerFence: FixMaker = (_item, {facts, text}) => {
  const found = known.get(facts) ?? {fix: certainFix(facts, text)}
  known.set(facts, found)
  return found.fix
}

/**
 * Certain: read as their author means them, all fences of the document are closed; each outer one that is too short shows Markdown
 * and is closed at its own indent; no section of the template would become code; and with the longer fences the document's code
 * is exactly what these pairs hold.
 */
function certainFix(facts: Facts, text: string): Mending | undefined {
  const meant = meantFences(text)
  if (!meant) return undefined
  const short = meant.filter(({inside}) => inside > 0)
  if (short.length === 0) return undefined
  if (!short.every(({open, close}) => MARKDOWN.test(open.info) && open.indent === close.indent)) return undefined
  const claimed = [...claimedOffsets(facts.sections)]
  if (short.some(({open, close}) => claimed.some(at => at > open.at && at < close.at))) return undefined
  const range = rangesOf(text)
  const edits = short.flatMap(fence => longer(fence, range))
  const mended = applyEdits(text, edits)
  const tree = parse(mended)
  if (!isAsMeant(tree, mended, meant)) return undefined
  return {
    title: short.length === 1 ? 'Give the outer fence more signs' : 'Give the outer fences more signs',
    edits,
    region: range(itemAt(short, 0).open.at, text.length - equalTail(parse(text), tree, text, mended)),
  }
}

function longer({open, close, inside}: MeantFence, range: (start: number, end: number) => Range): Edit[] {
  const text = open.character.repeat(inside + 1)
  return [open, close].map(({at, length}) => ({range: range(at, at + length), text}))
}

// Lines stay what they are: only the runs become longer.
function isAsMeant(tree: Root, text: string, meant: readonly MeantFence[]): boolean {
  const lines = new Set(fenceLines(text).map(({line}) => line))
  const found = nodesOfType(tree, 'code')
    .filter(node => lines.has(lineOf(node)))
    .map(node => `${lineOf(node)} ${lastLineOf(node)}`)
  const pairs = meant.map(({open, close}) => `${open.line} ${close.line}`)
  return found.join() === pairs.join()
}

/** Length of the end of two texts that is the same and read the same: before it stands what differs. */
function equalTail(before: Root, after: Root, text: string, mended: string): number {
  let length = 0
  for (let back = 1; ; back++) {
    const [a, b] = [text.length - startOfLast(before, back), mended.length - startOfLast(after, back)]
    if (a !== b || text.slice(-a) !== mended.slice(-b)) return length
    length = a
  }
}

function startOfLast({children}: Root, back: number): number {
  return startOf(itemAt(children, children.length - back))
}
