/** What the comment of a document says that it was made from. */
export interface MarkText {
  /** What stands in the comment behind "spec:". */
  text: string
  kind: string
  /** Absent where what stands behind the kind is none. */
  version?: number
}

const MARK = /^<!--\s*spec:\s*([\p{L}\p{N}-]+)(?:\s+(\S+))?\s*-->$/u

/** Reads a comment such as `<!-- spec: rfc v1 -->`; undefined for one that is none of that form. */
export function readMark(comment: string): MarkText | undefined {
  const [whole, kind, behind] = MARK.exec(comment.trim()) ?? []
  if (whole === undefined || kind === undefined) return undefined
  const version = /^v(\d{1,9})$/.exec(behind ?? '')?.[1]
  const text = behind === undefined ? kind : `${kind} ${behind}`
  return {text, kind, ...(version !== undefined && {version: Number(version)})}
}

/** The comment of a document that is made from a template. */
export function markOf({kind, version}: {kind: string; version: number}): string {
  return `<!-- spec: ${markWords({kind, version})} -->`
}

/** What stands in such a comment: "rfc v1". */
export function markWords({kind, version}: {kind: string; version: number}): string {
  return `${kind} v${version}`
}
