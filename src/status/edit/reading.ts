import type {Facts, Source} from '../../facts/index.js'
import {metadata} from '../../facts/metadata/index.js'
import {type Document, readDocument} from '../../facts/reading/document.js'

/** A document, as far as its metadata tells of it. */
export interface Reading {
  document: Document
  metadata: Facts['metadata']
}

/**
 * Reads the metadata of a document, and nothing else of it.
 * @throws LimitError where the text is too large or too deep.
 */
export function readingOf(text: string, source: Source): Reading {
  const document = readDocument(text, source)
  return {document, metadata: metadata(document)}
}
