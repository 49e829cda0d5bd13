/** `spec lint | head` closes the pipe early. That is no failure, and no reason for a stack trace. */
export function surviveClosedPipe(own: Pick<NodeJS.Process, 'stdout' | 'stderr' | 'exitCode'> = process): void {
  if (own.stdout.listenerCount('error') > 0) return
  own.stdout.on('error', error => {
    if ('code' in error && error.code === 'EPIPE') return
    own.stderr.write(`spec: Cannot write to standard output: ${error.message}\n`)
    own.exitCode = 2
  })
}
