import type {Nodes} from 'mdast'

/** Whether a node is HTML that holds nothing but comments. One that is not closed hides all that follows it. */
export function isComment(node: Nodes): boolean {
  return node.type === 'html' && withoutComments(node.value).trim() === ''
}

export function withoutComments(html: string): string {
  return html.replace(/<!--[\s\S]*?(?:-->|$)/g, '')
}
