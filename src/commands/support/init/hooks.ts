import type {Piece} from './types.js'

/** How a hook is run: by a framework that stands in the repository, by git itself, or not at all. */
export const HOOKS = ['pre-commit', 'prek', 'husky', 'lefthook', 'git', 'none'] as const
export type Hook = (typeof HOOKS)[number]

/** What one way of running hooks needs. */
export interface HookSetup {
  /** The files that it goes by, any of which tells that it is in use; the first is the one that is made. */
  files: readonly string[]
  /** What puts it into force on every clone. */
  install: string
  /** A file of its own, what is added to one that is there, and the same where that is TOML or JSON. */
  pieces(lint: string): {whole: Piece; addition: string; toml: string; json?: string}
}

// Errors only: a draft has many warnings, among which they would be lost. Never fetches: what checks a commit is what the project has installed.
const RUN = 'npx --no-install spec lint --cache --staged --quiet'

/** The command that checks all that a commit will hold; `root` where the workspace is not the repository's top. */
export function lintCommand(root: string): string {
  return root === '' ? RUN : `${RUN} --root ${quotedWord(root)}`
}

const shell = (lint: string): string => `# Checks every spec as the commit will hold it.\n${lint}\n`

const framework: HookSetup['pieces'] = lint => {
  const addition = preCommitEntry(lint)
  return {whole: {text: `repos:\n${addition}`}, addition, toml: prekEntry(lint)}
}

/** Every way, by its name. */
export const hookSetups: Readonly<Record<Exclude<Hook, 'none'>, HookSetup>> = {
  'pre-commit': {
    files: ['.pre-commit-config.yaml'],
    install: 'pre-commit install',
    pieces: framework,
  },
  prek: {
    files: ['.pre-commit-config.yaml', 'prek.toml'],
    install: 'prek install',
    pieces: framework,
  },
  husky: {
    files: ['.husky/pre-commit', '.husky'],
    install: 'npx husky',
    pieces: lint => ({whole: {text: shell(lint)}, addition: shell(lint), toml: ''}),
  },
  lefthook: {
    files: ['lefthook.yml', 'lefthook.yaml', '.lefthook.yml', '.lefthook.yaml', 'lefthook.toml', 'lefthook.json'],
    install: 'npx lefthook install',
    pieces: lint => {
      const addition = `pre-commit:\n  commands:\n    spec-lint:\n      run: ${yamlText(lint)}\n`
      return {
        whole: {text: addition},
        addition,
        toml: `[pre-commit.commands.spec-lint]\nrun = ${JSON.stringify(lint)}\n`,
        json: `${JSON.stringify({'pre-commit': {commands: {'spec-lint': {run: lint}}}}, null, 2)}\n`,
      }
    },
  },
  git: {
    files: ['.githooks/pre-commit', '.githooks'],
    install: 'git config core.hooksPath .githooks (hooks in .git/hooks run no longer)',
    pieces: lint => ({
      whole: {text: `#!/bin/sh\nset -e\n${shell(lint)}`, executable: true},
      addition: shell(lint),
      toml: '',
    }),
  },
}

/** An item of "repos": both hooks, by what the project has installed. */
function preCommitEntry(lint: string): string {
  return `  - repo: local
    hooks:
      - id: spec-lint
        name: spec lint
        entry: ${yamlText(`${lint} --ignore-unknown`)}
        language: system
        types: [markdown]
        require_serial: true
        fail_fast: true # the next one would say it again
      - id: spec-lint-all # deleting a document that specs cite touches no spec
        name: spec lint, all specs
        entry: ${yamlText(lint)}
        language: system
        always_run: true
        pass_filenames: false
`
}

function prekEntry(lint: string): string {
  return `[[repos]]
repo = "local"
hooks = [
  {id = "spec-lint", name = "spec lint", entry = ${JSON.stringify(`${lint} --ignore-unknown`)}, language = "system", types = ["markdown"], require_serial = true, fail_fast = true},
  {id = "spec-lint-all", name = "spec lint, all specs", entry = ${JSON.stringify(lint)}, language = "system", always_run = true, pass_filenames = false},
]
`
}

function yamlText(text: string): string {
  return /^[\w@./ -]+$/.test(text) ? text : JSON.stringify(text)
}

// pre-commit and shells read words alike. A folder's name that needs no quotes has none.
export function quotedWord(word: string): string {
  return /^[\w@./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
