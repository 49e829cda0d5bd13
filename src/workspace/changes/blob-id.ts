import {createHash} from 'node:crypto'

/** Whether a file's bytes are those of a blob: as they are, or with the line breaks that a checkout may have put in. */
export function isBlob(bytes: Buffer, id: string): boolean {
  if (blobId(bytes, id.length) === id) return true
  if (!bytes.includes('\r\n')) return false
  return blobId(Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'), id.length) === id
}

/** The name that git gives to a file's content, in a repository whose names have so many digits. */
export function blobId(bytes: Buffer, digits: number): string {
  return createHash(digits === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex')
}
