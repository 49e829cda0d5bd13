import {type FSWatcher, type Stats, statSync, watch} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {compareCodeUnits} from '../../text/index.js'
import {codeOf, isAbsence, isDenial, WorkspaceError} from '../error.js'
import {quoted} from '../suggest.js'
import {type Places, placesOf} from './places.js'
import type {Seen} from './seen.js'

/** Waits for changes of what a run looked at. */
export interface Watcher {
  /**
   * Sets what counts from now on. What changed since `since` (milliseconds since 1970) in folders that were not watched
   * before counts as a change too. Throws a `WorkspaceError` where the system watches no more.
   */
  set(seen: Seen, since: number): Promise<void>
  /** The paths that changed since the last call, once it is quiet again, absolute and sorted; none once it is closed. */
  changes(): Promise<readonly string[]>
  close(): void
}

// An editor writes a file in several steps, git many files: they are one change. What never rests is told all the same.
const QUIET = 100
const LONGEST = 2000
// A system stamps a file with the time of its last tick, which may lie before a time that was asked for earlier.
const TICK = 20

interface Open {
  watcher: FSWatcher
  /** Which folder it is: another of the same name is to be watched anew. */
  identity: string
}

/** Folders are watched, not files: who saves by renaming puts another file in the place of the one that was watched. */
export function watcherOf(): Watcher {
  const open = new Map<string, Open>()
  const changed = new Set<string>()
  let counts: Places['counts'] = () => false
  let wake: (() => void) | undefined
  let isClosed = false
  let last = 0

  const tell = (path: string): void => {
    changed.add(path)
    last = Date.now()
    wake?.()
  }
  const shut = (folder: string): void => {
    open.get(folder)?.watcher.close()
    open.delete(folder)
  }
  const lose = (folder: string): void => {
    shut(folder)
    tell(folder)
  }
  const start = (folder: string, identity: string): void => {
    const watcher = watch(folder, (type, name) => {
      const isMade = type === 'rename'
      // Without a name something in it changed; its own name is told when it is removed or renamed itself.
      const path = name === null || isGone(folder, name) ? folder : join(folder, name)
      if (path === folder && isMade) lose(folder)
      else if (path === folder || counts(path, isMade)) tell(path)
    })
    // On Windows so ends the watching of a folder that is removed.
    watcher.on('error', () => lose(folder))
    open.set(folder, {watcher, identity})
  }
  // Whether it was not watched before.
  const begin = (folder: string): boolean => {
    const identity = identityOf(folder)
    if (open.get(folder)?.identity === identity) return false
    shut(folder)
    try {
      start(folder, identity)
      return true
    } catch (error) {
      if (isAbsence(error) || isDenial(error)) return false
      throw refusal(error, folder, open.size)
    }
  }

  return {
    set: async (seen, since) => {
      const places = await placesOf(seen)
      counts = places.counts
      for (const folder of [...open.keys()]) if (!places.folders.has(folder)) shut(folder)
      const begun = new Set([...places.folders].filter(begin))
      for (const path of [...begun, ...[...seen.files].filter(file => begun.has(dirname(file)))])
        if (changeOf(path) >= since - TICK) tell(path)
    },
    changes: async () => {
      while (!isClosed && changed.size === 0)
        await new Promise<void>(resolve => {
          wake = resolve
        })
      const first = Date.now()
      while (!isClosed && Date.now() - last < QUIET && Date.now() - first < LONGEST) await pause(QUIET)
      const paths = isClosed ? [] : [...changed].sort(compareCodeUnits)
      changed.clear()
      return paths
    },
    close: () => {
      isClosed = true
      for (const folder of [...open.keys()]) shut(folder)
      wake?.()
    },
  }
}

function isGone(folder: string, name: string): boolean {
  return name === basename(folder) && statsOf(join(folder, name)) === undefined
}

function identityOf(folder: string): string {
  const stats = statsOf(folder)
  return [stats?.dev, stats?.ino, stats?.birthtimeMs].join(':')
}

/** When a file, or what is in a folder, changed; 0 where nothing is there. */
function changeOf(path: string): number {
  return statsOf(path)?.mtimeMs ?? 0
}

/** What is told where a folder cannot be watched, beside so many others. */
export function refusal(
  error: unknown,
  folder: string,
  number: number,
  {platform}: {platform: string} = process,
): unknown {
  const limit = {ENOSPC: 'fs.inotify.max_user_watches', EMFILE: 'fs.inotify.max_user_instances'}[codeOf(error)]
  if (limit === undefined) return error
  const more = platform === 'linux' ? ` (${limit} sets how many)` : ''
  return new WorkspaceError(
    `Cannot watch ${quoted(folder)}: beside the ${number} that are watched already the system allows no more${more}`,
  )
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}
