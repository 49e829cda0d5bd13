import type {Fix} from '../../fixes/index.js'
import {append} from '../../text/index.js'
import {likeness} from '../evaluate/index.js'
import type {Message} from '../types.js'
import {type Patch, patchesOf} from './patches.js'
import type {Mending, MendOptions} from './types.js'
import {applied, type State, stateOf} from './verify.js'

export type {Mending, MendOptions} from './types.js'

// The second is for what the first uncovered, and for fixes that touched one place; two do for a document as people write them.
// What is badly broken (a fence that hid a table, torn by a bar, with a link in the row) is followed to its end, so that a second
// run finds nothing to do.
const MOST_PASSES = 10

/**
 * Mends what has a fix: in each pass the fixes that do not touch each other are applied together and verified; where that fails,
 * those that are to blame are left out. The same text gives the same result, and the result is left as it is by a second run.
 * Undefined where the text cannot be checked.
 */
export async function mend(text: string, options: MendOptions): Promise<Mending | undefined> {
  const {unsafe = false, wants = () => true} = options
  let state = await stateOf(text, options)
  if (!state) return undefined
  const mended: Message[] = []
  const passes: Fix[][] = []
  let withdrawn: Message[] = []
  for (let pass = 1; pass <= MOST_PASSES; pass++) {
    const wanted = state.messages.filter(wants)
    const patches = patchesOf(
      wanted.filter(({fix}) => !fix?.last),
      unsafe,
    )
    const later = patchesOf(
      wanted.filter(({fix}) => fix?.last),
      unsafe,
    )
    const unchanged: Sound = {state, kept: [], now: state}
    let sound = await soundOf(patches, unchanged, options)
    if (sound.kept.length === 0) sound = await soundOf(later, unchanged, options)
    const {kept, now} = sound
    // What could not be done in the first pass is tried once more.
    withdrawn = [...patches, ...later].filter(patch => !kept.includes(patch)).flatMap(({messages}) => messages)
    if (kept.length === 0) break
    passes.push(kept.map(({fix}) => fix))
    append(
      mended,
      kept.flatMap(({messages}) => messages),
    )
    state = now
  }
  const like = ({ruleId, accused}: Message): string => likeness(ruleId, accused)
  const left = new Set(state.messages.map(like))
  // Another fix may have mended what one was left out for.
  withdrawn = withdrawn.filter(message => left.has(like(message)))
  return {text: state.text, mended, passes, withdrawn, left: state.messages}
}

/** Patches that hold together, and what they make of a text. */
interface Sound {
  state: State
  kept: readonly Patch[]
  now: State
}

// All at once where that holds, else by halves: few are to blame, and each attempt takes a check.
async function soundOf(patches: readonly Patch[], sound: Sound, options: MendOptions): Promise<Sound> {
  if (patches.length === 0) return sound
  const kept = [...sound.kept, ...patches]
  const now = await applied(sound.state, kept, options)
  if (now) return {...sound, kept, now}
  if (patches.length === 1) return sound
  const half = Math.ceil(patches.length / 2)
  const first = await soundOf(patches.slice(0, half), sound, options)
  return soundOf(patches.slice(half), first, options)
}
