import {failureText} from '../text/failure-text.js'

/**
 * Ends a process in which something was thrown that no run could catch, in a timer or by a stream, as a run ends that fails: Node would
 * print the line of the bundle in which it was, which is hundreds of kilobytes long.
 */
export function endUnexpected(error: unknown, own: Pick<NodeJS.Process, 'stderr' | 'env' | 'exit'> = process): never {
  own.stderr.write(failureText(error, {debug: own.env.SPEC_DEBUG === '1'}))
  return own.exit(2)
}
