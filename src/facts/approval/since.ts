import type {FormerVersion, FormerVersions} from '../../workspace/index.js'
import {metadata} from '../metadata/index.js'
import {type Document, readDocument} from '../reading/document.js'

/** Since when a document has had a status. */
export type Since =
  /** The commit that brought the status in, and the document as it was then. */
  | {commit: string; date: string; status: string; then: Document}
  /** History does not reach so far, for the reason of this code. */
  | {gap: string}

/**
 * Since when the document has had one of these statuses without a break. Undefined: it has none of them now, or not in a commit
 * yet. A commit whose text has no known status breaks nothing: who mended a typing error took nothing back.
 */
export function sinceOf(
  document: Document,
  {versions, gap}: FormerVersions,
  statuses: readonly string[],
): Since | undefined {
  if (!statuses.includes(statusIn(document) ?? '')) return undefined
  let first: {version: FormerVersion; then: Document; status: string} | undefined
  for (const version of versions) {
    const then = readAs(document, version.text)
    const status = then && statusIn(then)
    if (then === undefined || status === undefined) continue
    if (!statuses.includes(status)) return first && told(first)
    first = {version, then, status}
  }
  return gap === undefined ? first && told(first) : {gap}
}

function told({version, then, status}: {version: FormerVersion; then: Document; status: string}): Since {
  return {commit: version.commit, date: version.date, status, then}
}

/** The status of the template that a document has; undefined: none, or an unknown one. */
export function statusIn(document: Document): string | undefined {
  const {status} = metadata(document)
  return status?.known ? status.name : undefined
}

// It may have borne another name then; what is said of it goes by the one that it bears now.
function readAs({path, forms, folders}: Document, text: string): Document | undefined {
  try {
    return readDocument(text, {path, kind: forms, folders})
  } catch {
    // Too large or too deep: it says nothing.
    return undefined
  }
}
