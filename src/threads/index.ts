import type {Isolation} from '../lint/index.js'
import {checkNames, checkNumber, numberFrom, positiveNumber, wholeNumber} from '../text/index.js'
import type {Pool} from './pool.js'

/** How documents are checked in threads; each part has its default. */
export interface ThreadsOptions {
  /** Threads at most, a whole number; default: one for each processor that is there, 4 at the most. */
  count?: number
  /** Seconds of work on one document, those aside in which the workspace answers, 1,000,000 at the most; default 5. */
  seconds?: number
  /** Memory that a thread may take, in MiB, from 16 to 1,000,000; default 512. */
  mebibytes?: number
  /** From so many documents of a run on, all are checked in threads; Infinity for never; default 500. */
  fromDocuments?: number
  /** From so many signs on a document is, however few there are; Infinity for never; default 150,000. */
  fromLength?: number
  /** What raises these limits, as the reasons of documents beyond them say it; default: the names of these options. */
  raisedBy?: {seconds: string; mebibytes: string}
  /** What a thread begins with; default: this package's own. */
  entry?: URL
}

const MOST = 4
/** The most of each: seconds above it no timer can count. */
export const LARGEST = 1_000_000
// With less no thread begins, and nothing has a limit.
const LEAST = 16
/** What a document may take, unless more is allowed. */
export const ALLOWANCE = {seconds: 5, mebibytes: 512} as const
// A thread costs some 100 ms of CPU and 70 MiB. Of 136 specs two threads add up to a fifth to the CPU, and more than
// double the memory; so most runs are better off without.
const DEFAULT = {...ALLOWANCE, fromDocuments: 500, fromLength: 150_000}
const NAMES = [
  'count',
  'seconds',
  'mebibytes',
  'fromDocuments',
  'fromLength',
  'raisedBy',
  'entry',
] satisfies (keyof ThreadsOptions)[]
const RAISED_BY = {seconds: 'seconds of openThreads', mebibytes: 'mebibytes of openThreads'}

/**
 * Checks large documents, and those of large runs, in threads of their own, for `lintFiles`. A document that takes longer, or more
 * memory, than it may is "not checked" with the reason, and so is one whose thread dies over it; all others are checked. What is
 * found is the same without. Nothing is started before there is work for it; `close` ends what was.
 *
 * @throws RangeError (a rejected promise) where an option is a number that nothing can be limited by; TypeError where it is none, or of
 * another name.
 * @example
 * import {lintFiles, openThreads} from 'specwright'
 *
 * const threads = await openThreads({seconds: 10})
 * const {summary} = await lintFiles([], {threads}).finally(threads.close)
 * console.log(`${summary.notChecked} files could not be checked`)
 */
export async function openThreads(options: ThreadsOptions = {}): Promise<Isolation> {
  const {availableParallelism} = await import('node:os')
  const {
    count = Math.min(availableParallelism(), MOST),
    seconds = DEFAULT.seconds,
    mebibytes = DEFAULT.mebibytes,
  } = options
  const {fromDocuments = DEFAULT.fromDocuments, fromLength = DEFAULT.fromLength, raisedBy = RAISED_BY} = options
  checkNames('the options of openThreads', options, NAMES)
  checkNumber('count', count, wholeNumber(1, LARGEST))
  checkNumber('seconds', seconds, positiveNumber(LARGEST))
  checkNumber('mebibytes', mebibytes, numberFrom(LEAST, LARGEST))
  for (const [name, value] of Object.entries({fromDocuments, fromLength})) checkNumber(name, value, wholeNumber(0))
  let opening: Promise<Pool> | undefined
  let pool: Pool | undefined
  const opened = async (): Promise<Pool> => {
    const [{poolOf}, {entryFile}] = await Promise.all([import('./pool.js'), import('./entry-file.js')])
    pool = poolOf(options.entry ?? entryFile, count, {seconds, mebibytes, raisedBy})
    return pool
  }
  return {
    count,
    fromDocuments,
    fromLength,
    check: async apart => {
      // What makes threads is loaded when the first is needed: most runs need none.
      opening ??= opened()
      return (await opening).check(apart)
    },
    lacking: () => pool?.lacking(),
    close: async () => {
      await (await opening)?.close()
    },
  }
}
