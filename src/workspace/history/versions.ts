import {dayOf} from '../clock.js'
import {decode} from '../decode.js'
import type {Kept} from '../git/log.js'
import * as notes from '../git/notes.js'
import type {FormerVersion, Note} from '../types.js'
import type {Changes, Past} from './past.js'

// Who has committed a document more often is told of these.
const MOST = 500

/** A document's versions with their texts. One that is no text is left out: nobody could read a status in it. */
export async function versionsOf(
  past: Past,
  {commits}: Pick<Changes, 'commits'>,
  chain: readonly Kept[],
): Promise<{versions: FormerVersion[]; problem?: Note}> {
  const versions: FormerVersion[] = []
  for (const {commit, after} of chain.slice(0, MOST)) {
    // Where a shallow clone's history ends, a commit seems to add all that is there.
    if (past.isShallow && past.boundary.has(commit)) return {versions, problem: notes.shallow}
    const content = await past.objects.blob(after)
    if (!content) return {versions, problem: past.isPartial ? notes.partial : notes.incomplete}
    const read = content.bytes && decode(content.bytes)
    const time = commits.get(commit)?.time
    if (read?.ok && time !== undefined) versions.push({commit, date: dayOf(time * 1000), text: read.text})
  }
  return {versions}
}
