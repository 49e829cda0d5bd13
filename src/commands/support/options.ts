/** What a rule can be set to. */
export const SETTINGS = ['error', 'warning', 'info', 'off'] as const

/** Options that several commands share, with the same words everywhere. */
export const FORMAT = {
  type: 'string',
  value: 'FORMAT',
  choices: ['text', 'json'],
  describe: 'How to print: text or json. By default text',
} as const
export const SCHEMA = {
  type: 'string',
  value: 'FILE',
  describe: 'A schema of your own (JSON or YAML) that builds on a built-in one, such as "$ref": "specwright:rfc"',
} as const
export const KIND = {
  type: 'string',
  value: 'KIND',
  describe: 'Read every document as this kind: rfc, research, or one of the config',
} as const
export const MAX_SIZE = {
  type: 'string',
  value: 'BYTES',
  describe:
    'Largest file that is read, such as 10MB; what else is counted of a document may be more with it. By default 2MiB',
} as const
export const STAGED = {
  type: 'boolean',
  describe: "Read documents, and what they cite, as git's index has them: what the next commit will hold",
} as const
export const SINCE = {
  type: 'string',
  value: 'REV',
  describe:
    'Of the documents chosen, check those that have changed since HEAD parted from this revision, committed or not',
} as const
export const STDIN_FILENAME = {
  type: 'string',
  value: 'PATH',
  describe: 'With "-": where the text from standard input would stand. The file need not exist',
} as const
