import {collapsed} from '../../../text/index.js'
import {UNPRINTABLE} from '../../../text/printable.js'
import {UsageError} from '../usage.js'

/** The value of `--force`: words on one line, for they come to stand behind the status. */
export function reasonFrom(given: string | undefined): string | undefined {
  if (given === undefined) return undefined
  const words = collapsed(given)
  if (!/[\p{L}\p{N}]/u.test(words))
    throw new UsageError(`Unexpected reason "${given}" of --force, expected words that say why`)
  if (new RegExp(UNPRINTABLE.source, 'u').test(words))
    throw new UsageError('Unexpected reason of --force with signs that cannot be seen, expected words on one line')
  return words
}
