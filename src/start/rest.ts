import {setFlagsFromString} from 'node:v8'
import {isMarkdown} from '../workspace/paths.js'
import {partsAtRest} from './engine-flags.js'

// What a run of one document takes, and some more. Milliseconds.
const SHORT = 150
const FEW = 4

/**
 * Lets parts of V8 rest while a run that names a few documents may be a short one. Of others, code would be slow that has run before its
 * compilers are awake.
 *
 * @returns wakes them, see `wakeEngine`
 */
export function restEngine(argv: readonly string[]): () => void {
  const named = argv.filter(word => isMarkdown(word) && !/[*?[{]/.test(word)).length
  if (named === 0 || named > FEW) return () => undefined
  set('no-', process.execArgv)
  const timer = setTimeout(wakeEngine, SHORT, process.execArgv)
  timer.unref()
  return () => {
    clearTimeout(timer)
    wakeEngine(process.execArgv)
  }
}

/**
 * Lets them work, in all threads: flags are those of the process. To be done before code is loaded from the cache or kept
 * there: V8 takes none that was kept under other flags.
 *
 * @param startedWith what Node was started with: what that names was not put to rest
 */
export function wakeEngine(startedWith: readonly string[]): void {
  set('', startedWith)
}

function set(prefix: '' | 'no-', startedWith: readonly string[]): void {
  for (const name of partsAtRest(process.versions.node, startedWith)) setFlagsFromString(`--${prefix}${name}`)
}
