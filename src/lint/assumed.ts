/**
 * Tells of files that no kind claims, and that are taken for RFCs: once for all of them, for whoever names a folder elsewhere names
 * hundreds. Undefined: there are none.
 *
 * @param done what is done with them as such
 *
 * @example assumedText(['notes/x.md'], 'read') // '"notes/x.md" belongs to no kind and does not say what it is: read as rfc'
 * @example assumedText(['x.md', 'y.md', 'z.md'], 'read') // '"x.md" and 2 more belong to no kind and do not say what they are: read as rfc'
 */
export function assumedText(paths: readonly string[], done: 'checked' | 'read'): string | undefined {
  const [first, ...more] = paths
  if (first === undefined) return undefined
  const are =
    more.length === 0
      ? 'belongs to no kind and does not say what it is'
      : `and ${more.length} more belong to no kind and do not say what they are`
  return `"${first}" ${are}: ${done} as rfc`
}
