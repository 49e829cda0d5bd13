import type {Root} from 'mdast'
import {LimitError} from '../../text/index.js'
import {tooDear} from './effort/index.js'
import {ENGINES, type EngineName} from './names.js'
import {readWithRemark} from './remark.js'
import {loadSatteri} from './satteri.js'
import type {Engine, Reading} from './types.js'

// Which engine reads is a matter of the process, like the binding that it loads: the trees are the same.
let chosen: EngineName | undefined
let native: Engine | Error | undefined

/**
 * Chooses the engine that reads Markdown, for all of the process from now on; undefined: the native one where it can be loaded,
 * else the reference. What is told of a document does not change by it.
 *
 * @throws Error where the native engine is asked for and cannot be loaded; TypeError where there is none of that name.
 * @example
 * import {lint, useEngine} from 'specwright'
 *
 * useEngine('remark')
 * const {messages} = await lint('# Billing\n')
 * useEngine(undefined)
 * console.log(messages[0].ruleId) // missing-metadata
 */
export function useEngine(name: EngineName | undefined): void {
  if (name !== undefined && !ENGINES.includes(name))
    throw new TypeError(`Unexpected engine ${JSON.stringify(name)}, expected ${ENGINES.join(' or ')}`)
  if (name === 'satteri') {
    native ??= loadSatteri()
    if (native instanceof Error)
      throw new Error(`The engine satteri cannot be loaded here (${firstLine(native)}); remark reads the same`)
  }
  chosen = name
}

/** The engine that was chosen; undefined where none was. */
export function engineInUse(): EngineName | undefined {
  return chosen
}

// A loader tells of each file that it has tried.
function firstLine({message}: Error): string {
  return message.replace(/[\r\n][\s\S]*/, '')
}

/**
 * Reads a text without byte order mark with the chosen engine, and with the reference where that one is not sure.
 * @throws LimitError where the reference would have to read it, and could take for ever.
 */
export function read(text: string, reading: Reading): Root {
  if (chosen !== 'remark') {
    native ??= loadSatteri()
    const tree = native instanceof Error ? undefined : native(text, reading)
    if (tree !== undefined) return tree
  }
  const dear = tooDear(text, reading.effort)
  if (dear !== undefined) throw new LimitError(`the engine remark would take too long for its ${dear}`)
  return readWithRemark(text, reading)
}
