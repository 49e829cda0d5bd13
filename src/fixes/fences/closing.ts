import {headingIn} from '../../facts/fences/lines.js'
import {linesOf} from '../../markdown/index.js'
import {lineEnding} from '../../text/index.js'
import {itemIn} from '../item-in.js'
import {rangesOf} from '../places.js'
import type {FixMaker} from '../types.js'

/** A fence without an end is closed before the first section of the template that it hides, else at the end of the document. */
export const closingFence: FixMaker = (item, {facts, text}) => {
  const fence = itemIn(facts.fences, item)
  if (!fence || fence.closed) return undefined
  const lines = linesOf(text)
  const first = fence.position.start.line
  const indent = lines.text(first).slice(0, fence.position.start.column - 1)
  // What a quote or an item of a list would ask of the line is not known.
  if (!/^ {0,3}$/.test(indent) || fence.end.offset < text.trimEnd().length) return undefined
  const sign = fence.character.repeat(fence.length)
  const [hidden] = fence.hidden
  const heading = hidden === undefined ? undefined : headingLine(text, hidden, first + 1)
  let last = (heading ?? lines.count + 1) - 1
  while (lines.text(last).trim() === '') last--
  const at = lines.start(last) + lines.text(last).length
  const ending = lineEnding(text)
  const range = rangesOf(text)
  return {
    title: heading === undefined ? 'Close the block at the end of the document' : `Close the block before "${hidden}"`,
    edits: [{range: range(at, at), text: `${ending}${indent}${sign}`}],
    region: range(fence.position.start.offset, text.length),
  }
}

function headingLine(text: string, title: string, from: number): number | undefined {
  const lines = linesOf(text)
  for (let line = from; line <= lines.count; line++) if (headingIn(lines.text(line))?.text === title) return line
  return undefined
}
