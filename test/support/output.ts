/** What this process writes to standard output and error while something is done, instead of being shown. */
export async function outputOf<T>(work: () => Promise<T>): Promise<{value: T; stdout: string; stderr: string}> {
  const written = {stdout: '', stderr: ''}
  const streams = ['stdout', 'stderr'] as const
  const before = streams.map(name => process[name].write)
  for (const name of streams)
    process[name].write = ((text: string | Uint8Array) => {
      written[name] += typeof text === 'string' ? text : Buffer.from(text).toString()
      return true
    }) as typeof process.stdout.write
  try {
    return {value: await work(), ...written}
  } finally {
    streams.forEach((name, index) => {
      const write = before[index]
      if (write) process[name].write = write
    })
  }
}
