import {execFileSync, spawnSync} from 'node:child_process'
import {mkdtempSync, realpathSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, join} from 'node:path'
import {afterAll} from 'vitest'
import {bareEnvironment} from '../support/folders.js'
import {npm, userEnvironment} from '../support/package.js'

// CI says so: there a tool that cannot be had is no reason to skip what must be shown.
const areRequired = process.env.SPEC_HOOKS === 'required'
const PREK = '@j178/prek@0.5.3'

/** A framework that runs hooks, as it is installed here; a folder to be on the PATH. */
export interface Tool {
  name: 'pre-commit' | 'prek'
  bin?: string
}

/** pre-commit as the machine has it, and prek as npm brings it. A test without its tool is skipped, with a word. */
export function tools(): Tool[] {
  return [
    {
      name: 'pre-commit',
      ...found('pre-commit', () => void execFileSync('pre-commit', ['--version'], {stdio: 'ignore'})),
    },
    {name: 'prek', ...found('prek', installPrek)},
  ]
}

/** Whether a tool is there. */
export function isThere(tool: Tool): boolean {
  return tool.bin !== undefined
}

function found(name: string, look: () => string | undefined): {bin?: string} {
  try {
    return {bin: look() ?? ''}
  } catch (error) {
    if (areRequired) throw error
    console.warn(`${name} cannot be had here: tests with it are skipped.`)
    return {}
  }
}

function installPrek(): string {
  const root = lastingFolder()
  npm(root, 'install', '--no-audit', '--no-fund', '--no-save', '--prefix', root, PREK)
  const bin = join(root, 'node_modules', '.bin')
  execFileSync(join(bin, 'prek'), ['--version'], {stdio: 'ignore'})
  return bin
}

/** A temporary folder that is removed when all tests of the file are done. */
export function lastingFolder(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'specwright-')))
  afterAll(() => rmSync(root, {recursive: true, force: true}))
  return root
}

export interface Said {
  status: number | null
  output: string
}

/** Runs commands as a user of a repository would, a framework at hand, its environments kept in a folder. */
export function userOf(root: string, {bin = ''}: Partial<Tool> = {}, home = lastingHome(root)) {
  const env = {
    ...userEnvironment(),
    ...Object.fromEntries(Object.entries(bareEnvironment()).filter(([name]) => name.startsWith('GIT_'))),
    GIT_AUTHOR_NAME: 'Ada Example',
    GIT_AUTHOR_EMAIL: 'ada@example.org',
    GIT_COMMITTER_NAME: 'Ada Example',
    GIT_COMMITTER_EMAIL: 'ada@example.org',
    PRE_COMMIT_HOME: join(home, 'pre-commit'),
    PREK_HOME: join(home, 'prek'),
    ...(bin !== '' && {PATH: `${bin}${delimiter}${process.env.PATH}`}),
  }
  return (command: string, ...args: string[]): Said => {
    const {status, stdout, stderr, error} = spawnSync(command, args, {cwd: root, env, encoding: 'utf8'})
    if (error) throw error
    return {status, output: stdout + stderr}
  }
}

function lastingHome(root: string): string {
  return join(root, '.git', 'homes')
}
