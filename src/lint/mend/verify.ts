import type {Root} from 'mdast'
import {applyEdits} from '../../fixes/index.js'
import {LimitError, movedBy, parseWithin, sameOutside} from '../../markdown/index.js'
import {likeness} from '../evaluate/index.js'
import type {Message} from '../types.js'
import {editsOf, type Patch} from './patches.js'
import {type Changed, changedBy} from './shifts.js'
import type {MendOptions} from './types.js'

/** A text with what is wrong with it. */
export interface State {
  text: string
  tree: Root
  messages: readonly Message[]
}

/** A text as it is read and checked; undefined where that cannot be done. */
export async function stateOf(
  text: string,
  {check, limits}: Pick<MendOptions, 'check' | 'limits'>,
): Promise<State | undefined> {
  const tree = treeOf(text, limits)
  const messages = tree && (await check(text))
  return tree && messages && {text, tree, messages}
}

/**
 * What patches make of a text, if they do what they say and nothing else: the text is read as before outside of what they
 * change, their messages are gone, and no message has come but in what they uncover.
 */
export async function applied(
  state: State,
  patches: readonly Patch[],
  options: MendOptions,
): Promise<State | undefined> {
  const text = applyEdits(state.text, editsOf(patches))
  const changed = changedBy(patches)
  const tree = treeOf(text, options.limits)
  if (!tree || !sameOutside(state.tree, tree, changed)) return undefined
  const messages = await options.check(text)
  if (!messages) return undefined
  const isRight =
    areGone(patches, state.messages, messages) && !hasNew(withoutMended(state.messages, patches), withoutTold(messages, patches, changed), changed)
  return isRight ? {text, tree, messages} : undefined
}

function treeOf(text: string, limits: MendOptions['limits']): Root | undefined {
  try {
    return parseWithin(text, limits)
  } catch (error) {
    if (error instanceof LimitError) return undefined
    throw error
  }
}

// Of equal messages as many less are left as were mended.
function areGone(patches: readonly Patch[], before: readonly Message[], after: readonly Message[]): boolean {
  const like = ({ruleId, accused}: Message) => likeness(ruleId, accused)
  const [were, are] = [countsOf(before.map(like)), countsOf(after.map(like))]
  const mended = countsOf(patches.flatMap(({messages}) => messages.map(like)))
  return [...mended].every(([key, number]) => (are.get(key) ?? 0) <= (were.get(key) ?? 0) - number)
}

// One of the same rule in the place of a mended one is new.
function withoutMended(messages: readonly Message[], patches: readonly Patch[]): Message[] {
  const mended = new Set(patches.flatMap(patch => patch.messages))
  return messages.filter(message => !mended.has(message))
}

// What a mended message took in, as a related place, was there before.
function withoutTold(messages: readonly Message[], patches: readonly Patch[], changed: readonly Changed[]): Message[] {
  const places = patches.flatMap(patch => patch.messages).flatMap(({related = []}) => related)
  const told = new Set(
    places.filter(({path}) => path === undefined).map(({range}) => movedBy(changed, range.start.offset)),
  )
  return messages.filter(({range}) => !told.has(range.start.offset))
}

function hasNew(before: readonly Message[], after: readonly Message[], changed: readonly Changed[]): boolean {
  const old = before.map(({ruleId, range}) => {
    const {offset} = range.start
    const at = changed.findIndex(({start, end}) => start <= offset && offset <= end)
    return `${ruleId} ${at < 0 ? movedBy(changed, offset) : `in ${at}`}`
  })
  const now = after.flatMap(({ruleId, range}) => {
    const {offset} = range.start
    const at = changed.findIndex(({newStart, newEnd}) => newStart <= offset && offset <= newEnd)
    if (at < 0) return [`${ruleId} ${offset}`]
    return changed[at]?.uncovered ? [] : [`${ruleId} in ${at}`]
  })
  const were = countsOf(old)
  return [...countsOf(now)].some(([key, number]) => number > (were.get(key) ?? 0))
}

function countsOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
