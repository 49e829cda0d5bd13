import type {OptionSpec, OptionSpecs} from '../commands/index.js'
import {definitions, wrap} from '../reporters/index.js'
import {GLOBAL} from './options.js'

/** Names and their words; what may stand behind them is not for the page. */
export type Rows = readonly (readonly [string, string, ...unknown[]])[]

/** What a help page says beside its options. */
export interface Page {
  usage: string
  description: string
  arguments?: Rows
  commands?: Rows
  /** Commands as one would type them, each with what it does. */
  examples?: Rows
  more?: readonly string[]
}

/** The text of `--help`. Not yargs' own, which can neither name an option's value nor keep an example on one line. */
export function helpText(page: Page, options: OptionSpecs, columns: number): string {
  const prose = (words: string) => wrap(words, columns).join('\n')
  const examples = (page.examples ?? []).map(([example, what]) => `  ${what}:\n    ${example}`)
  const parts = [
    `Usage: ${page.usage}`,
    prose(page.description),
    section('Commands', page.commands ?? [], columns),
    section('Arguments', page.arguments ?? [], columns),
    section('Options', optionRows(options), columns),
    section('Options of every command', optionRows(GLOBAL), columns),
    examples.length === 0 ? '' : `Examples:\n${examples.join('\n')}`,
    ...(page.more ?? []).map(prose),
  ]
  return `${parts.filter(part => part !== '').join('\n\n')}\n`
}

function section(heading: string, rows: Rows, columns: number): string {
  return rows.length === 0
    ? ''
    : `${heading}:\n${definitions(
        rows.map(([name, words]) => [name, words]),
        columns,
      )}`
}

function optionRows(options: OptionSpecs): [string, string][] {
  return Object.entries(options).map(([name, spec]) => {
    const {words, value} = termOf(name, spec)
    return [value === undefined ? words : `${words} ${value}`, spec.describe]
  })
}

/** An option as it is typed ("-q, --quiet"), and what stands for its value. */
export function termOf(name: string, {alias, value}: OptionSpec): {words: string; value: string | undefined} {
  return {words: alias === undefined ? `--${name}` : `-${alias}, --${name}`, value}
}
