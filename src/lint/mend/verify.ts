import type {Root} from 'mdast'
import {applyEdits} from '../../fixes/index.js'
import {headingsOf, LimitError, parseWithin, sameOutside} from '../../markdown/index.js'
import {rethrowUnless} from '../../text/index.js'
import type {Message} from '../types.js'
import {areGone, haveCome} from './messages.js'
import {editsOf, type Patch} from './patches.js'
import {changedBy} from './shifts.js'
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
 * change, their messages are gone, and no message has come but in what they uncover, or about the document as a whole where
 * they uncover something.
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
  const change = {patches, changed, whole: wholeUpTo(tree)}
  const isRight = areGone(change, state.messages, messages) && !haveCome(change, state.messages, messages)
  return isRight ? {text, tree, messages} : undefined
}

function treeOf(text: string, limits: MendOptions['limits']): Root | undefined {
  try {
    return parseWithin(text, limits)
  } catch (error) {
    rethrowUnless(error, LimitError)
    return undefined
  }
}

// What stands before the first section speaks of the document as a whole: its title, its metadata.
function wholeUpTo(tree: Root): number {
  const [first, second] = headingsOf(tree).map(({node}) => node)
  const section = first?.depth === 1 ? second : first
  return section?.position?.start.offset ?? Number.POSITIVE_INFINITY
}
