/** `spec lint | head` closes the pipe early. That is no failure, and no reason for a stack trace. */
export function surviveClosedPipe(): void {
  if (process.stdout.listenerCount('error') > 0) return
  process.stdout.on('error', error => {
    if ('code' in error && error.code === 'EPIPE') return
    process.stderr.write(`spec: Cannot write to standard output: ${error.message}\n`)
    process.exitCode = 2
  })
}
