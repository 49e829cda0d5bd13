import type {Code} from 'mdast'
import {lineOf} from '../../markdown/index.js'
import {firstMatch} from '../../text/index.js'
import type {Document} from './document.js'
import {once} from './once.js'
import {startOf} from './positions.js'

/** A fenced code block, with what its fence says. */
export interface FencedCode {
  node: Code
  character: '`' | '~'
  /** Length of the opening run. */
  length: number
  /** The info string as written. */
  info: string
  /** Its first word, lower-cased. */
  language: string
}

/** Fences in order; code that is only indented is none. */
export const fencedCode = once((document: Document): FencedCode[] =>
  document.blocks.flatMap(({node}) => {
    if (node.type !== 'code') return []
    const start = startOf(node)
    const line = document.lines.text(lineOf(node))
    const opening = line.slice(start - document.lines.start(lineOf(node)))
    const character = document.text[start]
    // Code that is only indented begins with its indentation.
    if (character !== '`' && character !== '~') return []
    const length = firstMatch(/^(?:`+|~+)/, opening).length
    const info = opening.slice(length).trim()
    return {node, character, length, info, language: (node.lang ?? '').toLowerCase()}
  }),
)
