import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname} from 'node:path'
import {Script} from 'node:vm'
import {isOn} from '../text/is-on.js'
import {drawerIn} from './drawer.js'

export interface Loaded {
  exports: unknown
  /** Keeps the code as it is compiled by now, for the next run; does nothing where that is kept already. */
  keep(): void
}

/**
 * Loads a file of CommonJS in signs of ASCII as `require` does, with the code that V8 compiled in an earlier run where that was
 * kept. `build`: tells this file from every other. `use`: runs of one use need the same functions. Whatever is wrong with the cache, the file is compiled anew.
 */
export function loadCached(
  file: string,
  build: string,
  use: string,
  env: Readonly<Record<string, string | undefined>>,
): Loaded {
  const drawer = isOn(env.SPEC_NO_CACHE) ? undefined : drawerIn(env, 'code', `${nameOf(build, use)}.bin`)
  const cachedData = drawer?.take()
  const source = `(function(exports,require,module,__filename,__dirname){${readFileSync(file, 'latin1')}\n})`
  const script = new Script(source, {filename: file, ...(cachedData && {cachedData})})
  const module = {exports: {}}
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file))
  return {
    exports: module.exports,
    keep: () => {
      if (cachedData === undefined || script.cachedDataRejected === true) drawer?.put(script.createCachedData())
    },
  }
}

// Code fits one file, one Node and one kind of processor. A word that is no command has no name of its own.
function nameOf(build: string, use: string): string {
  const word = /^[a-z]{1,12}$/.test(use) ? use : 'other'
  return `${word}-${build}-${process.version}-${process.arch}`
}
