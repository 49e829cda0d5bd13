import {versionsOf} from '../template/index.js'
import type {Document} from './reading/document.js'
import {positionOf, rangeBetween} from './reading/positions.js'
import type {TemplateForm, TemplateMark} from './types.js'

/** The version of its kind's template that the document is held to, and where a comment says so. */
export function template({template: form, madeFrom}: Document): TemplateForm | undefined {
  const counting = madeFrom.findLast(({state}) => state === 'held' || state === 'older')
  const position = counting && {position: positionOf(counting.node)}
  if (form) return {kind: form.kind, version: form.version, ...position}
  // A kind without a template holds the document to none: what it says is all that there is.
  if (counting?.version === undefined) return undefined
  return {kind: counting.kind, version: counting.version, ...position}
}

/** Every comment that says which kind and version the document was made from, such as `<!-- spec: rfc v1 -->`. */
export function templateMarks({madeFrom, forms, text, lines}: Document): TemplateMark[] {
  const allowed = versionsOf(forms).map(({kind, version}) => `${kind} v${version}`)
  return madeFrom.map(({node, state, kind, version, text: words}) => ({
    text: words,
    kind,
    ...(version !== undefined && {version}),
    state,
    allowed,
    position: positionOf(node),
    // All of the document would be read by it.
    ...((state === 'unknown' || state === 'unreadable') && {extent: rangeBetween(lines, 0, text.length)}),
  }))
}
