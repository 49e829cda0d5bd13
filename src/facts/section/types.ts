import type {Document} from '../reading/document.js'
import type {SectionNode} from '../reading/sections.js'

/** A fact of a section: prepared once for a document, then asked for each of its sections. */
export type SectionFact<Value> = (document: Document) => (section: SectionNode) => Value
