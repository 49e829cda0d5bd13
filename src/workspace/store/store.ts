import {constants} from 'node:fs'
import {open, readdir, realpath, rm, stat} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {digest} from '../../text/index.js'
import {decode} from '../decode.js'
import {codeOf} from '../error.js'
import {locate} from '../paths.js'
import {noteMore} from '../trace/index.js'
import {writeAnyway} from '../write.js'
import {makeFolder} from './make.js'
import {MOST_STORED, tooMuch} from './most.js'
import {isOwn, isOwnFolder} from './own.js'
import type {Store} from './types.js'

const MOST_ENTRIES = 64
const STALE_AFTER = 60 * 60 * 1000
const NAME = /^[\w-][\w.-]*$/

/**
 * A store in a folder of its own. What stands there may be run as code, so nothing counts but what the user alone can have
 * written: in a folder and a file of theirs that no one else may write to, outside of `root`, whose files come from others.
 */
export function storeIn(folder: string, root: string): Store {
  return {
    get: async name => {
      const path = join(folder, name)
      const text = NAME.test(name) ? await readTrusted(path, root).catch(() => undefined) : undefined
      if (text === undefined) return undefined
      const rest = unsealed(name, text)
      if (rest === undefined) await rm(path, {force: true}).catch(() => undefined)
      return rest
    },
    put: async (name, text) => {
      if (!NAME.test(name)) return `"${name}" can be no name in a cache`
      if (Buffer.byteLength(text) > MOST_STORED - 100) return tooMuch(MOST_STORED)
      const reason = await keep(folder, root, name, text)
      // Another time it may be otherwise, with nothing else changed.
      if (reason !== undefined) noteMore()
      return reason
    },
  }
}

async function keep(folder: string, root: string, name: string, text: string): Promise<string | undefined> {
  try {
    if (!(await isOutside(folder, root)))
      return `the cache folder "${folder}" lies below "${root}", where files may be other people's`
    makeFolder(folder)
    if (!(await isTrusted(folder, root))) return `others may write to the cache folder "${folder}"`
    await writeAnyway(join(folder, name), `${seal(name, text)}\n${text}`, 0o600)
    // Another run may be sweeping, too: what is kept is kept.
    await sweep(folder).catch(() => undefined)
    return undefined
  } catch (error) {
    // A full disk, a folder that may not be written to: then it is made again each time.
    return `the cache folder "${folder}" cannot be used (${codeOf(error)})`
  }
}

// A damaged file, half of one, or one under another's name.
const seal = (name: string, text: string): string => digest(`${name}\n${text}`)

function unsealed(name: string, text: string): string | undefined {
  const end = text.indexOf('\n')
  const rest = text.slice(end + 1)
  return end >= 0 && text.slice(0, end) === seal(name, rest) ? rest : undefined
}

async function isTrusted(folder: string, root: string): Promise<boolean> {
  return isOwnFolder(folder) && isOutside(folder, root)
}

/**
 * Whether a folder, there or not, lies outside of another one, wherever links lead.
 *
 * @throws what the system says where there can be no such folder
 */
async function isOutside(folder: string, root: string): Promise<boolean> {
  try {
    return locate(root, await realpath(folder))?.path === undefined
  } catch (error) {
    const above = dirname(folder)
    if (codeOf(error) !== 'ENOENT' || above === folder) throw error
    return isOutside(above, root)
  }
}

async function readTrusted(path: string, root: string): Promise<string | undefined> {
  return (await isTrusted(dirname(path), root)) ? readOwn(path) : undefined
}

async function readOwn(path: string): Promise<string | undefined> {
  // A pipe would wait for its writer.
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const stats = await handle.stat()
    if (!isOwn(stats, 'file') || stats.size > MOST_STORED) return undefined
    const reading = decode(await handle.readFile())
    return reading.ok ? reading.text : undefined
  } finally {
    await handle.close()
  }
}

/** Removes the oldest files where there are too many, and what a run that was killed has left. */
async function sweep(folder: string): Promise<void> {
  const files = await Promise.all(
    (await readdir(folder)).map(async name => ({name, time: (await stat(join(folder, name))).mtimeMs})),
  )
  const [temporary, entries] = [files.filter(isTemporary), files.filter(file => !isTemporary(file))]
  const old = entries.sort((one, other) => other.time - one.time).slice(MOST_ENTRIES)
  const left = temporary.filter(({time}) => time < Date.now() - STALE_AFTER)
  await Promise.all([...old, ...left].map(({name}) => rm(join(folder, name), {force: true})))
}

const isTemporary = ({name}: {name: string}): boolean => name.startsWith('.spec-') && name.endsWith('.tmp')
