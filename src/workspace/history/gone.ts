import type {GoneSighting} from '../types.js'
import {placesOf} from './find.js'
import type {Past} from './past.js'
import {renamesOf} from './renames.js'

/** Whether a document was there once, and what it was renamed to. */
export async function sightGone(past: Past, shown: (path: string) => string, path: string): Promise<GoneSighting> {
  const [place] = placesOf(past.prefix, [path])
  if (place === undefined || past.head === undefined) return {renamed: []}
  const {byPath, renamed} = await past.changesFor(place)
  const removal = (byPath.get(place) ?? []).find(({after}) => after === undefined)
  const rename = renamed.find(({from}) => from === place)
  const last = [removal, rename].filter(change => change !== undefined).sort((a, b) => a.order - b.order)[0]
  return {
    ...(last && {removedBy: last.commit}),
    renamed: rename === undefined ? [] : renamesOf(renamed).after(place).map(shown),
  }
}
