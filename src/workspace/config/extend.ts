import {dirname, isAbsolute, join, resolve} from 'node:path'
import {itemAt} from '../../text/index.js'
import {liesIn, locate} from '../paths.js'
import {realpathSync, statSync} from '../trace/disk.js'
import {configsIn} from './find.js'
import {failure, readConfig} from './read.js'
import type {ConfigFailure, ConfigFile} from './types.js'

// Chains are short; what is longer is a mistake.
const MOST_FILES = 20

/**
 * A config with those that it extends, from the farthest to itself: a later one overrides the earlier ones. `./x.yaml` and the
 * like are files of the workspace, other texts name packages, which are looked for in `node_modules` upwards to `reach`, the
 * root or a folder above it: packages of a repository with several workspaces are installed at its top.
 */
export async function withExtended(path: string, root: string, reach = root): Promise<ConfigFile[] | ConfigFailure> {
  const chain: ConfigFile[] = []
  const open: string[] = []

  const add = async (file: string): Promise<ConfigFailure | undefined> => {
    const read = await readConfig(file)
    if ('problems' in read) return read
    const {research = []} = read.data
    const outside = research.findIndex(({mark}) => mark === 'outside')
    if (outside >= 0) {
      const refused = open.length > 0 ? OUTSIDE_ELSEWHERE : holds(root, itemAt(research, outside).path)
      if (refused !== undefined)
        return failure(file, read.text, [{range: read.at(`/research/${outside}`), reason: refused}])
    }
    open.push(file)
    for (const [index, wanted] of (read.data.extends ?? []).entries()) {
      const refuse = (reason: string): ConfigFailure => {
        return failure(file, read.text, [{range: read.at(`/extends/${index}`), reason}])
      }
      const found = find(wanted, dirname(file), {root, reach})
      if (typeof found !== 'string') return refuse(found.reason)
      if (open.includes(found)) return refuse(`Unexpected circle: "${wanted}" extends, by itself or others, this file`)
      if (chain.some(known => known.path === found)) continue
      if (chain.length + open.length > MOST_FILES) return refuse(`Unexpected chain of more than ${MOST_FILES} files`)
      const failed = await add(found)
      if (failed) return failed
    }
    open.pop()
    chain.push(read)
    return undefined
  }

  return (await add(path)) ?? chain
}

// Who takes over another's settings has not let the machine's folders in.
const OUTSIDE_ELSEWHERE =
  'Unexpected folder outside the workspace in a config that others extend, expected it in the config of the root itself'

function holds(root: string, path: string): string | undefined {
  const folder = resolve(root, path)
  const real = realFolderAt(folder) ?? folder
  if ([folder, real].every(each => locate(each, root)?.path === undefined)) return undefined
  return `Unexpected folder "${path}" outside the workspace that holds the workspace, expected one beside it`
}

function realFolderAt(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}

function find(wanted: string, folder: string, {root, reach}: {root: string; reach: string}): string | {reason: string} {
  if (/^\.{1,2}[\\/]/.test(wanted) || isAbsolute(wanted)) {
    const place = locate(root, resolve(folder, wanted))
    const real = place?.path === undefined ? undefined : realFile(place.absolute)
    if (place?.path === undefined || (real !== undefined && locate(root, real)?.path === undefined))
      return {reason: `Unexpected "${wanted}" that leaves the workspace, expected a file below its root, or a package`}
    return real ?? {reason: `Unexpected "${wanted}", expected a file that exists`}
  }
  if (!/^(?:@[\w.-]+\/)?[\w.-]+(?:\/[\w./-]+)?$/.test(wanted) || wanted.includes('..'))
    return {reason: `Unexpected "${wanted}", expected a path that begins with "./", or the name of a package`}
  return (
    inPackages(wanted, folder, reach) ?? {
      reason: `Unexpected package "${wanted}", expected one that is installed and has a spec.config file`,
    }
  )
}

function inPackages(wanted: string, from: string, reach: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, 'node_modules', wanted)
    const found = realFile(place) ?? configsIn(place)[0]
    if (found !== undefined) return realFile(found)
    if (folder === dirname(folder) || !liesIn(folder, reach) || folder === reach) return undefined
  }
}

function realFile(path: string): string | undefined {
  try {
    const real = realpathSync(path)
    return statSync(real).isFile() ? real : undefined
  } catch {
    return undefined
  }
}
