import {setFlagsFromString} from 'node:v8'

// What a run of one document takes, and some more. Milliseconds.
const SHORT = 150
const FEW = 4
// By Node's major version, those that were tried: the V8 of 22 takes no code from its cache any more, and the one of 24 gains nothing.
const TRIED = '20.'
// What these make fast pays only in runs that last, and to wake them takes megabytes.
const COMPILERS = ['opt', 'sparkplug']

/** Flags are those of the process: what a thread says holds for all of them. */
const set = (prefix: string): void => COMPILERS.forEach(name => void setFlagsFromString(`--${prefix}${name}`))

/**
 * Lets V8's compilers rest while a run that names a few documents may be a short one. Of others, code would be slow that has run
 * before they are awake.
 *
 * @returns wakes them. V8 takes no code from its cache that was kept under other flags than it is loaded under: both is done with
 * the compilers awake
 */
export function restCompilers(argv: readonly string[], node = process.versions.node): () => void {
  const named = argv.filter(word => /\.md$/i.test(word) && !/[*?[{]/.test(word)).length
  if (!node.startsWith(TRIED) || named === 0 || named > FEW) return () => undefined
  set('no-')
  const timer = setTimeout(set, SHORT, '')
  timer.unref()
  return () => {
    clearTimeout(timer)
    set('')
  }
}

/** For threads: they are begun where there is much to do. */
export function wakeCompilers(node = process.versions.node): void {
  if (node.startsWith(TRIED)) set('')
}
