import {readFileSync} from 'node:fs'
import {withEngine} from './cli/engine.js'
import {helpText} from './cli/help.js'
import {columnsOf, type Io, processIo, readAll, wantsColour} from './cli/io.js'
import {showsLinks} from './cli/links.js'
import {pageOf} from './cli/page.js'
import {parse} from './cli/parser.js'
import {type StatusLine, statusLineOf} from './cli/status-line.js'
import {verbOf} from './cli/verbs.js'
import {type AnyCommand, type Context, oneOf, UsageError} from './commands/index.js'
import {failureText} from './text/failure-text.js'
import {printable} from './text/printable.js'

export type {Io} from './cli/io.js'

// Help is prose: longer lines are hard to read.
const WIDEST_HELP = 100

// All of the screen; what was scrolled away stays.
const CLEAR = '\x1b[2J\x1b[H'

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
    io.stderr.write(failureText(error, {debug: io.env.SPEC_DEBUG === '1', isExpected: error instanceof UsageError}))
    return 2
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const tool = toolOf(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const verb = verbOf(argv)
  const command = verb.type === 'command' ? await verb.entry.load() : undefined
  const options = command?.options ?? {}
  const {args, values} = await parse(options, verb.rest)
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
  const statusLine = statusLineOf(io)
  try {
    const context = contextOf(values, tool, io, statusLine)
    return await withEngine(values.engine, io.env, () => command.run(args, values, context))
  } finally {
    statusLine?.clear()
  }
}

function checkArity(command: AnyCommand, args: readonly string[]): void {
  const [least, most] = command.arity
  for (const [index, [placeholder, , choices]] of command.arguments.entries()) {
    const given = args[index]
    if (given !== undefined && choices !== undefined) oneOf(placeholder.toLowerCase(), given, choices)
  }
  const surplus = args[most]
  if (surplus !== undefined) throw new UsageError(`Unexpected argument "${surplus}", expected: spec ${command.usage}`)
  if (args.length < least) throw new UsageError(`Missing argument, expected: spec ${command.usage}`)
}

function contextOf(
  values: Readonly<Record<string, unknown>>,
  tool: Context['tool'],
  io: Io,
  statusLine: StatusLine | undefined,
): Context {
  if (values.color === true && values['no-color'] === true)
    throw new UsageError('Unexpected --no-color beside --color, expected one of them')
  const write = (stream: 'stdout' | 'stderr', text: string): void => {
    statusLine?.clear()
    io[stream].write(text)
    io.record?.(stream, text)
  }
  const flag = values.color === true ? true : values['no-color'] === true ? false : undefined
  return {
    cwd: io.cwd,
    env: io.env,
    columns: columnsOf(io),
    colour: wantsColour(flag, io),
    links: wantsColour(flag, io) && showsLinks(io),
    root: typeof values.root === 'string' ? values.root : undefined,
    tool,
    print: text => write('stdout', text),
    complain: text => write('stderr', text),
    note: text => write('stderr', `${printable(text)}\n`),
    ask: io.ask,
    stdin: limit => readAll(io.stdin, limit),
    interrupted: io.interrupted,
    ...(statusLine && {status: statusLine.show}),
    ...(io.isTTY && io.env.TERM !== 'dumb' && {clear: () => write('stdout', CLEAR)}),
  }
}

function toolOf(manifest: string): Context['tool'] {
  const {name, version} = JSON.parse(manifest)
  return {name: String(name), version: String(version)}
}
