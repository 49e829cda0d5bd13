import type {OptionSpecs} from '../commands/index.js'
import {itemAt} from '../text/index.js'

/** What was typed, before it is checked: arguments, and options by name, as yargs gives them. */
export interface Typed {
  args: string[]
  given: Record<string, unknown>
}

// yargs takes the first for the value of a flag, and the signs of the second off a value.
const SPECIAL = /^(?:true|false)$|^["']/

/**
 * Reads a command line of plain arguments and long options, each with its value in a word of its own: most that is ever typed. Undefined
 * for all others, which yargs reads, and for all that is wrong; test/cli/quick.test.ts holds the two to one table of argument lists.
 */
export function readQuickly(known: OptionSpecs, argv: readonly string[]): Typed | undefined {
  const args: string[] = []
  const given: Record<string, unknown> = {}
  for (let index = 0; index < argv.length; index++) {
    const word = itemAt(argv, index)
    if (word === '' || SPECIAL.test(word)) return undefined
    if (!word.startsWith('-')) {
      args.push(word)
      continue
    }
    const name = word.startsWith('--') ? word.slice(2) : ''
    const spec = Object.hasOwn(known, name) ? known[name] : undefined
    if (spec === undefined) return undefined
    if (spec.type === 'boolean') {
      given[name] = true
      continue
    }
    const value = argv[++index]
    const before = given[name]
    if (value === undefined || value === '' || value.startsWith('-') || SPECIAL.test(value)) return undefined
    if (spec.type === 'list') given[name] = Array.isArray(before) ? [...before, value] : [value]
    else if (before === undefined) given[name] = value
    else return undefined
  }
  return {args, given}
}
