import type {Recording} from '../cli/recording.js'
import {verdictOf} from '../workspace/trace/verdict.js'
import {type Drawer, drawerIn} from './drawer.js'
import {keyOf, nameOf, type Scene} from './replay-key.js'

interface Kept extends Recording {
  key: string
}

/** The run of a command line, as it was and as it is to be kept. */
export interface Replay {
  /** What an earlier run came to, where all that it looked at is as it was. */
  earlier(): Recording | undefined
  keep(recording: Recording): void
}

/** Undefined where nothing is kept of such a command line, see `keyOf`. `tool`: tells this build from every other. */
export function replayOf(argv: readonly string[], tool: string, scene: Scene): Replay | undefined {
  const key = keyOf(argv, tool, scene)
  const drawer = key === undefined ? undefined : drawerIn(scene.env, 'runs', `${nameOf(key)}.json`)
  if (key === undefined || drawer === undefined) return undefined
  return {
    earlier: () => {
      const kept = read(drawer, key)
      if (kept === undefined) return undefined
      let isRenewed = false
      for (const look of kept.looks) {
        const verdict = verdictOf(look)
        if (verdict === 'changed') return undefined
        isRenewed ||= verdict === 'renewed'
      }
      if (isRenewed) write(drawer, kept)
      return kept
    },
    keep: recording => write(drawer, {key, ...recording}),
  }
}

// The sum at its beginning has told that it is whole; another run's may bear the same name.
function read(drawer: Drawer, key: string): Kept | undefined {
  const bytes = drawer.take()
  if (bytes === undefined) return undefined
  try {
    const kept: unknown = JSON.parse(bytes.toString('utf8'))
    return isKept(kept) && kept.key === key ? kept : undefined
  } catch {
    return undefined
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false
  const {key, status, written, looks} = value as Partial<Record<keyof Kept, unknown>>
  if (typeof key !== 'string' || !(status === 0 || status === 1)) return false
  if (!Array.isArray(written) || !Array.isArray(looks)) return false
  return (
    written.every(each => Array.isArray(each) && /^std(?:out|err)$/.test(each[0]) && typeof each[1] === 'string') &&
    looks.every(each => typeof each?.path === 'string' && typeof each.answer === 'string')
  )
}

function write(drawer: Drawer, kept: Kept): void {
  drawer.put(Buffer.from(JSON.stringify(kept)))
}
