import {deflateRawSync, inflateRawSync} from 'node:zlib'

// A result of a document of some MB is not longer: what would be was made to fill the memory.
const MOST_BYTES = 64 * 1024 * 1024

/** A result in a quarter of the room that its JSON takes: those of all documents are held as long as a run lasts. */
export function packed(result: unknown): string {
  return deflateRawSync(JSON.stringify(result), {level: 1}).toString('base64')
}

/** What was packed; undefined where nothing was. */
export function unpacked(text: string): unknown {
  try {
    return JSON.parse(inflateRawSync(Buffer.from(text, 'base64'), {maxOutputLength: MOST_BYTES}).toString())
  } catch {
    return undefined
  }
}
