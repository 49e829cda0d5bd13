import {plain} from '../../../markdown/index.js'
import {nameOf} from '../../../text/index.js'
import {endOf} from '../../reading/positions.js'
import {addressOfPath} from '../address.js'
import {destinationIn} from '../destination.js'
import {pointerOfLink, whereabouts} from '../draft.js'
import type {Found, Scene} from '../scene.js'
import {type Slice, sliceOf} from '../slice.js'
import type {CitationDraft} from '../types.js'
import type {Form} from './types.js'

/** `[words](address)`, `<https://…>` and bare web addresses. */
export const link: Form = scene => {
  const drafts = scene.links.flatMap(node => {
    const whole = sliceOf(node)
    return draft(scene, node, whole, addressIn(scene.source, node, whole))
  })
  return [...drafts, ...loose(scene)]
}

function draft(scene: Scene, node: Found<'link'>, whole: Slice, address: Slice | undefined): CitationDraft[] {
  const pointer = pointerOfLink(scene, node.url)
  if (pointer === undefined) return []
  const label = plain(node)
  const lines = pointer.kind === 'code' && !pointer.lines ? linesIn(label, pointer.target) : undefined
  return [{...whereabouts(scene, 'link', whole, address), label, ...pointer, ...(lines && {lines})}]
}

// "[`src/x.ts:12-40`](../src/x.ts)": the words tell the lines.
function linesIn(label: string, target: string): CitationDraft['lines'] {
  const {path, lines} = addressOfPath(label.trim())
  return nameOf(path) === nameOf(target) ? lines : undefined
}

function addressIn(source: string, node: Found<'link'>, whole: Slice): Slice | undefined {
  if (source[whole.from] === '<') return {from: whole.from + 1, to: whole.to - 1}
  if (source[whole.from] !== '[') return whole
  const last = node.children.at(-1)
  const behind = last === undefined ? whole.from + 1 : endOf(last)
  return destinationIn(source, behind, whole.to)
}

// One after the other in their block, for each is written as it reads.
function loose(scene: Scene): CitationDraft[] {
  let behind = 0
  return scene.loose.flatMap(({link: node, block}) => {
    const words = plain(node)
    const from = scene.source.slice(block.from, block.to).indexOf(words, Math.max(behind - block.from, 0)) + block.from
    if (words === '' || from < block.from) return []
    behind = from + words.length
    const whole = {from, to: behind}
    return draft(scene, node, whole, whole)
  })
}
