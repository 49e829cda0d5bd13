import type {Options} from 'yargs'
import {type OptionSpec, type OptionSpecs, UsageError} from '../commands/index.js'
import {GLOBAL} from './options.js'
import {readQuickly} from './quick.js'
import {checkGiven, usageMessage} from './strict.js'

/** Arguments without the command's words, and the options' values by name. */
export interface Parsed {
  args: string[]
  values: Record<string, unknown>
}

// Every liberty that yargs takes with what a user typed is off: names with dots, words that look like numbers, `--no-x`
// read as the negation of `--x`, an option that swallows the words behind its value.
const PARSING = {
  'boolean-negation': false,
  'camel-case-expansion': false,
  'dot-notation': false,
  'greedy-arrays': false,
  'parse-numbers': false,
  'parse-positional-numbers': false,
  'short-option-groups': false,
}

/** Reads arguments by these options and the global ones. Throws a usage error on what cannot be followed. */
export async function parse(options: OptionSpecs, argv: readonly string[]): Promise<Parsed> {
  const known: OptionSpecs = {...options, ...GLOBAL}
  const quick = readQuickly(known, argv)
  return quick ? {args: quick.args, values: checkGiven(quick.given, argv, known)} : parseWithYargs(known, argv)
}

/** The same, whatever is typed. It takes longer to load than a document to check. */
export async function parseWithYargs(known: OptionSpecs, argv: readonly string[]): Promise<Parsed> {
  const {default: yargs} = await import('yargs')
  const given: Record<string, unknown> & {_: (string | number)[]} = yargs([])
    // What it says is read in strict.ts, so its language must not go by the machine's.
    .locale('en')
    .parserConfiguration(PARSING)
    .help(false)
    .version(false)
    .options(Object.fromEntries(Object.entries(known).map(([name, spec]) => [name, yargsOption(spec)])))
    .exitProcess(false)
    .strictOptions()
    .fail(message => {
      throw new UsageError(usageMessage(message, argv, known))
    })
    .parseSync([...argv])
  return {args: given._.map(String), values: checkGiven(given, argv, known)}
}

function yargsOption({type, alias}: OptionSpec): Options {
  const names = alias === undefined ? {} : {alias}
  if (type === 'boolean') return {type, ...names}
  return {type: type === 'list' ? 'array' : type, string: true, requiresArg: true, ...names}
}
