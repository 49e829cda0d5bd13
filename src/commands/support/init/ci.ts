import type {Lock} from './types.js'

/** Where CI jobs run. */
export const CIS = ['github', 'gitlab', 'none'] as const
export type Ci = (typeof CIS)[number]

/** A CI's file, and what it says. */
export interface CiSetup {
  file: string
  /** Other files that tell that it is in use. */
  signs: readonly string[]
  text(job: Job): string
}

export interface Job {
  lock: Lock | undefined
  /** The workspace's root from the repository's top; "" where it is the top. */
  root: string
}

const INSTALL: Readonly<Record<Lock, string>> = {
  npm: 'npm ci',
  pnpm: 'corepack enable && pnpm install --frozen-lockfile',
  yarn: 'corepack enable && yarn install --immutable',
}

// The names of folders in a job's script are words of a shell: those that would need more care than that are left to the user.
const lint = (root: string, options: string): string =>
  `npx --no-install spec lint ${root === '' ? '' : `--root '${root.replaceAll("'", `'\\''`)}' `}${options}`

/** Every CI by its name. */
export const ciSetups: Readonly<Record<Exclude<Ci, 'none'>, CiSetup>> = {
  github: {
    file: '.github/workflows/specs.yml',
    signs: ['.github'],
    text: ({lock, root}) => `name: Specs
on:
  pull_request:
  push:
    branches: [main, master]
permissions:
  contents: read
jobs:
  lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0 # cited code is looked up in the history
          persist-credentials: false
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: ${lock ? INSTALL[lock] : 'npm install'}
      - uses: actions/cache@v4 # what was found of documents that have not changed
        with:
          path: ~/.cache/specwright
          key: specwright-\${{ github.run_id }}
          restore-keys: specwright-
      - run: ${yamlText(lint(root, '--cache --format github'))}
`,
  },
  gitlab: {
    file: '.gitlab-ci.yml',
    signs: [],
    text: ({lock, root}) => `specs:
  image: node:22
  variables:
    GIT_DEPTH: 0 # cited code is looked up in the history
  script:
    - ${lock ? INSTALL[lock] : 'npm install'}
    - ${yamlText(lint(root, '--output gitlab=spec-quality.json'))}
  artifacts:
    when: always
    reports:
      codequality: spec-quality.json
`,
  },
}

function yamlText(text: string): string {
  return /^[\w@.=/ &-]+$/.test(text) ? text : JSON.stringify(text)
}
