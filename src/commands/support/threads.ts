import type {Isolation} from '../../lint/index.js'
import {timesOrdinary} from '../../markdown/index.js'
import {ALLOWANCE, LARGEST, openThreads} from '../../threads/index.js'
import {withThrift} from './heap.js'
import {UsageError} from './usage.js'

/** What the command line says of threads. */
export const THREAD_OPTIONS = {
  timeout: {
    type: 'string',
    value: 'SECONDS',
    describe: 'How long a document may take that is checked in a thread. By default 5, and more where --max-size is',
  },
  threads: {
    type: 'string',
    value: 'N',
    describe:
      'Check the documents of a run of 20 and more in so many threads; 0: not even large ones, and without a time limit. ' +
      'By default one for each processor, 4 at the most, from 500 documents on',
  },
} as const

const MOST = 64
// Who asks for threads has processors for them: less is done before one has begun.
const FEWEST = 20

/** The threads that a command line asks for; undefined for none. They are closed by who asks. */
export async function threadsOf(
  {timeout, threads}: {timeout: string | undefined; threads: string | undefined},
  bytes: number,
): Promise<Isolation | undefined> {
  const seconds = timeout === undefined ? undefined : secondsOf(timeout)
  const count = threads === undefined ? undefined : countOf(threads)
  if (count === 0 && seconds !== undefined)
    throw new UsageError(
      'Unexpected --timeout beside --threads 0, expected one of them: without threads no time is limited',
    )
  if (count === 0) return undefined
  const opened = await openThreads({
    ...allowedFor(bytes),
    raisedBy: {seconds: '--timeout', mebibytes: '--max-size'},
    ...(seconds !== undefined && {seconds}),
    ...(count !== undefined && {count, fromDocuments: FEWEST}),
  })
  return withThrift(opened)
}

/** What a document may take where documents of so many bytes are read. */
export function allowedFor(bytes: number): {seconds: number; mebibytes: number} {
  const times = timesOrdinary(bytes)
  const raised = (ordinary: number): number => Math.min(LARGEST, Math.ceil(ordinary * times))
  return {seconds: raised(ALLOWANCE.seconds), mebibytes: raised(ALLOWANCE.mebibytes)}
}

function secondsOf(value: string): number {
  const seconds = /^\d{1,6}(?:\.\d{1,3})?$/.test(value) ? Number(value) : 0
  if (seconds > 0) return seconds
  throw new UsageError(
    `Unexpected value "${value}" of --timeout, expected a number of seconds above 0 and below ${LARGEST}, such as 10`,
  )
}

function countOf(value: string): number {
  const count = /^\d{1,3}$/.test(value) ? Number(value) : MOST + 1
  if (count <= MOST) return count
  throw new UsageError(`Unexpected value "${value}" of --threads, expected a number from 0 to ${MOST}`)
}
