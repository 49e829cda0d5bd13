import type {Nodes, Root} from 'mdast'
import {
  append,
  checkNames,
  checkNumber,
  firstMatch,
  LimitError,
  rethrowUnless,
  sizeText,
  wholeNumber,
} from '../text/index.js'
import {MOST_EFFORT} from './engines/effort/index.js'
import {nestsDeeper} from './nesting.js'
import {mayNestDeeper} from './nesting-quick.js'
import {parse} from './parse.js'

/** Each a whole number above 0, or Infinity. */
export interface Limits {
  /** Size in bytes of UTF-8; 2 MiB unless told. */
  bytes?: number
  /** Quotes, list items and footnotes in one another; 100 unless told, 1000 at the most. */
  depth?: number
  /**
   * Nodes of the tree that the text is read as: blocks, links, stretches of words between marks; 250,000 unless told, and as many
   * times more as `bytes` is more than 2 MiB.
   */
  nodes?: number
}

const MEBIBYTE = 1024 * 1024
// Of real documents one of 2 MiB would have 90,000 nodes, and the densest of them 220,000. All that is read of a document takes time
// and memory with them, whatever its size.
const DEFAULT = {bytes: 2 * MEBIBYTE, depth: 100, nodes: 250_000}

const NAMES = ['bytes', 'depth', 'nodes'] as const

// Nodes in one another, inline ones among them, that a walk may meet: more than the limit on containers can make.
const TREE_DEPTH = 1000

// Marks of emphasis in one run. The parser's time grows with the square of it, and its stack with the run itself.
const RUN = 1000

/**
 * Refuses what limits nothing: a size that is no number is larger than none, a limit of another name is none.
 * @throws RangeError, or TypeError, with the limit, and what it may be.
 */
export function refuseLimits(limits: Limits): void {
  checkNames('limits', limits, NAMES)
  for (const name of NAMES) if (limits[name] !== undefined) checkNumber(`limits.${name}`, limits[name], wholeNumber(1))
}

/**
 * Why a text must not be parsed, in words that follow "not checked: "; undefined where it may. It looks at each line once
 * and parses nothing: time and stack of the parser grow with depth faster than with size.
 */
export function checkLimits(text: string, limits: Limits = {}): string | undefined {
  const {bytes = DEFAULT.bytes} = limits
  // Deeper ones are refused in any case, and to find that out by their tree takes time that grows with the square of their depth.
  const depth = Math.min(limits.depth ?? DEFAULT.depth, TREE_DEPTH)
  if (isLarger(text, bytes)) return `it is larger than ${sizeText(bytes)}`
  if (mayNestDeeper(text, depth) && nestsDeeper(text, depth))
    return `its quotes and lists nest deeper than ${depth} levels`
  const run = longRun(text)
  if (run !== undefined) return `it has more than ${RUN} "${run}" in a row`
  return undefined
}

/** How many times the ordinary a document may take, where the limit of the size is raised: who raises it knows that it takes more. */
export function timesOrdinary(bytes: number): number {
  return Math.max(1, bytes / DEFAULT.bytes)
}

/**
 * Parses a text that keeps within the limits.
 * @throws LimitError where it does not.
 */
export function parseWithin(text: string, limits: Limits = {}): Root {
  const reason = checkLimits(text, limits)
  if (reason !== undefined) throw new LimitError(reason)
  const times = timesOrdinary(limits.bytes ?? 0)
  const {nodes = DEFAULT.nodes * times} = limits
  const tree = parseShallow(text, MOST_EFFORT * times)
  const exceeded = exceededIn(tree, nodes)
  if (exceeded === 'depth') throw new LimitError(TOO_DEEP)
  if (exceeded === 'nodes')
    throw new LimitError(`it has more than ${nodes} nodes (blocks, links, stretches of words between marks)`)
  return tree
}

const TOO_DEEP = 'its emphasis and links nest too deep'

// Emphasis in emphasis can exhaust the parser's stack, which only the parser finds out.
function parseShallow(text: string, effort: number): Root {
  try {
    return parse(text, effort)
  } catch (error) {
    rethrowUnless(error, RangeError)
    throw new LimitError(TOO_DEEP)
  }
}

function exceededIn(tree: Root, most: number): 'depth' | 'nodes' | undefined {
  let level: readonly Nodes[] = tree.children
  let nodes = 1
  for (let depth = 1; level.length > 0; depth++) {
    nodes += level.length
    if (depth > TREE_DEPTH) return 'depth'
    if (nodes > most) return 'nodes'
    const below: Nodes[] = []
    for (const node of level) if ('children' in node) append(below, node.children)
    level = below
  }
  return undefined
}

function isLarger(text: string, bytes: number): boolean {
  if (text.length > bytes) return true
  return text.length * 3 > bytes && new TextEncoder().encode(text).length > bytes
}

function longRun(text: string): string | undefined {
  for (const sign of ['*', '_', '~']) {
    // A line of nothing else is a rule or a fence, and costs nothing.
    const at = text.indexOf(sign.repeat(RUN + 1))
    if (at >= 0 && /[^\s*_~]/.test(lineAround(text, at))) return sign
  }
  return undefined
}

function lineAround(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf('\n', offset), text.lastIndexOf('\r', offset)) + 1
  return firstMatch(/^[^\r\n]*/, text.slice(start))
}
