import {type AnyCommand, commands} from '../commands/index.js'
import type {Page, Rows} from './help.js'
import type {Verb} from './verbs.js'

const COMMANDS: Rows = commands.map(({name, caption}) => [`spec ${name}`, caption])

const TOP: Page = {
  usage: 'spec COMMAND [OPTIONS]',
  description: 'Builds and checks design specs (RFCs) that live as Markdown in a git repository.',
  commands: COMMANDS,
  examples: [
    ['spec scaffold "Full-text search" --research research/docs/2026-01-10-search.md', 'Start a spec'],
    ['spec lint', 'Check every spec'],
  ],
  more: ['"spec COMMAND --help", or "spec help COMMAND", tells more of a command.'],
}

/** What the help of a command line says, beside its options. */
export function pageOf(verb: Verb, command: AnyCommand | undefined): Page {
  if (command)
    return {...command, usage: `spec ${command.usage}${Object.keys(command.options).length > 0 ? ' [OPTIONS]' : ''}`}
  if (verb.type !== 'group') return TOP
  return {
    usage: `spec ${verb.name} COMMAND [OPTIONS]`,
    description: `Commands that have to do with a ${verb.name}.`,
    commands: COMMANDS.filter(([name]) => name.startsWith(`spec ${verb.name} `)),
    more: [`"spec ${verb.name} COMMAND --help" tells more of a command.`],
  }
}
