import {setFlagsFromString} from 'node:v8'
import {isMarkdown} from '../workspace/paths.js'
import {compilersOf} from './engine-flags.js'

// What a run of one document takes, and some more. Milliseconds.
const SHORT = 150
const FEW = 4

/**
 * Lets V8's compilers rest while a run that names a few documents may be a short one. Of others, code would be slow that has run
 * before they are awake.
 *
 * @returns wakes them, see `wakeCompilers`
 */
export function restCompilers(argv: readonly string[]): () => void {
  const named = argv.filter(word => isMarkdown(word) && !/[*?[{]/.test(word)).length
  if (named === 0 || named > FEW) return () => undefined
  set('no-')
  const timer = setTimeout(wakeCompilers, SHORT)
  timer.unref()
  return () => {
    clearTimeout(timer)
    wakeCompilers()
  }
}

/**
 * Lets V8's compilers work, in all threads: flags are those of the process. To be done before code is loaded from the cache or kept
 * there: V8 takes none that was kept under other flags.
 */
export function wakeCompilers(): void {
  set('')
}

function set(prefix: '' | 'no-'): void {
  for (const name of compilersOf(process.versions.node)) setFlagsFromString(`--${prefix}${name}`)
}
