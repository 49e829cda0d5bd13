import {rethrowUnless} from '../../text/index.js'
import {WorkspaceError} from '../../workspace/index.js'
import {UsageError} from './usage.js'

/** What a command asks of the workspace in the user's own words: where that cannot be, it is a usage error. */
export async function asUsage<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    rethrowUnless(error, WorkspaceError)
    throw new UsageError(error.message)
  }
}
