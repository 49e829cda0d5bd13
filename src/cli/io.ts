import {asker} from './ask.js'
import {surviveClosedPipe} from './closed-pipe.js'
import type {Written} from './recording.js'

/** The world of a command line. Every part can be injected; what is not comes from the process. */
export interface Io {
  stdout: {write(text: string): unknown}
  stderr: {write(text: string): unknown}
  stdin: AsyncIterable<Uint8Array | string>
  env: Readonly<Record<string, string | undefined>>
  /** Absolute. */
  cwd: string
  /** Whether standard output is a terminal. */
  isTTY: boolean
  /** Its width; undefined without a terminal. */
  columns: number | undefined
  /** Width of the terminal that standard error is; undefined without one. */
  stderrColumns: number | undefined
  /** Fulfilled when the process is asked to end, or nobody reads its output any more. It does not end by itself once this was called. */
  interrupted(): Promise<void>
  /** Asks who sits at the terminal; the answer is undefined when the input has ended. Undefined where nobody sits there. */
  ask: ((question: string) => Promise<string | undefined>) | undefined
  /** Told of all that a command writes, but of the line that stands on the terminal for a while. */
  record?: (...written: Written) => void
}

const COLUMNS_WITHOUT_A_TERMINAL = 80
// Narrower than this nothing can be laid out; a terminal that says 0 does not know.
const FEWEST_COLUMNS = 40
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** @param own what stands for the process: its streams, environment and signals */
export function processIo(own: NodeJS.Process = process): Io {
  surviveClosedPipe(own)
  return {
    stdout: own.stdout,
    stderr: own.stderr,
    // Most runs read nothing from it, and Node makes its streams when it is touched.
    stdin: {[Symbol.asyncIterator]: () => own.stdin[Symbol.asyncIterator]()},
    env: own.env,
    cwd: own.cwd(),
    isTTY: own.stdout.isTTY === true,
    columns: own.stdout.columns,
    stderrColumns: own.stderr.isTTY === true ? own.stderr.columns || COLUMNS_WITHOUT_A_TERMINAL : undefined,
    interrupted: () => interrupted(own),
    ask: own.stdout.isTTY && own.stdin.isTTY ? asker(own) : undefined,
  }
}

// A second Ctrl-C ends the process as ever.
function interrupted(own: NodeJS.Process): Promise<void> {
  return new Promise(resolve => {
    const end = () => {
      for (const signal of SIGNALS) own.off(signal, end)
      own.stdout.off('error', end)
      resolve()
    }
    for (const signal of SIGNALS) own.on(signal, end)
    own.stdout.on('error', end)
  })
}

export function columnsOf(io: Io): number {
  return io.isTTY && io.columns ? Math.max(io.columns, FEWEST_COLUMNS) : COLUMNS_WITHOUT_A_TERMINAL
}

/** The flags first, then FORCE_COLOR and NO_COLOR in Node's own order, then whether a terminal is there. */
export function wantsColour(flag: boolean | undefined, io: Pick<Io, 'env' | 'isTTY'>): boolean {
  if (flag !== undefined) return flag
  const {FORCE_COLOR, NO_COLOR, TERM} = io.env
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return io.isTTY && !NO_COLOR && TERM !== 'dumb'
}

/** Reads at most `limit` bytes and one more, by which the reader sees that there were too many. */
export async function readAll(stream: AsyncIterable<Uint8Array | string>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    chunks.push(bytes)
    size += bytes.length
    if (size > limit) break
  }
  return Buffer.concat(chunks).subarray(0, limit + 1)
}
