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
