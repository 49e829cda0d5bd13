/** Whether this machine can keep a user from a file. Windows has no permission bits to take away. */
export const canDeny = process.geteuid !== undefined

/**
 * Does something as a user that file permissions bind. Root reads everything, so a test that runs as root becomes "nobody"
 * meanwhile: the whole process, its threads too. Load beforehand what is needed; the temporary folder must be open to all.
 */
export async function unprivileged<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0 || process.seteuid === undefined) return work()
  process.seteuid(65534)
  try {
    return await work()
  } finally {
    process.seteuid(0)
  }
}
