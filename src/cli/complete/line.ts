import type {TableCommand, TableOption} from '../../generated/command-table.js'
import {GLOBAL} from '../options.js'
import {type Verb, verbOf} from '../verbs.js'
import type {Answer, Candidate} from './answer.js'
import {valueAnswer} from './value.js'

type Options = Readonly<Record<string, TableOption>>

const NOTHING: Answer = {type: 'words', words: []}

/** What fits behind the words of a command line, as the word that begins with `typed`. */
export function answerTo(before: readonly string[], typed: string, table: readonly TableCommand[]): Answer {
  const verb = readVerb(before)
  if (verb === undefined) return NOTHING
  const command = verb.type === 'command' ? table.find(({name}) => name === verb.entry.name) : undefined
  // "spec help lint": what follows is no argument of lint.
  const asksHelp = verb.type !== 'none' && before.includes('help') && verb.rest.includes('--help')
  const rest = verb.rest.filter(word => !(asksHelp && word === '--help'))
  const options: Options = {...command?.options, ...GLOBAL}
  const {args, open, ended, given} = readRest(rest, options)
  if (open !== undefined) return valueAnswer(open.value, open.choices, typed)
  if (!ended && typed.startsWith('-')) return optionAnswer(options, given, typed)
  if (verb.type !== 'command') return {type: 'words', words: commandWords(verb, table)}
  if (command === undefined || asksHelp) return NOTHING
  const row = command.arguments[args] ?? (command.repeats ? command.arguments.at(-1) : undefined)
  return row === undefined ? NOTHING : valueAnswer(row[0], row[2], typed)
}

// A word that is no command has nothing behind it that could be known.
function readVerb(before: readonly string[]): Verb | undefined {
  try {
    return verbOf(before)
  } catch {
    return undefined
  }
}

interface Rest {
  /** Number of arguments. */
  args: number
  /** The option whose value comes next. */
  open?: TableOption
  /** Whether a "--" ended the options. */
  ended: boolean
  /** Names of the options that were given. */
  given: ReadonlySet<string>
}

function readRest(words: readonly string[], options: Options): Rest {
  const given = new Set<string>()
  let args = 0
  let open: TableOption | undefined
  for (const [index, word] of words.entries()) {
    if (open !== undefined) {
      open = undefined
      continue
    }
    if (word === '--') return {args: args + words.length - index - 1, ended: true, given}
    if (!word.startsWith('-') || word === '-') {
      args++
      continue
    }
    const known = optionOf(word.replace(/=.*/s, ''), options)
    if (known === undefined) continue
    const [name, option] = known
    given.add(name)
    if (option.type !== 'boolean' && !word.includes('=')) open = option
  }
  return {args, ended: false, given, ...(open && {open})}
}

function optionOf(word: string, options: Options): [string, TableOption] | undefined {
  return Object.entries(options).find(([name, {alias}]) => word === `--${name}` || word === `-${alias}`)
}

function optionAnswer(options: Options, given: ReadonlySet<string>, typed: string): Answer {
  const [, name = '', value] = /^(--[^=]+)=(.*)$/s.exec(typed) ?? []
  if (value !== undefined) {
    const option = optionOf(name, options)?.[1]
    return option === undefined || option.type === 'boolean'
      ? NOTHING
      : valueAnswer(option.value, option.choices, value, `${name}=`)
  }
  const left = Object.entries(options).filter(([known, {type}]) => type === 'list' || !given.has(known))
  const words = left.flatMap(([known, {alias, describe}]): Candidate[] => [
    {text: `--${known}`, describe},
    // One letter is of use only to who types no more than the dash.
    ...(typed === '-' && alias !== undefined ? [{text: `-${alias}`, describe}] : []),
  ])
  return {type: 'words', words}
}

function commandWords(verb: Verb, table: readonly TableCommand[]): Candidate[] {
  if (verb.type === 'group')
    return table
      .filter(({name}) => name.startsWith(`${verb.name} `))
      .map(({name, caption}) => ({text: name.slice(verb.name.length + 1), describe: caption}))
  const groups = new Map<string, string>()
  for (const {name, caption} of table) {
    const [word = ''] = name.split(' ')
    const before = groups.get(word)
    groups.set(word, before === undefined ? caption : `${before}; ${caption[0]?.toLowerCase()}${caption.slice(1)}`)
  }
  const words = [...groups].map(([text, describe]) => ({text, describe}))
  return [...words, {text: 'help', describe: 'Tell more of a command'}]
}
