import {itemAt} from '../../text/index.js'
import type {GoneSighting, HistoryAnswers} from '../../workspace/index.js'
import type {Citation} from '../types.js'
import {shortHash} from './code/tried.js'
import type {Names} from './names.js'

/** What the history says of documents that are not there, by their paths. */
export type Gone = ReadonlyMap<string, GoneSighting>

/** Where documents were looked for and are not; each path once. */
export function goneAmong(citations: readonly Citation[]): string[] {
  const missing = citations.filter(({exists, document}) => exists === false && document !== false)
  return [...new Set(missing.flatMap(({tried = []}) => tried))]
}

export function goneBy(paths: readonly string[], {gone}: Pick<HistoryAnswers, 'gone'>): Gone {
  return new Map(paths.map((path, index) => [path, itemAt(gone, index)]))
}

/** When it went, and the names that it has now, of a document that was looked for at some paths. */
export function pastOf(
  tried: readonly string[],
  gone: Gone | undefined,
  names: Names,
): {removedBy?: string; renamed: string[]} {
  const sightings = tried.flatMap(path => gone?.get(path) ?? [])
  const removedBy = sightings.find(sighting => sighting.removedBy !== undefined)?.removedBy
  const renamed = sightings.flatMap(sighting => sighting.renamed).filter(names.has)
  return {...(removedBy !== undefined && {removedBy: shortHash(removedBy)}), renamed: renamed.slice(0, 1)}
}
