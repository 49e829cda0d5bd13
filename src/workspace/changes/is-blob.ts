import {blobId} from '../git/blob-id.js'

/** Whether a file's bytes are those of a blob: as they are, or with the line breaks that a checkout may have put in. */
export function isBlob(bytes: Buffer, id: string): boolean {
  if (blobId(bytes, id.length) === id) return true
  if (!bytes.includes('\r\n')) return false
  return blobId(Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'), id.length) === id
}
