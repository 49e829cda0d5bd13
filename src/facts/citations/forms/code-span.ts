import {addressOfPath} from '../address.js'
import {atCommitIn} from '../at-commit.js'
import {pointerOfPath, whereabouts} from '../draft.js'
import {linesBehind} from '../lines-behind.js'
import {type Slice, sliceOf} from '../slice.js'
import type {Form} from './types.js'

/**
 * `path`, `path:12-40`, `path#anchor` and `name.md` in a code span, and `path` (lines 12-40) with what stands behind it; and
 * a file of the repository at a commit, as git writes it: `abc1234:path:12`.
 */
export const codeSpan: Form = scene =>
  scene.spans.flatMap(node => {
    const written = node.value.trim()
    const span = sliceOf(node)
    if (!mayBePath(written)) return []
    const at = atCommitIn(written)
    const address = addressOfPath(at?.path ?? written)
    const behind = address.lines || address.anchor ? undefined : linesBehind(scene.source, span.to)
    const pointer = pointerOfPath(scene, {...address, ...(behind && {lines: behind.lines})})
    // Research and specs are cited as they are now.
    if (pointer === undefined || (at && pointer.kind !== 'code')) return []
    const whole = {from: span.from, to: behind?.to ?? span.to}
    const said = whereabouts(scene, 'code-span', whole, addressIn(scene.source, span, written))
    return [{...said, ...pointer, ...(at && {beside: {commits: [at.commit]}})}]
  })

// Most spans are no paths at all. Those that are have a folder or an ending, or are names such as `Makefile`.
function mayBePath(text: string): boolean {
  return text.length <= 1000 && /[/.]|^[A-Z]?[a-z]+file\b|^[A-Z]{4,}\b/.test(text)
}

// A span's text may differ from the source: line breaks become spaces, and "\|" in a table is "|".
function addressIn(source: string, whole: Slice, written: string): Slice {
  let ticks = 0
  while (source[whole.from + ticks] === '`') ticks++
  const inside = {from: whole.from + ticks, to: whole.to - ticks}
  const at = source.slice(inside.from, inside.to).indexOf(written)
  return at < 0 ? inside : {from: inside.from + at, to: inside.from + at + written.length}
}
