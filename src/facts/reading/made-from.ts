import type {Html, Root} from 'mdast'
import {type Forms, heldBy, type MarkState, type MarkText, readMark, type Template} from '../../template/index.js'
import {itemAt} from '../../text/index.js'

/** A comment that says which kind and version of a template a document was made from. */
export interface MadeFrom extends MarkText {
  node: Html
  state: MarkState
}

/** What the comments of a document say, and which version of its kind's template it is held to. One in a fence is code. */
export function madeFromOf(tree: Root, forms: Forms): {template?: Template; madeFrom: MadeFrom[]} {
  const marks = tree.children.flatMap(node => {
    const mark = node.type === 'html' ? readMark(node.value) : undefined
    return node.type === 'html' && mark ? [{...mark, node}] : []
  })
  const {template, states} = heldBy(forms, marks)
  const madeFrom = marks.map((mark, index) => ({...mark, state: itemAt(states, index)}))
  return {...(template && {template}), madeFrom}
}
