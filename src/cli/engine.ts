import {oneOf, UsageError} from '../commands/index.js'
// Not by the room's index, which loads parsers.
import {ENGINES} from '../markdown/engines/names.js'
import {reasonOf} from '../text/index.js'

/**
 * Does a command's work with the engine that was asked for, by the option or else by SPEC_ENGINE.
 * @throws UsageError where there is no such engine, or it cannot be loaded on this machine.
 */
export async function withEngine<Result>(
  option: unknown,
  env: Readonly<Record<string, string | undefined>>,
  work: () => Promise<Result>,
): Promise<Result> {
  const name = typeof option === 'string' ? option : env.SPEC_ENGINE || undefined
  if (name === undefined) return work()
  const engine = oneOf(option === undefined ? 'SPEC_ENGINE' : 'engine', name, ENGINES)
  const {useEngine} = await import('../markdown/index.js')
  try {
    useEngine(engine)
  } catch (error) {
    throw new UsageError(reasonOf(error))
  }
  try {
    return await work()
  } finally {
    useEngine(undefined)
  }
}
