import {rmSync} from 'node:fs'
import {appendFile, mkdir, mkdtemp, realpath, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {itemAt} from '../../text/index.js'
import {WorkspaceError} from '../error.js'
import {type UserGit, userGit} from './git.js'
import {copyHooks, installedHooks} from './hooks.js'
import {linkPackages, overlay} from './overlay.js'
import type {Rehearsal, Stage} from './types.js'

// A framework may install its environments at the first run.
const MOST_TIME = 10 * 60_000
const QUIET = ['-c', 'core.hooksPath=/dev/null', '-c', 'commit.gpgSign=false']
const AUTHOR = ['-c', 'user.name=spec init', '-c', 'user.email=spec-init@example.org', '-c', 'commit.gpgSign=false']

/** See `openRehearsal` of this folder. */
export async function open({top, prefix, env, isDocument}: Stage): Promise<Rehearsal> {
  const git = userGit(env, MOST_TIME)
  const place = await realpath(await mkdtemp(join(tmpdir(), 'spec-init-check-')))
  const remove = () => rmSync(place, {recursive: true, force: true, maxRetries: 3})
  const leave = leaving(remove)
  const clone = join(place, 'clone')
  try {
    // Its objects are lent, not copied.
    const cloned = await git(place, ...QUIET, 'clone', '--quiet', '--shared', '--template=', '--', top, clone)
    if (!cloned.ok) throw new WorkspaceError(`The repository cannot be cloned: ${lastLine(cloned.output)}`)
    await mkdir(join(clone, prefix), {recursive: true})
    const changed = await overlay(git, top, clone, isDocument)
    await mkdir(join(clone, '.git', 'info'), {recursive: true})
    await appendFile(join(clone, '.git', 'info', 'exclude'), 'node_modules\n')
    await linkPackages(top, clone, prefix)
    await commitBase(git, clone, changed)
    const installed = await installedHooks(git, top)
    await copyHooks(git, installed, top, clone)
    return {
      root: join(clone, prefix),
      ...(installed.hook !== undefined && {hook: installed.hook}),
      ...(installed.idle !== undefined && {idle: installed.idle}),
      commit: async (path, text) => {
        const file = join(clone, prefix, path)
        await mkdir(dirname(file), {recursive: true})
        await writeFile(file, text)
        await must(git(clone, 'add', '--force', '--', file))
        const {ok, output} = await git(
          clone,
          ...AUTHOR,
          'commit',
          '--quiet',
          '--message',
          'docs: a canary of spec init --check',
        )
        await must(git(clone, ...QUIET, 'reset', '--quiet', '--hard', 'spec-init-check-base'))
        await must(git(clone, ...QUIET, 'clean', '--quiet', '--force', '--force', '--', file))
        return {accepted: ok, output}
      },
      close: async () => {
        leave()
        remove()
      },
    }
  } catch (error) {
    leave()
    remove()
    throw error
  }
}

async function commitBase(git: UserGit, clone: string, changed: readonly string[]): Promise<void> {
  // Not all at once: a command line has an end.
  for (let at = 0; at < changed.length; at += 100)
    await must(git(clone, 'add', '--all', '--force', '--', ...changed.slice(at, at + 100)))
  await must(git(clone, ...QUIET, ...AUTHOR, 'commit', '--quiet', '--no-verify', '--allow-empty', '--message', 'base'))
  await must(git(clone, 'tag', '--no-sign', 'spec-init-check-base'))
}

async function must(run: ReturnType<UserGit>): Promise<void> {
  const {ok, output} = await run
  if (!ok) throw new WorkspaceError(`The rehearsal failed: ${lastLine(output)}`)
}

/** Has something done when the user, or the system, ends the program, until it is called off. */
function leaving(remove: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const onSignal = (signal: NodeJS.Signals) => {
    callOff()
    remove()
    process.kill(process.pid, signal)
  }
  const callOff = () => {
    for (const signal of signals) process.off(signal, onSignal)
  }
  for (const signal of signals) process.on(signal, onSignal)
  return callOff
}

function lastLine(output: string): string {
  const lines = output.trim().split('\n')
  return itemAt(lines, lines.length - 1)
}
