import {type CommandEntry, commands, didYouMean, UsageError} from '../commands/index.js'
import {itemAt} from '../text/index.js'
import {GLOBAL} from './options.js'

/** What stands first on a command line: a command, a word that groups commands, or nothing. */
export type Verb =
  | {type: 'command'; entry: CommandEntry; rest: string[]}
  | {type: 'group'; name: string; rest: string[]}
  | {type: 'none'; rest: string[]}

// Options that may stand before the command and take the next word as their value.
const VALUED = Object.entries(GLOBAL).flatMap(([name, {type}]) => (type === 'boolean' ? [] : [`--${name}`]))

/** Takes the command's words out of the arguments. */
export function verbOf(argv: readonly string[]): Verb {
  const at = firstWord(argv)
  const word = argv[at]
  if (word === undefined) return {type: 'none', rest: [...argv]}
  if (word === 'help') return verbOf([...argv.slice(0, at), ...argv.slice(at + 1), '--help'])
  const single = commands.find(entry => entry.name === word)
  if (single) return {type: 'command', entry: single, rest: argv.toSpliced(at, 1)}
  if (!commands.some(entry => entry.name.startsWith(`${word} `))) throw unknown(word)

  const second = argv[at + 1]
  if (second === undefined || second.startsWith('-')) return {type: 'group', name: word, rest: argv.toSpliced(at, 1)}
  const entry = commands.find(known => known.name === `${word} ${second}`)
  if (!entry) throw unknown(`${word} ${second}`)
  return {type: 'command', entry, rest: argv.toSpliced(at, 2)}
}

function firstWord(argv: readonly string[]): number {
  for (let index = 0; index < argv.length; index++) {
    const token = itemAt(argv, index)
    if (token === '--') break
    if (VALUED.includes(token)) index++
    else if (!token.startsWith('-')) return index
  }
  return argv.length
}

function unknown(word: string): UsageError {
  if (/\.md$|[/\\*]/.test(word)) return new UsageError(`Unknown command "${word}". Did you mean "spec lint ${word}"?`)
  const names = new Set(commands.flatMap(entry => [entry.name, entry.name.replace(/ .*/, '')]))
  const hint = didYouMean(word, names)
  return new UsageError(`Unknown command "${word}"${hint === '' ? ', see "spec --help"' : hint}`)
}
