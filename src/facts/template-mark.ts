import type {Document} from './reading/document.js'
import {positionOf} from './reading/positions.js'
import type {TemplateMark} from './types.js'

/** The last comment that says which kind and version a document was made from, such as `<!-- spec: rfc v1 -->`. */
export function template(document: Document): TemplateMark | undefined {
  for (const node of [...document.tree.children].reverse()) {
    const match =
      node.type === 'html' ? /^<!--\s*spec:\s*([\p{L}\p{N}-]+)\s+v(\d{1,9})\s*-->$/u.exec(node.value.trim()) : null
    const [, kind, version] = match ?? []
    if (kind !== undefined) return {kind, version: Number(version), position: positionOf(node)}
  }
  return undefined
}
