import type {Html} from 'mdast'
import {lineOf} from '../markdown/index.js'

/** A comment that says something about the template. */
export interface TemplateComment {
  name: string
  /** What stands between its name and its end. */
  body: string
  /** Line on which the body begins. */
  line: number
}

const COMMENT = /<!--[ \t]*(spec-template|section|guidance|example)[ \t]*(?::|(?=\r?\n))([\s\S]*?)-->/g

/** The template's comments in a piece of HTML. Comments that begin otherwise are an author's own, and say nothing here. */
export function commentsOf(node: Html): TemplateComment[] {
  // Behind the last end none is closed, and each that is opened there would be read to the end of the text.
  const closed = node.value.slice(0, node.value.lastIndexOf('-->') + '-->'.length)
  return [...closed.matchAll(COMMENT)].map(match => {
    const [whole, name = '', body = ''] = match
    const before = node.value.slice(0, match.index + whole.length - body.length - '-->'.length)
    return {name, body, line: lineOf(node) + before.split(/\r\n|\n|\r/).length - 1}
  })
}

/** The Markdown in a comment, without the blank lines around it. */
export function markdownOf(comment: TemplateComment): string {
  return comment.body
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+|^[ \t]+/, '')
    .trimEnd()
}
