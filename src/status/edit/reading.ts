import type {Facts, Source} from '../../facts/index.js'
import {metadata} from '../../facts/metadata/index.js'
import {rowFormsOf} from '../../facts/metadata/rows.js'
import {type Document, readDocument} from '../../facts/reading/document.js'
import type {MetadataRow} from '../../template/index.js'

/** A document, as far as its metadata tells of it. */
export interface Reading {
  document: Document
  /** The rows of its form, in their order. */
  forms: readonly MetadataRow[]
  metadata: Facts['metadata']
}

/**
 * Reads the metadata of a document, and nothing else of it.
 * @throws LimitError where the text is too large or too deep.
 */
export function readingOf(text: string, source: Source): Reading {
  return readingIn(readDocument(text, source))
}

/** The same of a document that was read. */
export function readingIn(document: Document): Reading {
  return {document, forms: rowFormsOf(document), metadata: metadata(document)}
}
