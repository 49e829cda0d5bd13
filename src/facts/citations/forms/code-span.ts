import {addressOfPath} from '../address.js'
import {pointerOfPath, whereabouts} from '../draft.js'
import {type Slice, sliceOf} from '../slice.js'
import type {Form} from './types.js'

/** `path`, `path:12-40`, `path#anchor` and `name.md` in a code span. Of source code they come later. */
export const codeSpan: Form = scene =>
  scene.spans.flatMap(node => {
    const written = node.value.trim()
    const whole = sliceOf(node)
    // Most spans are no paths at all.
    if (whole === undefined || !/[/.]/.test(written) || written.length > 1000) return []
    const pointer = pointerOfPath(scene, addressOfPath(written))
    if (pointer === undefined) return []
    return [{...whereabouts(scene, 'code-span', whole, addressIn(scene.source, whole, written)), ...pointer}]
  })

// A span's text may differ from the source: line breaks become spaces, and "\|" in a table is "|".
function addressIn(source: string, whole: Slice, written: string): Slice {
  let ticks = 0
  while (source[whole.from + ticks] === '`') ticks++
  const inside = {from: whole.from + ticks, to: whole.to - ticks}
  const at = source.slice(inside.from, inside.to).indexOf(written)
  return at < 0 ? inside : {from: inside.from + at, to: inside.from + at + written.length}
}
