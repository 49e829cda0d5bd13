import {lstat, readdir, unlink} from 'node:fs/promises'
import {join} from 'node:path'

// A write takes a moment; who is slower than this is not at work any more.
const AGE = 60_000
const NAME = /^\.spec-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/

/** The name of a file that becomes another. Short, for the other's may be as long as names can be; hidden, so that no walk takes it for a document. */
export function temporaryName(): string {
  return `.spec-${crypto.randomUUID()}.tmp`
}

/** Removes what killed processes have left in a folder: regular files of such a name that nobody has touched for a minute. */
export async function sweep(folder: string, now = Date.now()): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter(each => NAME.test(each))) {
    const path = join(folder, name)
    const stats = await lstat(path).catch(() => undefined)
    if (stats?.isFile() && now - stats.mtimeMs > AGE) await unlink(path).catch(() => undefined)
  }
}
