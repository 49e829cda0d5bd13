import {nameOf, trimmedEnd} from '../../../text/index.js'
import {addressOfPath} from '../address.js'
import {pointerOfPath, whereabouts} from '../draft.js'
import {linesBehind} from '../lines-behind.js'
import type {Passage, Scene} from '../scene.js'
import {isFileName} from '../source-names.js'
import type {CitationDraft} from '../types.js'
import type {Form} from './types.js'

/** `path`, `path#anchor` and `path:12-40` in plain text. */
export const barePath: Form = scene =>
  scene.passages.flatMap(passage => (passage.linked ? [] : inPassage(scene, passage)))

// Signs that end a path in a sentence; a comma does not, where it stands between lines.
const RUN = /(?:[^\s|`*()<>[\],;"'“”‘’«»]|,(?=L?\d))+/g
const CLOSING = /[.:!?…]/

function inPassage(scene: Scene, {from, to}: Passage): CitationDraft[] {
  const text = scene.source.slice(from, to)
  if (!/\w\.\w|[a-z]file\b/.test(text)) return []
  const drafts: CitationDraft[] = []
  for (const {0: run, index} of text.matchAll(RUN)) {
    if (run.length > 1000 || !/\w\.\w|[a-z]file\b/.test(run) || run.includes('://')) continue
    // What only looks like a link is none.
    if (scene.source.startsWith('](', from + index - 2)) continue
    const draft = draftAt(scene, from + index, trimmedEnd(run, CLOSING))
    if (draft !== undefined) drafts.push(draft)
  }
  return drafts
}

function draftAt(scene: Scene, from: number, written: string): CitationDraft | undefined {
  const address = addressOfPath(written)
  const end = from + written.length
  const behind = address.lines || address.anchor ? undefined : linesBehind(scene.source, end)
  const lines = address.lines ?? behind?.lines
  // In prose "Node.js" is a product, "SKILL.md" a kind of file, and "and/or" no path: what is meant as a file says so twice.
  if (!isFileName(nameOf(address.path)) || (!address.path.includes('/') && lines === undefined)) return undefined
  const pointer = pointerOfPath(scene, {...address, ...(lines && {lines})})
  if (pointer === undefined) return undefined
  return {...whereabouts(scene, 'bare-path', {from, to: behind?.to ?? end}, {from, to: end}), ...pointer}
}
