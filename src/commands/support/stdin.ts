import {resolve} from 'node:path'
import {decode, type Reading, tooLarge} from '../../workspace/index.js'
import type {Context} from '../types.js'
import {UsageError} from './usage.js'

/** Text from standard input that stands for a file. */
export interface Piped {
  /** Absolute. */
  path: string
  reading: Reading
}

/** Arguments with "-" replaced by the name that the text from standard input is to have, and that text. */
export async function takeStdin(
  args: readonly string[],
  filename: string | undefined,
  limit: number,
  context: Context,
): Promise<{args: string[]; piped?: Piped}> {
  const asked = args.includes('-')
  if (!asked && filename === undefined) return {args: [...args]}
  if (!asked) throw new UsageError('Unexpected --stdin-filename without "-" among the arguments')
  if (filename === undefined)
    throw new UsageError('Unexpected "-" without --stdin-filename, expected the name that the text is to have')
  const bytes = await context.stdin(limit)
  // No more of it was read than shows that.
  const reading = bytes.length > limit ? tooLarge(limit) : decode(bytes)
  return {
    args: args.map(arg => (arg === '-' ? filename : arg)),
    piped: {path: resolve(context.cwd, filename), reading},
  }
}
