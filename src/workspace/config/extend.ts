import {realpathSync, statSync} from 'node:fs'
import {dirname, isAbsolute, join, resolve} from 'node:path'
import {liesIn, locate} from '../paths.js'
import {configsIn} from './find.js'
import {failure, readConfig} from './read.js'
import type {ConfigFailure, ConfigFile} from './types.js'

// Chains are short; what is longer is a mistake.
const MOST_FILES = 20

/**
 * A config with those that it extends, from the farthest to itself: a later one overrides the earlier ones. `./x.yaml` and the
 * like are files of the workspace, other texts name packages, which are looked for in `node_modules` upwards to the root.
 */
export async function withExtended(path: string, root: string): Promise<ConfigFile[] | ConfigFailure> {
  const chain: ConfigFile[] = []
  const open: string[] = []

  const add = async (file: string): Promise<ConfigFailure | undefined> => {
    const read = await readConfig(file)
    if ('problems' in read) return read
    open.push(file)
    for (const [index, wanted] of (read.data.extends ?? []).entries()) {
      const refuse = (reason: string): ConfigFailure => {
        const pointer = `/extends/${index}`
        const [at, list] = [read.at(pointer), read.at('/extends')]
        return failure(file, read.text, [{range: at.end.offset > 0 ? at : list, reason}])
      }
      const found = find(wanted, dirname(file), root)
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

function find(wanted: string, folder: string, root: string): string | {reason: string} {
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
    inPackages(wanted, folder, root) ?? {
      reason: `Unexpected package "${wanted}", expected one that is installed and has a spec.config file`,
    }
  )
}

function inPackages(wanted: string, from: string, root: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, 'node_modules', wanted)
    const found = realFile(place) ?? configsIn(place)[0]
    if (found !== undefined) return realFile(found)
    if (folder === dirname(folder) || !liesIn(folder, root) || folder === root) return undefined
  }
}

function realFile(path: string): string | undefined {
  try {
    const real = realpathSync.native(path)
    return statSync(real).isFile() ? real : undefined
  } catch {
    return undefined
  }
}
