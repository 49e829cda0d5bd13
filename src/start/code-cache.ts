import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname} from 'node:path'
import {Script} from 'node:vm'
import {isOn} from '../text/is-on.js'
import {drawerIn} from './drawer.js'

export interface Loaded {
  exports: unknown
  /** Keeps the code as it is compiled by now, for the next run; undefined where that is kept already, or not wanted. */
  keep: (() => void) | undefined
}

/**
 * Loads a file of CommonJS as `require` does, with the code that V8 compiled in an earlier run where that was kept. `file`: in signs
 * of ASCII, and wrapped in its function already: wrapped here, it would be in memory twice. `build`: tells this file from every
 * other. `use`: runs of one use need the same functions. Whatever is wrong with the cache, the file is compiled anew.
 */
export function loadCached(
  file: string,
  build: string,
  use: string,
  env: Readonly<Record<string, string | undefined>>,
): Loaded {
  const drawer = isOn(env.SPEC_NO_CACHE) ? undefined : drawerIn(env, 'code', `${nameOf(build, use)}.bin`)
  const {script, isOld} = compiled(file, drawer?.take())
  const module = {exports: {}}
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file))
  return {
    exports: module.exports,
    keep: isOld || !drawer ? undefined : () => drawer.put(script.createCachedData()),
  }
}

// Apart from what outlives it: nothing holds the code from the cache, which is as large as the file, while the run goes on.
function compiled(file: string, cachedData: Buffer | undefined): {script: Script; isOld: boolean} {
  const script = new Script(readFileSync(file, 'latin1'), {filename: file, ...(cachedData && {cachedData})})
  return {script, isOld: cachedData !== undefined && script.cachedDataRejected !== true}
}

// Code fits one file, one Node and one kind of processor. A word that is no command has no name of its own.
function nameOf(build: string, use: string): string {
  const word = /^[a-z]{1,12}$/.test(use) ? use : 'other'
  return `${word}-${build}-${process.version}-${process.arch}`
}
