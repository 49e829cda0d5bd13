import type {Nodes, Root} from 'mdast'
import {endOf, startOf} from './places.js'

/** A stretch of a text, by offsets, and the one that stands in its place in a later text. */
export interface Shift {
  start: number
  end: number
  newStart: number
  newEnd: number
}

/**
 * Whether two trees are equal but for some stretches of the text: every node outside of them is there again, at its place, under
 * the same nodes; of a node that reaches into one, what lies outside is. Of the words of a node in which a stretch lies nothing
 * is asked: who edits a text by offsets knows that the rest of them stayed.
 *
 * @param shifts in order, none of which overlap
 */
export function sameOutside(before: Root, after: Root, shifts: readonly Shift[]): boolean {
  const old = outside(before, {
    regions: shifts.map(({start, end}) => ({start, end})),
    moved: offset => movedBy(shifts, offset),
  })
  const now = outside(after, {
    regions: shifts.map(({newStart, newEnd}) => ({start: newStart, end: newEnd})),
    moved: offset => offset,
  })
  return old.length === now.length && old.every((line, index) => line === now[index])
}

/** Where a place of the old text is in the new one; one inside a stretch counts as its beginning. */
export function movedBy(shifts: readonly Shift[], offset: number): number {
  let delta = 0
  for (const {start, end, newStart, newEnd} of shifts) {
    if (offset < start) break
    if (offset < end) return newStart
    delta = newEnd - end
  }
  return offset + delta
}

interface Reading {
  regions: readonly {start: number; end: number}[]
  moved(offset: number): number
}

/** A line for each node that is not within a region, in order: its depth, its type, where it begins and ends, what it says. */
function outside(tree: Root, reading: Reading): string[] {
  const lines: string[] = []
  walk(tree, 0, reading, lines)
  return lines
}

function walk(node: Nodes, depth: number, reading: Reading, lines: string[]): void {
  const {start, end} = placeOf(node)
  const {regions, moved} = reading
  // One that a region only touches may have become longer, or shorter, by it.
  const touching = regions.filter(region => region.start <= end && region.end >= start)
  const within = node.type !== 'root' && touching.some(region => region.start <= start && region.end >= end)
  if (within) return
  const isIn = (offset: number) => touching.some(region => region.start <= offset && region.end >= offset)
  const place = (offset: number) => (isIn(offset) ? '*' : moved(offset))
  const span = node.type === 'root' ? '' : `${place(start)} ${place(end)}`
  lines.push(`${depth} ${node.type} ${span} ${isOwn(node, touching) ? '*' : wordsOf(node)}`)
  if ('children' in node) for (const child of node.children) walk(child, depth + 1, reading, lines)
}

// Whether a region reaches into the signs of a node itself, and not only into its children.
function isOwn(node: Nodes, touching: readonly {start: number; end: number}[]): boolean {
  if (touching.length === 0 || node.type === 'root') return false
  if (!('children' in node)) return true
  const {start, end} = placeOf(node)
  return touching.some(region => {
    // What lies behind the node is not its own.
    const [from, to] = [Math.max(region.start, start), Math.min(region.end, end)]
    return !node.children.some(child => from >= contentStart(child) && to <= placeOf(child).end)
  })
}

// The parser has the paragraph of a task begin before its box where the words begin with other than plain text.
function contentStart(node: Nodes): number {
  return placeOf((node.type === 'paragraph' ? node.children[0] : undefined) ?? node).start
}

function placeOf(node: Nodes): {start: number; end: number} {
  return {start: startOf(node), end: endOf(node)}
}

// All that a node says, less its place and its children.
function wordsOf(node: Nodes): string {
  const {position: _, children: _children, data: _data, type: _type, ...rest} = node as Nodes & {children?: unknown}
  return JSON.stringify(rest)
}
