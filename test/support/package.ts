import {execFileSync} from 'node:child_process'
import {cpSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {git, repository} from './folders.js'

/** The project's own folder. */
export const project = fileURLToPath(new URL('../..', import.meta.url))

/** This project as it stands, committed: what a "repo:" of a config leads to. */
export function ownRepository(): string {
  const root = repository()
  copyProject(root)
  git(root, 'add', '--all')
  git(root, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', 'commit', '--quiet', '--message', 'all')
  return root
}

/** Copies this project as it stands, without what git ignores but for that which is named. */
export function copyProject(root: string, ...ignored: string[]): void {
  const paths = git(project, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0')
  for (const path of [...paths.filter(name => name !== ''), ...ignored])
    cpSync(join(project, path), join(root, path), {recursive: true, force: true})
}

/** Runs npm, and returns what it prints. */
export function npm(cwd: string, ...args: string[]): string {
  return execFileSync('npm', args, {
    cwd,
    encoding: 'utf8',
    env: userEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
}

/** Packs the project as it is built into a folder: the tarball's path, and the files in it. */
export function pack(into: string): {tarball: string; files: string[]} {
  const answer = npm(project, 'pack', '--ignore-scripts', '--json', '--pack-destination', into)
  const [packed] = JSON.parse(answer) as {filename: string; files: {path: string}[]}[]
  if (packed === undefined) throw new Error(`Unexpected answer of npm pack: ${answer}`)
  return {tarball: join(into, packed.filename), files: packed.files.map(file => file.path)}
}

/** The environment of a user's shell: without what "npm test" adds to it, by which an inner npm would take this project for its own. */
export function userEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_(?!config_)|npm_config_(?:local_|global_)?prefix$|INIT_CWD$|NODE_ENV$|VITEST)/.test(name),
  )
  return Object.fromEntries(kept)
}
