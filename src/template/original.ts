import type {RootContent} from 'mdast'
import {plain} from '../markdown/index.js'

/** Signs of guidance in templates that have no comments: the form that this tool took over from a prompt. */
export const ORIGINAL_MARKERS: readonly string[] = ['*Instruction:', '> **Example:**']

/** The guidance in a paragraph such as `*Instruction: Say why.*`; nothing in other nodes. */
export function instructionIn(node: RootContent, source: string): string[] {
  const [only, second] = node.type === 'paragraph' ? node.children : []
  if (only?.type !== 'emphasis' || second !== undefined || !/^Instruction:/.test(plain(only))) return []
  const [first, last] = [only.children[0], only.children[only.children.length - 1]]
  const text = source.slice(first?.position?.start.offset, last?.position?.end.offset)
  return [text.replace(/^Instruction:\s*/, '')]
}

/** The example in a quote such as `> **Example:** One way.`; nothing in other nodes. */
export function exampleIn(node: RootContent, source: string): string[] {
  if (node.type !== 'blockquote' || !/^Example:/.test(plain(node))) return []
  const text = source.slice(node.position?.start.offset, node.position?.end.offset)
  return [text.replace(/^[ \t]{0,3}> ?/gm, '').replace(/^\*\*Example:\*\*\s*/, '')]
}
