import type {BlockContent, Blockquote, DefinitionContent, Html, Paragraph, RootContent} from 'mdast'
import {parse} from '../markdown/index.js'
import {commentsOf, markdownOf} from './comments.js'
import {exampleIn, instructionIn} from './original.js'
import type {Guidance} from './types.js'

/** A piece of the template that tells the author something: guidance, or an example. */
interface Advice {
  kind: 'guidance' | 'example'
  markdown: string
}

/**
 * A block of the template as it stands in a new document. Settings of the template go, guidance appears as asked; every
 * other block is the form itself and stays.
 */
export function formBlock(node: RootContent, source: string, guidance: Guidance): RootContent[] {
  const advice = adviceIn(node, source)
  if (advice === undefined) return [node]
  if (guidance === 'none') return []
  return advice.map(each => (guidance === 'comment' ? comment(commentText(each)) : visible(each)))
}

/** What a block of the template tells the author; undefined for a block of the form. Settings tell nothing. */
function adviceIn(node: RootContent, source: string): Advice[] | undefined {
  if (node.type === 'html') {
    const comments = commentsOf(node)
    if (comments.length === 0) return undefined
    return comments.flatMap(each => {
      const kind = each.name === 'guidance' || each.name === 'example' ? each.name : undefined
      return kind ? [{kind, markdown: markdownOf(each)}] : []
    })
  }
  const found: Advice[] = [
    ...instructionIn(node, source).map(markdown => ({kind: 'guidance', markdown}) as const),
    ...exampleIn(node, source).map(markdown => ({kind: 'example', markdown}) as const),
  ]
  return found.length > 0 ? found : undefined
}

/** Words as a comment: what would end it does not. */
export function comment(words: string): Html {
  return {type: 'html', value: `<!--\n${words.replace(/(?<!-)--+>/g, '==>')}\n-->`}
}

function commentText({kind, markdown}: Advice): string {
  return kind === 'example' ? `Example:\n\n${markdown}` : markdown
}

function visible({kind, markdown}: Advice): Blockquote {
  const label: Paragraph = {
    type: 'paragraph',
    children: [{type: 'strong', children: [{type: 'text', value: 'Example:'}]}],
  }
  const blocks = parse(markdown).children.filter(isBlock)
  return {type: 'blockquote', children: kind === 'example' ? [label, ...blocks] : blocks}
}

function isBlock(node: RootContent): node is BlockContent | DefinitionContent {
  return ['paragraph', 'list', 'table', 'code', 'blockquote', 'html', 'thematicBreak', 'heading'].includes(node.type)
}
