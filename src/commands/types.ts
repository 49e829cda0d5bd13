import type {Workspace} from '../workspace/index.js'

/** What the world gives to a command. Injected, so that commands run in tests and in other programs. */
export interface Context {
  /** Absolute. */
  cwd: string
  env: Readonly<Record<string, string | undefined>>
  /** Columns to write in: the terminal's, 80 without one. */
  columns: number
  /** Whether standard output may be coloured. */
  colour: boolean
  /** Whether texts on standard output may lead to addresses: a terminal is there, and shows such links. */
  links: boolean
  /** The value of `--root`, as given. */
  root: string | undefined
  tool: {name: string; version: string}
  /** Writes to standard output, as it is. */
  print(text: string): void
  /** Writes one line to standard error: something that the user should know and that is no result. */
  note(text: string): void
  /** Writes to standard error, as it is: lines that keep a result from being there. */
  complain(text: string): void
  /** Asks who sits at the terminal; the answer is undefined when the input has ended. Undefined where nobody sits there. */
  ask: ((question: string) => Promise<string | undefined>) | undefined
  /** All bytes of standard input, `limit` and one more at the most. */
  stdin(limit: number): Promise<Uint8Array>
  /** Shows a line on the user's terminal that stands there until anything else is written. Absent where nobody would see it. */
  status?: (line: string) => void
  /** Empties the screen. Absent where standard output is no terminal. */
  clear?: () => void
  /** Keeps the process from ending when the user, or another process, asks it to; fulfilled when that happens. */
  interrupted(): Promise<void>
  /** Takes the place of each workspace that is opened. */
  observe?: (workspace: Workspace) => Workspace
}

/** An option of a command. All are optional; a boolean is false unless given. */
export interface OptionSpec {
  /** `list`: may be given again and again, one value each. */
  type: 'string' | 'boolean' | 'list'
  /** One letter. */
  alias?: string
  /** What stands for its value on the help page: "FILE". It also tells shells how to complete it, see `PLACEHOLDERS`. */
  value?: string
  /** The only values that there are. Others are a usage error before the command runs. */
  choices?: readonly string[]
  describe: string
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>

/** What was given on the command line, by the options' names. */
export type Values<O extends OptionSpecs> = {
  readonly [K in keyof O]: O[K]['type'] extends 'boolean'
    ? boolean
    : O[K]['type'] extends 'list'
      ? readonly ChoiceOf<O[K]>[]
      : ChoiceOf<O[K]> | undefined
}

type ChoiceOf<O extends OptionSpec> = O extends {readonly choices: readonly (infer C extends string)[]} ? C : string

/** What stands for an argument, what it is, and the only values that there are, where they are few. */
export type ArgumentRow = readonly [placeholder: string, words: string, choices?: readonly string[]]

/** One verb of the command line. */
export interface Command<O extends OptionSpecs = OptionSpecs> {
  /** What follows "spec", such as "lint [PATH...]". */
  usage: string
  /** One paragraph that tells what it does. */
  description: string
  /** Least and greatest number of arguments. */
  arity: readonly [number, number]
  /** Its arguments, each with its placeholder and words. */
  arguments: readonly ArgumentRow[]
  options: O
  /** Commands as one would type them, each with what it does. */
  examples: readonly (readonly [string, string])[]
  /** What else is to be known, below the options: paragraphs. */
  more?: readonly string[]
  /** Returns the exit status. */
  run(args: readonly string[], values: Values<O>, context: Context): Promise<number>
}

/** A command whose values are not known to the compiler any more. */
export type AnyCommand = Omit<Command, 'run'> & {
  run(args: readonly string[], values: Readonly<Record<string, unknown>>, context: Context): Promise<number>
}

/** A name and caption, with the module behind them loaded when it is asked for. */
export interface CommandEntry {
  /** One word, or two: "schema check". */
  name: string
  caption: string
  load(): Promise<AnyCommand>
}
