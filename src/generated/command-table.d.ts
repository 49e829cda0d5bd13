/** Every command with its options, in the order of the help page. Written by scripts/generate-table.mjs from `src/commands`. */
export interface TableCommand {
  name: string
  caption: string
  /** Placeholder, words, and the only values where they are few. The last one stands for all that follow where `repeats`. */
  arguments: readonly (readonly [placeholder: string, words: string, choices?: readonly string[]])[]
  repeats: boolean
  options: Readonly<Record<string, TableOption>>
}

export interface TableOption {
  type: 'string' | 'boolean' | 'list'
  alias?: string
  value?: string
  choices?: readonly string[]
  describe: string
}

export const commandTable: readonly TableCommand[]
