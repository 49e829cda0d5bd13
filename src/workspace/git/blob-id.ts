/** The name that git gives to a file's content, in a repository whose names are of so many hexadecimal digits: 40 or 64. */
export function blobId(bytes: Uint8Array, digits: number): string {
  const {createHash} = process.getBuiltinModule('node:crypto')
  return createHash(digits === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex')
}
