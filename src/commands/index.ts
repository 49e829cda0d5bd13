import type {CommandEntry} from './types.js'

export {SETTINGS} from './support/options.js'
export {didYouMean, listed, oneOf, UsageError} from './support/usage.js'
export type {AnyCommand, Command, CommandEntry, Context, OptionSpec, OptionSpecs, Values} from './types.js'

/** Every command in the order of the help page. A module is loaded only when its command runs. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'init',
    caption: 'Set a workspace up: config, hook, CI job',
    load: async () => (await import('./init.js')).command,
  },
  {
    name: 'scaffold',
    caption: 'Start a spec from research',
    load: async () => (await import('./scaffold.js')).command,
  },
  {
    name: 'lint',
    caption: 'Check whether specs are complete, cited and current',
    load: async () => (await import('./lint.js')).command,
  },
  {
    name: 'list',
    caption: 'List the specs, and keep an index page of them',
    load: async () => (await import('./list.js')).command,
  },
  {
    name: 'status',
    caption: 'Show or set a status, and what bars the next one',
    load: async () => (await import('./status.js')).command,
  },
  {
    name: 'mv',
    caption: 'Move a document, and every citation of it with it',
    load: async () => (await import('./mv.js')).command,
  },
  {
    name: 'migrate',
    caption: 'Bring documents to another version of their template',
    load: async () => (await import('./migrate.js')).command,
  },
  {
    name: 'citations',
    caption: 'List every citation with what became of it',
    load: async () => (await import('./citations.js')).command,
  },
  {
    name: 'questions',
    caption: 'Tell what became of the questions of research',
    load: async () => (await import('./questions.js')).command,
  },
  {
    name: 'research',
    caption: 'Rank research documents for a question',
    load: async () => (await import('./research.js')).command,
  },
  {
    name: 'facts',
    caption: 'Print what the linter knows of a document',
    load: async () => (await import('./facts.js')).command,
  },
  {
    name: 'rules',
    caption: 'List the rules',
    load: async () => (await import('./rules.js')).command,
  },
  {
    name: 'explain',
    caption: 'Tell what a rule asks for, why, and how often it fires',
    load: async () => (await import('./explain.js')).command,
  },
  {
    name: 'config',
    caption: 'Print the settings and where each comes from',
    load: async () => (await import('./config.js')).command,
  },
  {
    name: 'completion',
    caption: 'Print a script that completes command lines in your shell',
    load: async () => (await import('./completion.js')).command,
  },
  {
    name: 'schema check',
    caption: 'Check a schema of your own',
    load: async () => (await import('./schema-check.js')).command,
  },
  {
    name: 'schema derive',
    caption: 'Write a first schema from a template',
    load: async () => (await import('./schema-derive.js')).command,
  },
  {
    name: 'schema print',
    caption: 'Print a resolved schema',
    load: async () => (await import('./schema-print.js')).command,
  },
]
