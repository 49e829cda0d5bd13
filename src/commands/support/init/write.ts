import type {Workspace} from '../../../workspace/index.js'
import {UsageError} from '../usage.js'
import type {Plan, Planned} from './types.js'

/** Writes what a plan creates or adds to. One that cannot be written ends it; what was written before is told. */
export async function writePlan({files}: Plan, places: Readonly<Record<Planned['from'], Workspace>>): Promise<void> {
  const written: string[] = []
  for (const {from, path, action, text, executable, edit} of files) {
    if (action !== 'create' && action !== 'append') continue
    const place = places[from]
    const done = edit
      ? await place.replace(path, edit.after, edit.before)
      : await place.create(path, text, {executable: executable === true})
    if (!done.ok) {
      const before = written.length === 0 ? '' : ` (written before: ${written.join(', ')})`
      throw new UsageError(`${path} was not written: ${done.reason}${before}`)
    }
    written.push(path)
  }
}
