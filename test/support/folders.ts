import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {onTestFinished} from 'vitest'

/** A temporary folder with these files, removed when the test is done. */
export function folder(files: Record<string, string | Uint8Array> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'specwright-')))
  onTestFinished(() => rmSync(root, {recursive: true, force: true}))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), {recursive: true})
    writeFileSync(join(root, path), content)
  }
  return root
}

/** A temporary git repository with these files committed, by a known author at a known time. */
export function repository(files: Record<string, string | Uint8Array> = {}, options: {userName?: string} = {}): string {
  const root = folder(files)
  git(root, 'init', '--quiet', '--initial-branch=main')
  if (options.userName !== '') git(root, 'config', 'user.name', options.userName ?? 'Ada Example')
  if (Object.keys(files).length > 0) commit(root, 'first')
  return root
}

/** Commits all that is in the work tree and returns the commit. */
export function commit(root: string, message: string): string {
  git(root, 'add', '--all')
  git(
    root,
    '-c',
    'user.name=Ada Example',
    '-c',
    'user.email=ada@example.org',
    'commit',
    '--quiet',
    '--message',
    message,
  )
  return git(root, 'rev-parse', 'HEAD').trim()
}

/** Runs git with nothing of this machine's configuration. */
export function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', args, {cwd, encoding: 'utf8', env: bareEnvironment(), stdio: ['ignore', 'pipe', 'pipe']})
}

/** An environment in which neither git's global configuration nor its author settings leak into a test. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))
  return {
    ...Object.fromEntries(kept),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_DATE: '2026-01-15T12:00:00Z',
    GIT_COMMITTER_DATE: '2026-01-15T12:00:00Z',
  }
}
