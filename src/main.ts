import type {MessagePort} from 'node:worker_threads'
import type {Recording, Written} from './cli/recording.js'

/**
 * What stands behind the door: hands the arguments to what reads them. Never throws and never ends the process.
 * Returns the exit status.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const [word, ...rest] = argv
  // A shell asks at every press of Tab: what reads command lines is not loaded for that.
  if (word === '__complete') return (await import('./cli/complete/index.js')).run(rest)
  return (await import('./cli.js')).run(argv)
}

/** What a thread of the bundle does with its port, see src/threads. */
export async function work(port: MessagePort, end: () => void): Promise<void> {
  ;(await import('./threads/serve.js')).serve(port, end)
}

/** The same, with all that the run looked at and wrote; without it where that cannot be told, or the run could not be done. */
export async function recorded(argv: readonly string[]): Promise<{status: number; recording?: Recording}> {
  const [{run}, {traced}] = await Promise.all([import('./cli.js'), import('./workspace/trace/index.js')])
  const written: Written[] = []
  const {value: status, looks} = await traced(() =>
    run(argv, {record: (stream, text) => void written.push([stream, text])}),
  )
  return {status, ...(looks && status !== 2 && {recording: {status, written, looks}})}
}
