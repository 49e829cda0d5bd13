import type {Edit} from '../fixes/index.js'
import {editAt, rangesOf} from '../fixes/places.js'
import {endOf, startOf} from '../markdown/index.js'
import {markOf, type Template} from '../template/index.js'
import {firstMatch, lineEnding} from '../text/index.js'
import type {Draft} from './draft.js'

/** Edits that let a document say which version it is made from: in the comments that said so before, else in one at its end. */
export function commentEdits({document, text}: Draft, {kind, version}: Template): Edit[] {
  const range = rangesOf(text)
  const own = document.madeFrom.filter(({state}) => state === 'held' || state === 'repeated')
  const edits = own.map(({node}) => {
    // What such a comment ends with is the version.
    const start = text.slice(startOf(node), endOf(node)).lastIndexOf('v') + startOf(node)
    return editAt(range, start, start + firstMatch(/^v\d+/, text.slice(start, endOf(node))).length, `v${version}`)
  })
  if (edits.length > 0) return edits
  // What blank lines it ends with it keeps.
  const end = text.trimEnd().length
  const eol = lineEnding(text)
  return [editAt(range, end, end, `${eol}${eol}${markOf({kind, version})}`)]
}
