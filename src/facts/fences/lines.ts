import {lineOf} from '../../markdown/index.js'
import {splitNumber} from '../../template/index.js'
import {withoutClosingRun} from '../../text/index.js'
import {type FencedCode, fencedCode} from '../reading/code.js'
import type {Document} from '../reading/document.js'
import {once} from '../reading/once.js'

/** A heading that is none, for it stands in code. */
export interface HiddenHeading {
  level: number
  title: string
  text: string
  offset: number
}

/** Lines of a fence's content with the offset at which each begins, containers around it aside. */
export function contentLines(document: Document, {node}: FencedCode): {text: string; offset: number}[] {
  const first = lineOf(node) + 1
  return node.value.split(/\r\n|\n|\r/).map((text, index) => {
    const line = document.lines.text(first + index)
    return {text, offset: document.lines.start(first + index) + Math.max(0, line.length - text.length)}
  })
}

/** Lines in all fences that would be headings outside of them, in order. */
export const hiddenHeadings = once((document: Document): HiddenHeading[] =>
  fencedCode(document).flatMap(fence =>
    contentLines(document, fence).flatMap(({text: line, offset}) => {
      const heading = headingIn(line)
      return heading ? {...heading, title: splitNumber(heading.text).title, offset} : []
    }),
  ),
)

/** The heading that a line would be by itself, its words without marks; undefined where it would be none, or has no words. */
export function headingIn(line: string): {level: number; text: string} | undefined {
  const [, signs = '', words] = /^ {0,3}(#{1,6})[ \t]+(\S.*)/s.exec(line) ?? []
  return words === undefined
    ? undefined
    : {level: signs.length, text: withoutClosingRun(words).replace(/[*`]/g, '').trim()}
}
