import {didYouMean, type OptionSpecs, oneOf, UsageError} from '../commands/index.js'

/** One line for the user out of what yargs says of arguments that it does not accept. */
export function usageMessage(message: string, argv: readonly string[], known: OptionSpecs): string {
  const unknown = /^Unknown arguments?: ([^,\s]+)/.exec(message)?.[1]
  if (unknown !== undefined) return unknownOption(unknown, argv, known)
  const lacking = /^Not enough arguments following: (.+)/.exec(message)?.[1]
  if (lacking !== undefined) return `Option --${lacking} has no value, expected one`
  return message.replace(/\s+/g, ' ')
}

/** The options' values, one each; what yargs would pass over in silence is a usage error. */
export function checkGiven(
  given: Readonly<Record<string, unknown>>,
  argv: readonly string[],
  known: OptionSpecs,
): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [name, {type, choices}] of Object.entries(known)) {
    const value = given[name]
    if (type === 'boolean') {
      if (optionsOf(argv).some(token => token.startsWith(`--${name}=`)))
        throw new UsageError(`Option --${name} takes no value`)
      values[name] = value === true
    } else if (type === 'list') values[name] = Array.isArray(value) ? value.map(String) : []
    else if (Array.isArray(value))
      throw new UsageError(`Option --${name} is given ${value.length} times, expected once`)
    else values[name] = value
    if (type !== 'boolean' && (value === '' || (Array.isArray(value) && value.includes(''))))
      throw new UsageError(`Option --${name} has no value, expected one`)
    if (choices !== undefined) checkChoices(name, values[name], choices)
  }
  return values
}

function checkChoices(name: string, value: unknown, choices: readonly string[]): void {
  const what = name.includes('-') ? `value of --${name}` : name
  for (const given of Array.isArray(value) ? value : [value]) if (typeof given === 'string') oneOf(what, given, choices)
}

function unknownOption(name: string, argv: readonly string[], known: OptionSpecs): string {
  const typed = optionsOf(argv).find(token => token.replace(/^-+/, '').replace(/=.*/, '') === name)
  const option = typed?.replace(/=.*/, '') ?? `--${name}`
  const hint = didYouMean(name, Object.keys(known), near => `"--${near}"`)
  return `Unknown option "${option}"${hint === '' ? ', see --help' : hint}`
}

function optionsOf(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--')
  return end < 0 ? argv : argv.slice(0, end)
}
