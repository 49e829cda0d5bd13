import {readFileSync} from 'node:fs'
import {helpText, type Page} from './cli/help.js'
import {columnsOf, type Io, processIo, readAll, wantsColour} from './cli/io.js'
import {parse} from './cli/parser.js'
import {type Verb, verbOf} from './cli/verbs.js'
import {type AnyCommand, type Context, commands, UsageError} from './commands/index.js'
import {printable} from './text/printable.js'

export type {Io} from './cli/io.js'

const TOP: Page = {
  usage: 'spec COMMAND [OPTIONS]',
  description: 'Builds and checks design specs (RFCs) that live as Markdown in a git repository.',
  commands: commands.map(({name, caption}) => [`spec ${name}`, caption]),
  examples: [
    ['spec scaffold "Full-text search" --research research/docs/2026-01-10-search.md', 'Start a spec'],
    ['spec lint', 'Check every spec'],
  ],
  more: ['"spec COMMAND --help" tells more of a command.'],
}

// Help is prose: longer lines are hard to read.
const WIDEST_HELP = 100

/**
 * Runs one command line. Never throws and never ends the process.
 * Returns the exit status: 0 fine; 1 the documents have errors; 2 usage, configuration, or a file that could not be checked.
 *
 * @example
 * process.exitCode = await run(['lint', 'specs/2026-01-15-search.md'])
 */
export async function run(argv: readonly string[], given: Partial<Io> = {}): Promise<number> {
  const io: Io = {...processIo(), ...given}
  try {
    return await dispatch(argv, io)
  } catch (error) {
    io.stderr.write(`spec: ${printable(messageOf(error))}\n`)
    if (io.env.SPEC_DEBUG === '1' && error instanceof Error) io.stderr.write(`${error.stack}\n`)
    return 2
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const tool = toolOf(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const verb = verbOf(argv)
  const command = verb.type === 'command' ? await verb.entry.load() : undefined
  const options = command?.options ?? {}
  const {args, values} = parse(options, verb.rest)
  const help = () => helpText(pageOf(verb, command), options, Math.min(columnsOf(io), WIDEST_HELP))
  if (values.help === true || values.version === true) {
    io.stdout.write(values.help === true ? help() : `${tool.version}\n`)
    return 0
  }
  if (!command) {
    io.stderr.write(help())
    return 2
  }
  checkArity(command, args)
  return command.run(args, values, contextOf(values, tool, io))
}

function pageOf(verb: Verb, command: AnyCommand | undefined): Page {
  if (command)
    return {...command, usage: `spec ${command.usage}${Object.keys(command.options).length > 0 ? ' [OPTIONS]' : ''}`}
  if (verb.type !== 'group') return TOP
  const inGroup = TOP.commands?.filter(([name]) => name.startsWith(`spec ${verb.name} `)) ?? []
  return {...TOP, usage: `spec ${verb.name} COMMAND [OPTIONS]`, commands: inGroup}
}

function checkArity(command: AnyCommand, args: readonly string[]): void {
  const [least, most] = command.arity
  const surplus = args[most]
  if (surplus !== undefined) throw new UsageError(`Unexpected argument "${surplus}", expected: spec ${command.usage}`)
  if (args.length < least) throw new UsageError(`Missing argument, expected: spec ${command.usage}`)
}

function contextOf(values: Readonly<Record<string, unknown>>, tool: Context['tool'], io: Io): Context {
  if (values.color === true && values['no-color'] === true)
    throw new UsageError('Unexpected --no-color beside --color, expected one of them')
  const flag = values.color === true ? true : values['no-color'] === true ? false : undefined
  return {
    cwd: io.cwd,
    env: io.env,
    columns: columnsOf(io),
    colour: wantsColour(flag, io),
    root: typeof values.root === 'string' ? values.root : undefined,
    tool,
    print: text => void io.stdout.write(text),
    complain: text => void io.stderr.write(text),
    note: text => void io.stderr.write(`${printable(text)}\n`),
    ask: io.ask,
    stdin: limit => readAll(io.stdin, limit),
  }
}

function messageOf(error: unknown): string {
  if (error instanceof UsageError) return error.message
  const what = error instanceof Error ? error.message : String(error)
  return `Unexpected failure: ${what} (SPEC_DEBUG=1 shows where)`
}

function toolOf(manifest: string): Context['tool'] {
  const {name, version} = JSON.parse(manifest)
  return {name: String(name), version: String(version)}
}
